using Procurement.Application.AuditTrail;
using Procurement.Application.AuditTrail.VerifyLog;
using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Ports;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Backup;
using Procurement.Web.Resources;

namespace Procurement.Web.Verbs;

/// <summary>Brings a backup back into an empty database, and believes it only after the log and every ledger were verified anew.</summary>
[Verb("restore", "brings a backup back into an empty database and verifies log and ledgers", Arguments = "<file>")]
internal sealed class Restore(Backups backups, ITexts texts) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        if (call.Arguments is not [var file]) return VerbOutcome.Misused;

        var loaded = await backups.Load(file, ct);
        if (!loaded.Succeeded)
        {
            await call.Output.WriteLineAsync(texts[loaded.Refusal.Code, loaded.Refusal.Args]);
            return VerbOutcome.Failed;
        }

        await call.Output.WriteLineAsync($"Restored the state of {loaded.Value.TakenAt:O} with {loaded.Value.Files} files; verifying.");
        return await Verify(call, ct) ? VerbOutcome.Done : VerbOutcome.Failed;
    }

    /// <summary>Looks with fresh eyes: nothing that was read or cached before the restore is used.</summary>
    private async Task<bool> Verify(VerbCall call, CancellationToken ct)
    {
        using var host = VerbLine.Build(call.Settings);
        await host.Services.SetUpDatabase(ct);
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallContext>().IsSystem = true;

        var verdict = await services.GetRequiredService<LogVerifier>().Verify(services.GetRequiredService<ICheckpointKey>().Trusted, [], ct);
        var log = await VerifyLog.Report(verdict, texts, call.Output);
        return await CheckLedger.Report(services.GetServices<ILedgerCheck>(), call.Output, ct) && log;
    }
}
