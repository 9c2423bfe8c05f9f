using System.IO.Compression;
using System.Text.Json;
using Procurement.Application.Shared.Access;
using Procurement.Domain.Inspection;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Inspection.Reports;

/// <summary>Those who answer for control, and those who inspect it, may hold the books against each other; each within his own units.</summary>
public sealed class ReconciliationPermissions : IPermissionSource
{
    public const string Read = "reconciliation.read";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.To(
            Read, Capacity.Inspector, Capacity.SeniorSupervisor, Capacity.FinanceController, Capacity.AccountsOfficer, Capacity.HeadOfGeneralAffairs,
            Capacity.DocumentReviewer, Capacity.AuthorisedOfficial),
    ];
}

/// <summary>The runs that were kept.</summary>
public interface IReportRuns
{
    void Add(ReportRun run);

    Task<ReportRun?> Find(ReportRunId id, CancellationToken ct);

    /// <summary>The newest runs of a report, without their results; of one person only when one is given.</summary>
    Task<IReadOnlyList<ReportRunHead>> Latest(string report, PersonId? by, int take, CancellationToken ct);
}

/// <summary>A run without its result.</summary>
public sealed record ReportRunHead(
    ReportRunId Id, string Report, ReportParameters Parameters, PersonId RunBy, DateTimeOffset RunAt, long Compared, long Different, string ResultSha256);

/// <summary>The form in which results are hashed and kept.</summary>
internal static class PackedResult
{
    public static (Sha256Hash Hash, byte[] Packed) Of(ReportResult result)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(result);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(json);
        return (Sha256Hash.Of(json), packed.ToArray());
    }

    public static ReportResult Read(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ReportResult>(brotli) ?? throw new InvalidDataException("A kept result is empty.");
    }
}
