using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.CancelDocument;

/// <summary>Cancels a document before its effect; it keeps its number.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record CancelDocument(DocumentId DocumentId, string? Reason) : ICommand<Result>;

internal sealed class CancelDocumentHandler(IDocuments documents, Desk desk) : ICommandHandler<CancelDocument, Result>
{
    public async Task<Result> Handle(CancelDocument command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.Cancel(document, desk.Me, command.Reason);
    }
}
