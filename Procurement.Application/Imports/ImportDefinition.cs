using Procurement.Domain.Shared;

namespace Procurement.Application.Imports;

/// <summary>How a column is written; decides how its cells are read and what its guide says.</summary>
public enum ColumnValue
{
    Text = 1,

    /// <summary>A code: digits of any script, letters of any case.</summary>
    Code = 2,

    /// <summary>A whole number, such as an amount in rials.</summary>
    Whole = 3,

    /// <summary>A number that may have a fraction.</summary>
    Number = 4,

    /// <summary>A Jalali day as ۱۴۰۵/۰۸/۳۰, or a date cell of the workbook.</summary>
    Day = 5,

    YesNo = 6,

    /// <summary>One of a list of words.</summary>
    Choice = 7,
}

/// <summary>One word of a list, in the languages it may be written in.</summary>
public sealed record ImportChoice(Enum Value, string Fa, string En);

/// <summary>One column of a file (ستون).</summary>
/// <param name="Key">Names the column in refusals and for programs; the heading may also be written so.</param>
/// <param name="Fa">The heading in Persian.</param>
/// <param name="En">The heading in English.</param>
/// <param name="Value">How its cells are written.</param>
public sealed record ImportColumn(string Key, string Fa, string En, ColumnValue Value = ColumnValue.Text)
{
    /// <summary>A file without this column is refused.</summary>
    public bool Required { get; init; }

    public IReadOnlyList<ImportChoice> Choices { get; init; } = [];

    /// <summary>Other headings people give this column.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Names the domain gives what the column holds, where they differ from the key; a refusal about one of them is shown at this column.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>A cell as it stands in the template.</summary>
    public string Example { get; init; } = "";

    internal bool Holds(string field) =>
        string.Equals(Key, field, StringComparison.OrdinalIgnoreCase) || Fields.Contains(field, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What one kind of file holds and who may bring it in.</summary>
/// <param name="Kind">Names the import in addresses and on the command line: <c>opening-stock</c>.</param>
/// <param name="Permission">The capability's own permission for it.</param>
/// <param name="Columns">The columns in the order of the template.</param>
public sealed record ImportDefinition(string Kind, string Permission, IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>What it makes belongs to somebody who must answer for it; the system alone cannot bring it in.</summary>
    public bool InSomebodysName { get; init; }
}

/// <summary>One kind of file that can be brought in (ورود از فایل); a new kind is one class, found by scan.</summary>
public interface IImport
{
    ImportDefinition Definition { get; }

    /// <summary>
    /// Makes by the domain's own rules what the rows state and hands it to the stores; a faulty row is refused on the row itself and the
    /// others are still read. Whether anything is kept is not decided here.
    /// </summary>
    Task<ImportTally> Take(IReadOnlyList<ImportRow> rows, CancellationToken ct);
}

/// <summary>What an import made.</summary>
/// <param name="Entered">How many things.</param>
/// <param name="Drafts">Documents drafted, which somebody must still sign.</param>
public sealed record ImportTally(int Entered, IReadOnlyList<Guid> Drafts)
{
    public static ImportTally Of(int entered) => new(entered, []);
}

/// <summary>Why a row is refused.</summary>
/// <param name="Row">The row's own number in the file, counted as spreadsheets count.</param>
/// <param name="Column">The column it is about; null when about the whole row.</param>
/// <param name="Refusal">Why.</param>
public sealed record RowFault(int Row, string? Column, Refusal Refusal)
{
    private const string Prefix = "Rows[";

    /// <summary>The refusal as an outcome carries it: its field names row and column.</summary>
    public Refusal AsRefusal() => Refusal.At(FormattableString.Invariant($"{Prefix}{Row}]{(Column is null ? "" : ".")}{Column}"));

    /// <summary>The fault an outcome's refusal carries; null when the refusal is about no row.</summary>
    public static RowFault? Of(Refusal refusal)
    {
        if (refusal.Field is not { } field || !field.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var end = field.IndexOf(']', StringComparison.Ordinal);
        return PersianText.TryParseLong(field[Prefix.Length..end], out var row)
            ? new RowFault((int)row, field.Length > end + 2 ? field[(end + 2)..] : null, refusal)
            : null;
    }
}
