using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.RecuseInspector;

/// <summary>An inspector steps back from a step he was drawn for; another is drawn.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record RecuseInspector(DocumentId DocumentId, string? Reason) : ICommand<Result>;

internal sealed class RecuseInspectorHandler(IDocuments documents, Desk desk, IDrawSeed seed) : ICommandHandler<RecuseInspector, Result>
{
    public async Task<Result> Handle(RecuseInspector command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.Recuse(document, desk.Me, command.Reason, await desk.ViewOf(document, cancellationToken), seed.Next());
    }
}
