using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Objections;

/// <summary>The authorised official takes responsibility in writing, with legal basis; the document goes on marked.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record TakeResponsibility(DocumentId DocumentId, string? LegalBasis) : ICommand<Result>;

internal sealed class TakeResponsibilityHandler(IDocuments documents, Desk desk) : ICommandHandler<TakeResponsibility, Result>
{
    public async Task<Result> Handle(TakeResponsibility command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return await desk.TakeResponsibility(document, command.LegalBasis, cancellationToken);
    }
}
