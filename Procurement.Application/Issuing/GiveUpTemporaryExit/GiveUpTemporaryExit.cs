using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.GiveUpTemporaryExit;

/// <summary>The keeper gives up what of a signed exit has not left; goods of the store go back to their bins.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record GiveUpTemporaryExit(DocumentId DocumentId, string? Reason) : ICommand<Result>;

internal sealed class GiveUpTemporaryExitHandler(IDocuments documents, Desk desk) : ICommandHandler<GiveUpTemporaryExit, Result>
{
    public async Task<Result> Handle(GiveUpTemporaryExit command, CancellationToken cancellationToken) =>
        await documents.Find<TemporaryExit>(command.DocumentId, cancellationToken) is { } exit
            ? exit.GiveUp(command.Reason, desk.Me)
            : Refusal.NotFound("signoff.document-not-found");
}
