namespace Procurement.Infrastructure.Files;

/// <summary>Whoever looks for malware in files that come from outside.</summary>
public interface IVirusScanner
{
    /// <summary>Scans the bytes. A scanner that cannot answer says so; it does not throw.</summary>
    Task<ScanVerdict> Scan(Stream file, CancellationToken ct);
}

/// <summary>What a scanner found.</summary>
/// <param name="Outcome">Clean, infected, or no answer.</param>
/// <param name="Detail">The name of what was found, or why there is no answer.</param>
public sealed record ScanVerdict(ScanOutcome Outcome, string Detail);

/// <summary>The three answers of a scanner.</summary>
public enum ScanOutcome
{
    Clean = 1,
    Infected = 2,
    NoAnswer = 3,
}
