using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.ConfirmDelivery;

/// <summary>
/// The receiver says what arrived of a pass and signs it; what he does not confirm stays with the carrier until it is decided over. For goods
/// that left the body the person named on the pass does so, by the paper the other side signed.
/// </summary>
/// <param name="DocumentId">The pass.</param>
/// <param name="SeenVersion">The version he has before him.</param>
/// <param name="Counted">Quantities of lines without labels.</param>
/// <param name="Scanned">The labels that arrived.</param>
/// <param name="Remark">What did not arrive, and why.</param>
/// <param name="Proof">His password, where no earlier proof is still good.</param>
/// <param name="Paper">The paper of a receiver outside the body.</param>
[Requires(IssuingPermissions.Receive)]
public sealed record ConfirmDelivery(
    DocumentId DocumentId, int SeenVersion, IReadOnlyList<CountedForm> Counted, IReadOnlyList<string> Scanned, string? Remark, string? Proof, string? Paper = null)
    : ICommand<Result>;

internal sealed class ConfirmDeliveryHandler(IDocuments documents, Desk desk, SigningGate gate) : ICommandHandler<ConfirmDelivery, Result>
{
    public async Task<Result> Handle(ConfirmDelivery command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GatePass>(command.DocumentId, cancellationToken) is not { } pass) return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(pass, Capacity.Receiver, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;
        var read = ExitForms.Read(pass, command.Counted, command.Scanned);
        if (!read.Succeeded) return read.Plain();

        var confirmed = pass.Confirm(read.Value, command.Remark, command.Paper, desk.Me);
        if (!confirmed.Succeeded) return confirmed;
        var passed = await gate.Pass(pass, command.Proof, cancellationToken);
        if (!passed.Succeeded) return passed;
        var signed = await desk.Sign(pass, pass.SignOff.ContentVersion, null, cancellationToken);
        return signed.Succeeded && !pass.IsDisputed ? pass.Close(desk.Me) : signed;
    }
}
