using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.SubmitDocument;

/// <summary>Submits a draft: its route is resolved and frozen, its number taken, and the owner's own step signed by the same act.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record SubmitDocument(DocumentId DocumentId, int SeenVersion, string? Proof) : ICommand<Result>;

internal sealed class SubmitDocumentHandler(IDocuments documents, Desk desk, SigningGate gate) : ICommandHandler<SubmitDocument, Result>
{
    public async Task<Result> Handle(SubmitDocument command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");
        if (command.SeenVersion != document.SignOff.ContentVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, document.SignOff.ContentVersion);

        var passed = await gate.Pass(document, command.Proof, cancellationToken);
        return passed.Succeeded ? await desk.Submit(document, cancellationToken) : passed;
    }
}
