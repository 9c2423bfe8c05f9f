using Procurement.Application.Imports;
using Procurement.Application.Imports.ImportFile;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Verbs;

/// <summary>Brings a file in, whole or not at all. What must belong to somebody, such as a first count, is brought in as that person, with his rights.</summary>
[Verb("import", "brings a file in, whole or not at all", Arguments = "<kind> <file> [--dry-run] [--as=<national-id>]")]
internal sealed class Import(IUseCases cases, ImportIntake intake, IOrganisationStore organisation, CallContext context, ITexts texts) : IVerb
{
    private const string DryRun = "--dry-run";
    private const string As = "--as=";

    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        if (call.Arguments is not [var kind, var file] || call.Switches.Any(s => s != DryRun)) return VerbOutcome.Misused;
        if (!File.Exists(file))
        {
            await call.Output.WriteLineAsync($"There is no file {file}.");
            return VerbOutcome.Misused;
        }

        if (call.Settings.FirstOrDefault(s => s.StartsWith(As, StringComparison.Ordinal)) is { } named && !await ActAs(named[As.Length..], ct))
        {
            await call.Output.WriteLineAsync("Nobody who is employed has this national id.");
            return VerbOutcome.Failed;
        }

        await using var content = File.OpenRead(file);
        var taken = await intake.Take(content, Path.GetFileName(file), ct);
        var outcome = taken.Succeeded
            ? await cases.Send(new ImportFile(kind, taken.Value.Hash.ToHex(), call.Switches.Contains(DryRun)), ct)
            : taken.Plain();
        await Report(outcome, call);
        return outcome.Succeeded && outcome.Value.FaultCount == 0 ? VerbOutcome.Done : VerbOutcome.Failed;
    }

    private async Task<bool> ActAs(string nationalId, CancellationToken ct)
    {
        if ((await organisation.PeopleByNationalId([nationalId], ct)).FirstOrDefault(p => p.IsActive) is not { } person) return false;
        context.Person = person.Id;
        context.IsSystem = false;
        return true;
    }

    private async Task Report(Result<ImportReport> outcome, VerbCall call)
    {
        if (!outcome.Succeeded)
        {
            foreach (var refusal in outcome.Refusals) await Tell(RowFault.Of(refusal) ?? new RowFault(0, null, refusal), call.Output);
            return;
        }

        var report = outcome.Value;
        foreach (var fault in report.Faults) await Tell(fault, call.Output);
        if (report.UnknownColumns.Count > 0) await call.Output.WriteLineAsync($"Columns not understood and left out: {string.Join(", ", report.UnknownColumns)}");
        var did = call.Switches.Contains(DryRun) ? "would be entered" : "entered";
        await call.Output.WriteLineAsync($"{report.Rows} rows, {report.FaultCount} faults, {report.Entered} {did}, {report.Drafts.Count} drafts to sign. SHA-256 {report.FileSha256}");
    }

    private Task Tell(RowFault fault, TextWriter output) => output.WriteLineAsync(
        (fault.Row > 0 ? $"row {fault.Row}{(fault.Column is null ? "" : $", {fault.Column}")}: " : "") + $"{texts[fault.Refusal.Code, fault.Refusal.Args]} [{fault.Refusal.Code}]");
}
