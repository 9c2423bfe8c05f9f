using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.GiveUpGatePass;

/// <summary>The keeper gives up a pass nobody used; its goods are free for another.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record GiveUpGatePass(DocumentId DocumentId, string? Reason) : ICommand<Result>;

internal sealed class GiveUpGatePassHandler(IDocuments documents, Desk desk) : ICommandHandler<GiveUpGatePass, Result>
{
    public async Task<Result> Handle(GiveUpGatePass command, CancellationToken cancellationToken) =>
        await documents.Find<GatePass>(command.DocumentId, cancellationToken) is { } pass
            ? pass.GiveUp(command.Reason, desk.Me)
            : Refusal.NotFound("signoff.document-not-found");
}
