using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.ClaimStep;

/// <summary>Takes a step of a pooled post onto one's own desk.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record ClaimStep(DocumentId DocumentId) : ICommand<Result>;

internal sealed class ClaimStepHandler(IDocuments documents, Desk desk) : ICommandHandler<ClaimStep, Result>
{
    public async Task<Result> Handle(ClaimStep command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.Claim(document, desk.Me, await desk.ViewOf(document, cancellationToken));
    }
}
