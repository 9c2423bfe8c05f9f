using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.JudgeDelivery;

/// <summary>
/// The requester measures each line against its specification, says how much he accepts, and signs it in the same act (controls 6.1.d, 6.3.b).
/// </summary>
[Requires(SignOffPermissions.Act)]
public sealed record JudgeDelivery(DocumentId DocumentId, int SeenVersion, IReadOnlyList<JudgedLineForm> Lines, string? Proof) : ICommand<Result>;

/// <summary>The verdict on one line as typed; quantities in the item's base unit, prices in rials.</summary>
public sealed record JudgedLineForm(
    Guid LineId, decimal Accepted, decimal Refused, decimal AcceptedAtCut, long? CutUnitPrice, string? Reason, string? Waiver, IReadOnlyList<CheckForm> Checks);

/// <summary>One attribute as measured; evidence is a file the vault holds, or one attached before.</summary>
public sealed record CheckForm(
    int Key, string? Measured, string? Method, bool? Judged = null, decimal? FailsFor = null, Evidence? Evidence = null, string? EvidenceSha256 = null);

internal sealed class JudgeDeliveryHandler(IDocuments documents, Desk desk, SigningGate gate, EvidenceFiles files) : ICommandHandler<JudgeDelivery, Result>
{
    public async Task<Result> Handle(JudgeDelivery command, CancellationToken cancellationToken)
    {
        if (await documents.Find<ConformanceReport>(command.DocumentId, cancellationToken) is not { } report)
            return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(report, Capacity.Requester, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;

        var attached = Attach(report, [.. command.Lines.SelectMany(l => l.Checks).Select(c => c.Evidence).OfType<Evidence>().DistinctBy(e => e.Sha256)]);
        if (!attached.Succeeded) return attached;
        var verdicts = Verdicts(command.Lines);
        if (!verdicts.Succeeded) return verdicts.Plain();
        var judged = report.Judge(verdicts.Value, desk.Me);
        if (!judged.Succeeded) return judged;

        var passed = await gate.Pass(report, command.Proof, cancellationToken);
        return passed.Succeeded ? await desk.Sign(report, report.SignOff.ContentVersion, null, cancellationToken) : passed;
    }

    private Result Attach(ConformanceReport report, IReadOnlyList<Evidence> evidence)
    {
        var held = files.Check(evidence);
        if (!held.Succeeded) return held;
        foreach (var each in evidence.Where(e => report.SignOff.Attachments.All(a => a.Sha256 != e.Sha256)))
        {
            var attached = report.SignOff.Attach(each.Sha256, each.FileName, each.Size, each.ContentType, desk.Me);
            if (!attached.Succeeded) return attached;
        }

        return Result.Ok;
    }

    private static Result<IReadOnlyDictionary<Guid, LineVerdict>> Verdicts(IReadOnlyList<JudgedLineForm> lines)
    {
        var verdicts = new Dictionary<Guid, LineVerdict>();
        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var field = FormattableString.Invariant($"Lines[{i}]");
            var reading = new Reading(faults);
            var accepted = reading.Quantity(line.Accepted, $"{field}.Accepted");
            var refused = reading.Quantity(line.Refused, $"{field}.Refused");
            var cut = reading.Quantity(line.AcceptedAtCut, $"{field}.AcceptedAtCut");
            var price = line.CutUnitPrice is { } amount ? reading.Rials(amount, $"{field}.CutUnitPrice") : (Rials?)null;
            verdicts[line.LineId] = new LineVerdict(accepted, refused, cut, price, line.Reason, line.Waiver,
            [
                .. line.Checks.Select(c => new CheckInput(
                    c.Key, c.Measured, c.Method, c.Judged,
                    c.FailsFor is { } units ? reading.Quantity(units, FormattableString.Invariant($"{field}.Checks[{c.Key}].FailsFor")) : null,
                    c.Evidence?.Sha256 ?? c.EvidenceSha256)),
            ]);
        }

        return faults.Count == 0 ? verdicts : Result<IReadOnlyDictionary<Guid, LineVerdict>>.RefusedBy(faults);
    }

    /// <summary>Reads typed values, keeping every fault with its field.</summary>
    private sealed class Reading(List<Refusal> faults)
    {
        public Quantity Quantity(decimal typed, string field) => Take(Domain.Shared.Quantity.Of(typed), field);

        public Rials Rials(long typed, string field) => Take(Domain.Shared.Rials.Of(typed), field);

        private T Take<T>(Result<T> read, string field) where T : struct
        {
            if (read.Succeeded) return read.Value;
            faults.Add(read.Refusal.At(field));
            return default;
        }
    }
}
