using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Objections;

/// <summary>The objector keeps his objection after the answer.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record MaintainObjection(DocumentId DocumentId) : ICommand<Result>;

internal sealed class MaintainObjectionHandler(IDocuments documents, Desk desk) : ICommandHandler<MaintainObjection, Result>
{
    public async Task<Result> Handle(MaintainObjection command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.MaintainObjection(document, desk.Me);
    }
}
