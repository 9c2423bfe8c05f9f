using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Objections;

/// <summary>The objector is satisfied; the document goes on.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record WithdrawObjection(DocumentId DocumentId) : ICommand<Result>;

internal sealed class WithdrawObjectionHandler(IDocuments documents, Desk desk) : ICommandHandler<WithdrawObjection, Result>
{
    public async Task<Result> Handle(WithdrawObjection command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.WithdrawObjection(document, desk.Me);
    }
}
