using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.TakeBackGoods;

/// <summary>
/// Goods of a temporary exit are back at the gate: the guard, or the person of the roster named on the pass, reads their labels and counts the
/// rest. The last of them closes pass and exit (product 3.13).
/// </summary>
/// <param name="DocumentId">The pass they went out by.</param>
/// <param name="Counted">Quantities of lines without labels.</param>
/// <param name="Scanned">The labels read.</param>
/// <param name="Condition">How they came back.</param>
/// <param name="Proof">His password, where no earlier proof is still good.</param>
[Requires(IssuingPermissions.Guard)]
public sealed record TakeBackGoods(DocumentId DocumentId, IReadOnlyList<CountedForm> Counted, IReadOnlyList<string> Scanned, string? Condition, string? Proof)
    : ICommand<Result>;

internal sealed class TakeBackGoodsHandler(IDocuments documents, Gates gates, Desk desk, SigningGate gate) : ICommandHandler<TakeBackGoods, Result>
{
    public async Task<Result> Handle(TakeBackGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GatePass>(command.DocumentId, cancellationToken) is not { } pass) return Refusal.NotFound("signoff.document-not-found");
        if (ExitForms.Foreign(pass, command.Scanned) is { Count: > 0 } foreign)
            return Refusal.Rule("gate-pass.not-of-this-pass", string.Join(" ", foreign)).At("Scanned");
        var read = ExitForms.Read(pass, command.Counted, command.Scanned);
        if (!read.Succeeded) return read.Plain();

        var back = pass.TakeBack(read.Value, command.Condition, await gates.GuardsOf(pass.SignOff.UnitId, cancellationToken), desk.Me);
        if (!back.Succeeded) return back;
        var passed = await gate.Pass(GatePass.Kind, command.Proof, cancellationToken);
        return passed.Succeeded ? pass.Close(desk.Me) : passed;
    }
}
