using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.RefuseDocument;

/// <summary>Refuses a document for good, with a reason.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record RefuseDocument(DocumentId DocumentId, int SeenVersion, string? Reason) : ICommand<Result>;

internal sealed class RefuseDocumentHandler(IDocuments documents, Desk desk) : ICommandHandler<RefuseDocument, Result>
{
    public async Task<Result> Handle(RefuseDocument command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.Refuse(document, command.SeenVersion, desk.Me, command.Reason, await desk.ViewOf(document, cancellationToken));
    }
}
