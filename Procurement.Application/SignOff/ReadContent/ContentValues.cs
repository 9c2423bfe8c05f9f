using System.Globalization;
using System.Text.Json;

namespace Procurement.Application.SignOff.ReadContent;

/// <summary>What sort of value a canonical field holds.</summary>
public enum ContentSort
{
    Nothing = 1,
    Text = 2,
    Number = 3,
    Flag = 4,
}

/// <summary>One value of a document's canonical form.</summary>
/// <param name="Path">Field names from the outside in, joined by dots, rows left out: <c>lines.quantity</c>.</param>
/// <param name="Rows">The row of each list on the way, by its key.</param>
/// <param name="Raw">The value as written; empty for nothing.</param>
/// <param name="Sort">What sort it is.</param>
public sealed record ContentValue(string Path, IReadOnlyList<string> Rows, string Raw, ContentSort Sort)
{
    /// <summary>The same field of the same row in another version.</summary>
    public string Place { get; } = $"{Path}[{string.Join('/', Rows)}]";
}

/// <summary>A difference between two versions: one field, or a whole row that came or went.</summary>
/// <param name="Path">The field, or the list whose row it is.</param>
/// <param name="Rows">The row, by its key.</param>
/// <param name="Before">What stood there; empty when it is new.</param>
/// <param name="After">What stands there; empty when it was removed.</param>
public sealed record ContentChange(string Path, IReadOnlyList<string> Rows, IReadOnlyList<ContentValue> Before, IReadOnlyList<ContentValue> After);

/// <summary>Reads canonical bytes as a flat list of values, and tells two versions apart. Rows are matched by their own key, not by position.</summary>
public static class ContentValues
{
    /// <summary>What identifies the document itself rather than says anything.</summary>
    private static readonly HashSet<string> Frame = ["form", "formVersion", "document", "version", "unit", "owner"];

    private static readonly string[] RowKeys = ["id", "order", "sha256"];

    public static IReadOnlyList<ContentValue> Read(ReadOnlyMemory<byte> canonical)
    {
        using var json = JsonDocument.Parse(canonical);
        var values = new List<ContentValue>();
        foreach (var field in json.RootElement.EnumerateObject().Where(f => !Frame.Contains(f.Name))) Read(field.Value, field.Name, [], values);
        return values;
    }

    public static IReadOnlyList<ContentChange> Compare(IReadOnlyList<ContentValue> before, IReadOnlyList<ContentValue> after)
    {
        var was = before.ToDictionary(v => v.Place, StringComparer.Ordinal);
        var now = after.ToDictionary(v => v.Place, StringComparer.Ordinal);
        var rowsBefore = RowsOf(before);
        var rowsAfter = RowsOf(after);
        var changes = new List<ContentChange>();

        foreach (var value in after)
        {
            if (was.TryGetValue(value.Place, out var old))
            {
                if (old.Raw != value.Raw || old.Sort != value.Sort) changes.Add(new ContentChange(value.Path, value.Rows, Shown(old), Shown(value)));
            }
            else if (value.Rows.Count == 0 || rowsBefore.Contains(RowOf(value)))
            {
                changes.Add(new ContentChange(value.Path, value.Rows, [], Shown(value)));
            }
        }

        foreach (var value in before.Where(v => !now.ContainsKey(v.Place) && (v.Rows.Count == 0 || rowsAfter.Contains(RowOf(v)))))
            changes.Add(new ContentChange(value.Path, value.Rows, Shown(value), []));
        changes.AddRange(WholeRows(after, rowsBefore).Select(r => new ContentChange(r.Path, r.Rows, [], r.Values)));
        changes.AddRange(WholeRows(before, rowsAfter).Select(r => new ContentChange(r.Path, r.Rows, r.Values, [])));
        return changes;
    }

    private static IReadOnlyList<ContentValue> Shown(ContentValue value) => value.Sort == ContentSort.Nothing ? [] : [value];

    private static HashSet<string> RowsOf(IEnumerable<ContentValue> values) => values.Where(v => v.Rows.Count > 0).Select(RowOf).ToHashSet(StringComparer.Ordinal);

    private static string RowOf(ContentValue value) => $"{ListOf(value)}[{string.Join('/', value.Rows)}]";

    private static string ListOf(ContentValue value) => value.Path[..value.Path.LastIndexOf('.')];

    private static IEnumerable<(string Path, IReadOnlyList<string> Rows, IReadOnlyList<ContentValue> Values)> WholeRows(
        IEnumerable<ContentValue> values, HashSet<string> elsewhere) =>
        values.Where(v => v.Rows.Count > 0).GroupBy(RowOf, StringComparer.Ordinal).Where(row => !elsewhere.Contains(row.Key))
            .Select(row => (ListOf(row.First()), row.First().Rows, (IReadOnlyList<ContentValue>)[.. row.SelectMany(Shown)]));

    private static void Read(JsonElement element, string path, IReadOnlyList<string> rows, List<ContentValue> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject()) Read(field.Value, $"{path}.{field.Name}", rows, values);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var row in element.EnumerateArray()) Read(row, path, [.. rows, KeyOf(row, ++index)], values);
                break;
            default:
                values.Add(new ContentValue(path, rows, element.ValueKind == JsonValueKind.Null ? "" : element.ToString(), SortOf(element.ValueKind)));
                break;
        }
    }

    private static string KeyOf(JsonElement row, int index)
    {
        if (row.ValueKind == JsonValueKind.Object)
        {
            foreach (var key in RowKeys)
            {
                if (row.TryGetProperty(key, out var value)) return value.ToString();
            }
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }

    private static ContentSort SortOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Null => ContentSort.Nothing,
        JsonValueKind.Number => ContentSort.Number,
        JsonValueKind.True or JsonValueKind.False => ContentSort.Flag,
        _ => ContentSort.Text,
    };
}
