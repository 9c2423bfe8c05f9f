using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.LetOutGoods;

/// <summary>
/// The guard registers what goes out with a pass: labels scanned one by one, of everything else the quantity he counted. What is not on the
/// pass is stopped and told to keeper and inspector; the rest goes (product 3.13).
/// </summary>
/// <param name="DocumentId">The pass.</param>
/// <param name="SeenVersion">The version he has before him.</param>
/// <param name="Counted">Quantities of lines without labels.</param>
/// <param name="Scanned">Everything scanned or typed, label by label.</param>
/// <param name="Proof">His password, where no earlier proof is still good.</param>
[Requires(IssuingPermissions.Guard)]
public sealed record LetOutGoods(DocumentId DocumentId, int SeenVersion, IReadOnlyList<CountedForm> Counted, IReadOnlyList<string> Scanned, string? Proof)
    : ICommand<Result<ExitOutcome>>;

/// <summary>What somebody counted of a line of a pass; null while he said nothing.</summary>
public sealed record CountedForm(Guid Line, decimal? Quantity);

/// <param name="HasLeft">Whether anything went out.</param>
/// <param name="Stopped">What was stopped.</param>
public sealed record ExitOutcome(bool HasLeft, IReadOnlyList<string> Stopped);

internal sealed class LetOutGoodsHandler(IDocuments documents, Desk desk, SigningGate gate) : ICommandHandler<LetOutGoods, Result<ExitOutcome>>
{
    public async Task<Result<ExitOutcome>> Handle(LetOutGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GatePass>(command.DocumentId, cancellationToken) is not { } pass) return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(pass, Capacity.Guard, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;
        var read = ExitForms.Read(pass, command.Counted, command.Scanned);
        if (!read.Succeeded) return read.Plain();

        var stopped = ExitForms.Foreign(pass, command.Scanned);
        var left = pass.LetOut(read.Value, stopped, desk.Me);
        if (!left.Succeeded) return left.Plain();
        if (!left.Value) return new ExitOutcome(false, stopped);

        var passed = await gate.Pass(pass, command.Proof, cancellationToken);
        if (!passed.Succeeded) return passed;
        var signed = await desk.Sign(pass, pass.SignOff.ContentVersion, null, cancellationToken);
        return signed.Succeeded ? new ExitOutcome(true, stopped) : signed;
    }
}

/// <summary>Tells what was scanned apart: labels of the pass, codes of its other lines, and what is not on it.</summary>
public static class ExitForms
{
    public static Result<IReadOnlyList<ExitInput>> Read(GatePass pass, IReadOnlyList<CountedForm> counted, IReadOnlyList<string> scanned)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var faults = new List<Refusal>();
        var read = new List<ExitInput>();
        foreach (var line in pass.Lines.OrderBy(l => l.Order))
        {
            var typed = counted.FirstOrDefault(c => c.Line == line.Id)?.Quantity;
            var quantity = typed is { } units ? Quantity.Of(units) : null;
            if (quantity is { Succeeded: false }) faults.Add(quantity.Refusal.At(FormattableString.Invariant($"Lines[{line.Order - 1}].Quantity")));
            else read.Add(new ExitInput(line.Id, quantity?.Value, line.IsLabelled ? scanned : []));
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<ExitInput>>.RefusedBy(faults);
    }

    /// <summary>What was scanned and is neither a label nor an item of the pass.</summary>
    public static IReadOnlyList<string> Foreign(GatePass pass, IReadOnlyList<string> scanned)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var labels = pass.Lines.SelectMany(l => l.Pieces).Select(p => p.Number).ToHashSet(StringComparer.Ordinal);
        var codes = pass.Lines.Where(l => !l.IsLabelled).Select(l => l.ItemCode).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. scanned.Select(s => PersianText.ToLatinDigits(PersianText.Clean(s))).Where(s => s.Length > 0)
                .Where(s => !codes.Contains(s) && !TakeForms.Numbers([s]).Any(labels.Contains)).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
