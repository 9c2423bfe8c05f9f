using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.ReturnDocument;

/// <summary>Sends a document back to its owner with a reason; what was signed in this round becomes history.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record ReturnDocument(DocumentId DocumentId, int SeenVersion, string? Reason) : ICommand<Result>;

internal sealed class ReturnDocumentHandler(IDocuments documents, Desk desk) : ICommandHandler<ReturnDocument, Result>
{
    public async Task<Result> Handle(ReturnDocument command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.Return(document, command.SeenVersion, desk.Me, command.Reason, await desk.ViewOf(document, cancellationToken));
    }
}
