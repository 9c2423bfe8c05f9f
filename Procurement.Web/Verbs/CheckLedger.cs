using Procurement.Application.Ledgers;

namespace Procurement.Web.Verbs;

/// <summary>Runs every ledger check of every capability and names what does not add up.</summary>
[Verb("check-ledger", "compares every stored balance, counter and register with what it follows from")]
internal sealed class CheckLedger(IEnumerable<ILedgerCheck> checks) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct) =>
        await Report(checks, call.Output, ct) ? VerbOutcome.Done : VerbOutcome.Failed;

    /// <summary>Runs the checks by name and tells whether all agree.</summary>
    internal static async Task<bool> Report(IEnumerable<ILedgerCheck> checks, TextWriter output, CancellationToken ct)
    {
        var agree = true;
        foreach (var check in checks.OrderBy(check => check.Name, StringComparer.Ordinal))
        {
            var differences = await check.Differences(ct);
            agree &= differences.Count == 0;
            await output.WriteLineAsync(differences.Count == 0 ? $"{check.Name}: agrees" : $"{check.Name}: {differences.Count} differences");
            foreach (var difference in differences) await output.WriteLineAsync($"  {difference}");
        }

        return agree;
    }
}
