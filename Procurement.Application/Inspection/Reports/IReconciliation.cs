using Procurement.Application.SignOff;
using Procurement.Domain.Inspection;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Inspection.Reports;

/// <summary>One of the reconciliation reports R1 to R10: holds facts against each other that must be equal, and names those that are not.</summary>
/// <remarks>Found by scan. Board, run, drill-down and export are written once over the result; a report only compares.</remarks>
public interface IReconciliation
{
    /// <summary>Its code: <c>R8</c>. Names its texts, <c>reconciliation.r8-…</c>.</summary>
    string Code { get; }

    /// <summary>What may narrow it beside the period.</summary>
    ReportFilters Filters { get; }

    /// <summary>The columns of its rows, in order; the document comes before them.</summary>
    IReadOnlyList<ReportColumn> Columns { get; }

    Task<ReportResult> Run(ReportScope scope, CancellationToken ct);
}

/// <summary>What a report may be narrowed by.</summary>
[Flags]
public enum ReportFilters
{
    None = 0,
    Unit = 1,
    Store = 2,
    Item = 4,
    Supplier = 8,
}

/// <summary>The parameters of a run, with the units its reader may see of those he asked for.</summary>
public sealed record ReportScope(ReportParameters Parameters, UnitScope Units)
{
    /// <summary>The first instant of the period.</summary>
    public DateTimeOffset Begins => TehranTime.StartOfDay(Parameters.From);

    /// <summary>The first instant after the period.</summary>
    public DateTimeOffset Ends => TehranTime.StartOfDay(Parameters.To.AddDays(1));
}

/// <summary>How a cell is written for its reader; it is stored in the form machines read.</summary>
public enum ReportValue
{
    Text = 1,

    /// <summary>An id, hash or code: left to right, not translated.</summary>
    Code = 2,

    /// <summary>A word of the reports' own texts, by its key after <c>reconciliation.</c>.</summary>
    Word = 3,

    Number = 4,

    /// <summary>A quantity as stored, scaled.</summary>
    Quantity = 5,

    Rials = 6,

    /// <summary>A day, as ISO 8601.</summary>
    Day = 7,

    /// <summary>An instant, in microseconds since 1970.</summary>
    Instant = 8,

    /// <summary>A person, by his name.</summary>
    Person = 9,
}

/// <summary>A column of a report's rows; its heading is the text <c>reconciliation.column-…</c>.</summary>
public sealed record ReportColumn(string Name, ReportValue Value);

/// <summary>One of the comparisons a report makes, and how it came out; its sentence is the text <c>reconciliation.check-…</c>.</summary>
public sealed record ReportCheck(string Name, long Compared, long Different);

/// <summary>A document a row leads to.</summary>
public sealed record ReportedDocument(DocumentId Id, string Kind, string Number, string NumberFa)
{
    public static ReportedDocument Of(SignOffSheet sheet, DocumentRegistry registry) => new(
        sheet.Id, sheet.Kind.Code,
        sheet.HasNumber ? registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: false) : "",
        sheet.HasNumber ? registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: true) : "");
}

/// <summary>One line of a report.</summary>
/// <param name="Check">The comparison it belongs to.</param>
/// <param name="Reason">Why it differs, the text <c>reconciliation.reason-…</c>; null when it is equal.</param>
/// <param name="Document">The document it leads to; null when it is about none.</param>
/// <param name="Cells">One a column, as stored; empty where there is nothing to say.</param>
public sealed record ReportRow(string Check, string? Reason, ReportedDocument? Document, IReadOnlyList<string> Cells);

/// <summary>What a run found.</summary>
public sealed record ReportResult(IReadOnlyList<ReportCheck> Checks, IReadOnlyList<ReportRow> Rows)
{
    public long Compared => Checks.Sum(check => check.Compared);

    public long Different => Checks.Sum(check => check.Different);
}

/// <summary>Collects what a report finds, check by check.</summary>
public sealed class ReportFindings(params IReadOnlyList<string> checks)
{
    private readonly Dictionary<string, (long Compared, long Different)> _counts = checks.ToDictionary(check => check, _ => (0L, 0L), StringComparer.Ordinal);
    private readonly List<ReportRow> _rows = [];

    /// <summary>So many things were compared under a check.</summary>
    public void Compared(string check, long count = 1) => _counts[check] = (_counts[check].Compared + count, _counts[check].Different);

    /// <summary>One of them differs.</summary>
    public void Differs(string check, string reason, ReportedDocument? document, params IReadOnlyList<string> cells)
    {
        _counts[check] = (_counts[check].Compared, _counts[check].Different + 1);
        _rows.Add(new ReportRow(check, reason, document, cells));
    }

    public ReportResult Result() => new([.. checks.Select(check => new ReportCheck(check, _counts[check].Compared, _counts[check].Different))], _rows);
}
