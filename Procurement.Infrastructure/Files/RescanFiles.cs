using Microsoft.Extensions.Logging;
using Procurement.Application.Shared.Jobs;
using Procurement.Application.Shared.Ports;

namespace Procurement.Infrastructure.Files;

/// <summary>Asks the scanner again about attachments it gave no answer on, so that they do not wait for ever.</summary>
internal sealed class RescanFiles(IFileVault vault, ILogger<RescanFiles> log) : IDailyJob
{
    public string Name => "rescan-files";

    public async Task Run(DateOnly day, CancellationToken ct)
    {
        foreach (var waiting in vault.Quarantined())
        {
            var scanned = await vault.ScanAgain(waiting, ct);
            log.LogInformation("Attachment {Hash} scanned again: {Outcome}", waiting, scanned.Succeeded ? scanned.Value : scanned.Refusal.Code);
        }
    }
}
