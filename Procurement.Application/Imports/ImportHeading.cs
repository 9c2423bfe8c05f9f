using Procurement.Domain.Shared;

namespace Procurement.Application.Imports;

/// <summary>Where each column of a definition stands in a file.</summary>
public sealed class ImportHeading
{
    /// <summary>A title or a letterhead may stand above the headings, but not much more.</summary>
    private const int LatestRow = 10;

    private readonly Dictionary<string, int> _places;

    private ImportHeading(ImportDefinition definition, Dictionary<string, int> places, IReadOnlyList<string> unknown, int index) =>
        (Definition, _places, Unknown, Index) = (definition, places, unknown, index);

    public ImportDefinition Definition { get; }

    /// <summary>Headings that mean nothing here; what stands under them is not read.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Which of the rows holds the headings.</summary>
    public int Index { get; }

    /// <summary>Finds the row of headings: the one of the first rows that names most columns.</summary>
    public static Result<ImportHeading> Find(ImportDefinition definition, IReadOnlyList<SheetRow> rows)
    {
        var names = definition.Columns
            .SelectMany(c => c.Also.Concat([c.Fa, c.En, c.Key]).Select(n => (Name: SheetWords.Key(n), Column: c)))
            .DistinctBy(n => n.Name, StringComparer.Ordinal).ToDictionary(n => n.Name, n => n.Column, StringComparer.Ordinal);
        var (index, matched) = rows.Take(LatestRow)
            .Select((row, i) => (i, row.Cells.Count(cell => names.ContainsKey(SheetWords.Key(cell)))))
            .DefaultIfEmpty((0, 0)).MaxBy(row => row.Item2);
        var required = definition.Columns.Where(c => c.Required).ToList();
        if (matched == 0) return Missing("imports.heading-missing", required);

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var unknown = new List<string>();
        for (var place = 0; place < rows[index].Cells.Count; place++)
        {
            var heading = PersianText.Clean(rows[index].Cells[place]);
            if (heading.Length == 0) continue;
            if (!names.TryGetValue(SheetWords.Key(heading), out var column)) unknown.Add(heading);
            else if (!places.TryAdd(column.Key, place)) return Refusal.Invalid("imports.column-twice", Named(column));
        }

        var missing = required.Where(c => !places.ContainsKey(c.Key)).ToList();
        return missing.Count > 0 ? Missing("imports.columns-missing", missing) : new ImportHeading(definition, places, unknown, index);
    }

    public int? PlaceOf(ImportColumn column) => _places.TryGetValue(column.Key, out var place) ? place : null;

    private static Refusal Missing(string code, IReadOnlyList<ImportColumn> columns) =>
        Refusal.Invalid(code, string.Join(" / ", columns.Select(Named)));

    /// <summary>Both headings: whoever reads the refusal may write either.</summary>
    private static string Named(ImportColumn column) => $"{column.Fa} ({column.En})";
}
