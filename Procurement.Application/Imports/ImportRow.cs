using Procurement.Domain.Shared;

namespace Procurement.Application.Imports;

/// <summary>One row of a file under its headings: reads its cells and keeps what is wrong with it.</summary>
public sealed class ImportRow
{
    private readonly SheetRow _row;
    private readonly ImportHeading _heading;
    private List<RowFault>? _faults;

    internal ImportRow(SheetRow row, ImportHeading heading) => (_row, _heading) = (row, heading);

    /// <summary>The row's own number in the file.</summary>
    public int Number => _row.Number;

    public bool IsFaulty => _faults is not null;

    public IReadOnlyList<RowFault> Faults => _faults ?? [];

    /// <summary>The cell as cleaned text; empty when it is blank or the file has no such column.</summary>
    public string Text(ImportColumn column) => PersianText.Clean(Raw(column));

    public bool IsBlank(ImportColumn column) => Text(column).Length == 0;

    public long? Whole(ImportColumn column) =>
        Read(column, text => PersianText.TryParseLong(text, out var value) ? value : (long?)null, "imports.not-a-whole-number");

    public decimal? Amount(ImportColumn column) =>
        Read(column, text => PersianText.TryParseDecimal(text, out var value) ? value : (decimal?)null, "imports.not-a-number");

    public DateOnly? Day(ImportColumn column) => Read(column, SheetWords.Day, "imports.not-a-day");

    /// <summary>A yes or a no; a blank cell means no.</summary>
    public bool YesNo(ImportColumn column) => Read(column, SheetWords.YesNo, "imports.not-yes-or-no") ?? false;

    public TEnum? Choice<TEnum>(ImportColumn column) where TEnum : struct, Enum =>
        Read(column, text => (TEnum?)SheetWords.Choice(column, text), "imports.not-a-choice");

    /// <summary>Refuses the row when a cell it needs is blank.</summary>
    public bool Needs(params ReadOnlySpan<ImportColumn> columns)
    {
        var all = true;
        foreach (var column in columns)
        {
            if (!IsBlank(column)) continue;
            Refuse(column, Refusal.Invalid("imports.cell-missing"));
            all = false;
        }

        return all;
    }

    public void Refuse(ImportColumn? column, Refusal refusal) => (_faults ??= []).Add(new RowFault(Number, column?.Key, refusal));

    /// <summary>Refuses the row for what the domain said, each refusal at the column that holds the field it names.</summary>
    public void Refuse(IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals) Refuse(ColumnOf(refusal.Field), refusal);
    }

    private string Raw(ImportColumn column) => _heading.PlaceOf(column) is { } place && place < _row.Cells.Count ? _row.Cells[place] : "";

    private T? Read<T>(ImportColumn column, Func<string, T?> read, string fault) where T : struct
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        var value = read(text);
        if (value is null) Refuse(column, Refusal.Invalid(fault, text));
        return value;
    }

    private ImportColumn? ColumnOf(string? field)
    {
        if (field is null) return null;
        var name = field[(field.LastIndexOf('.') + 1)..];
        return _heading.Definition.Columns.FirstOrDefault(c => c.Holds(name));
    }

    /// <summary>The row a refusal names by its place in a list (<c>Lines[3].Quantity</c>); the first one when it names none.</summary>
    public static ImportRow NamedBy(Refusal refusal, IReadOnlyList<ImportRow> rows)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(rows);
        var field = refusal.Field ?? "";
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.IndexOf(']', StringComparison.Ordinal));
        return open >= 0 && close > open && PersianText.TryParseLong(field[(open + 1)..close], out var place) && place < rows.Count ? rows[(int)place] : rows[0];
    }
}
