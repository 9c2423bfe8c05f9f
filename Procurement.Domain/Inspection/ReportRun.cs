using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Inspection;

public readonly record struct ReportRunId(Guid Value) : ITypedId<ReportRunId>
{
    public static ReportRunId From(Guid value) => new(value);

    public static ReportRunId New() => new(Guid.CreateVersion7());
}

/// <summary>What a reconciliation looked at: a period, and as far as it was narrowed a unit, store, item or supplier (دامنه گزارش).</summary>
public sealed record ReportParameters(
    DateOnly From, DateOnly To, OrgUnitId? Unit = null, StoreId? Store = null, ItemId? Item = null, SupplierId? Supplier = null);

/// <summary>
/// One run of a reconciliation report, as it came out (اجرای گزارش تطبیق): who ran it, over what, with what result. Never changed, so that
/// nobody can say later that he saw something else; the audit leaf of the run carries the hash of the result.
/// </summary>
public sealed class ReportRun
{
    private ReportRun()
    {
    }

    public ReportRunId Id { get; private set; }

    /// <summary>Which report: R1 to R10.</summary>
    public string Report { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public OrgUnitId? UnitId { get; private set; }

    public StoreId? StoreId { get; private set; }

    public ItemId? ItemId { get; private set; }

    public SupplierId? SupplierId { get; private set; }

    public PersonId RunBy { get; private set; }

    public DateTimeOffset RunAt { get; private set; }

    /// <summary>How many things were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>How many of them differ.</summary>
    public long Different { get; private set; }

    /// <summary>SHA-256 of the result as the report wrote it.</summary>
    public string ResultSha256 { get; private set; } = "";

    /// <summary>The result, packed.</summary>
    public byte[] Result { get; private set; } = [];

    public ReportParameters Parameters => new(From, To, UnitId, StoreId, ItemId, SupplierId);

    /// <summary>Keeps a run as it came out.</summary>
    public static ReportRun Record(
        ReportRunId id, string report, ReportParameters parameters, PersonId by, DateTimeOffset at, long compared, long different, Sha256Hash resultHash, byte[] packed) => new()
    {
        Id = id,
        Report = report,
        From = parameters.From,
        To = parameters.To,
        UnitId = parameters.Unit,
        StoreId = parameters.Store,
        ItemId = parameters.Item,
        SupplierId = parameters.Supplier,
        RunBy = by,
        RunAt = at,
        Compared = compared,
        Different = different,
        ResultSha256 = resultHash.ToHex(),
        Result = packed,
    };
}
