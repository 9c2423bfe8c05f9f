using System.Data;
using System.Globalization;
using Procurement.Application.Shared.Ports;

namespace Procurement.Infrastructure.Printing.FastReport;

/// <summary>
/// A printed form as the parameters and tables that the <c>.frx</c> forms name. It needs no package, so that every build can prove that the
/// forms ask for nothing that is not here.
/// </summary>
internal static class FormData
{
    /// <summary>Most columns a form draws.</summary>
    public const int MaxColumns = 12;

    /// <summary>Signature boxes beside each other; more begin a second row.</summary>
    public const int BoxesInRow = 5;

    public const string Facts = "Facts";
    public const string Tables = "Tables";
    public const string Rows = "Rows";
    public const string Closings = "Closings";
    public const string Boxes = "Boxes";

    /// <summary>The number of a table, which its rows and closings carry.</summary>
    public const string Table = "Table";

    /// <summary>What stands once on a form.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(PrintedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Title"] = form.Title,
            ["Letterhead"] = Lines(form.Letterhead),
            ["Identity"] = Lines(form.Identity.Select(fact => $"{fact.Label}: {fact.Value}")),
            ["Notes"] = Lines(form.Notes),
            ["Mark"] = form.Mark ?? "",
            ["Verification"] = Lines(form.Verification),
        };
    }

    /// <summary>What stands on it line by line.</summary>
    public static DataSet DataSet(PrintedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var data = Empty();
        foreach (var pair in Pairs(form.Facts)) data.Tables[Facts]!.Rows.Add([.. pair]);
        for (var number = 0; number < form.Tables.Count; number++) Add(data, number, form.Tables[number]);
        foreach (var boxes in form.Signatures.Chunk(BoxesInRow))
        {
            var row = data.Tables[Boxes]!.NewRow();
            for (var i = 0; i < boxes.Length; i++)
            {
                row[Named("Post", i)] = boxes[i].Post;
                row[Named("Lines", i)] = Lines(boxes[i].Lines);
            }

            data.Tables[Boxes]!.Rows.Add(row);
        }

        return data;
    }

    /// <summary>The object or column of a place in a row: <c>Cell1</c> is the first.</summary>
    public static string Named(string prefix, int index) => prefix + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static DataSet Empty()
    {
        var data = new DataSet { Locale = CultureInfo.InvariantCulture };
        AddTable(data, Facts, ["Label1", "Value1", "Label2", "Value2"]);
        AddTable(data, Tables, ["Caption", .. Range("Head", MaxColumns)], numbered: true);
        AddTable(data, Rows, Range("Cell", MaxColumns), numbered: true);
        AddTable(data, Closings, ["Label", "Value"], numbered: true);
        AddTable(data, Boxes, [.. Range("Post", BoxesInRow), .. Range("Lines", BoxesInRow)]);
        foreach (var child in new[] { Rows, Closings })
        {
            data.Relations.Add(Tables + child, data.Tables[Tables]!.Columns[Table]!, data.Tables[child]!.Columns[Table]!);
        }

        return data;
    }

    private static void Add(DataSet data, int number, PrintedTable table)
    {
        if (table.Columns.Count > MaxColumns) throw new InvalidOperationException($"A printed table has {table.Columns.Count} columns; the forms draw {MaxColumns}.");

        data.Tables[Tables]!.Rows.Add([number, table.Caption, .. table.Columns]);
        foreach (var row in table.Rows) data.Tables[Rows]!.Rows.Add([number, .. row]);
        foreach (var closing in table.Closings) data.Tables[Closings]!.Rows.Add(number, closing.Label, closing.Value);
    }

    /// <summary>Two fields stand beside each other unless one takes its row alone.</summary>
    private static IEnumerable<List<string>> Pairs(IReadOnlyList<PrintedFact> facts)
    {
        PrintedFact? waiting = null;
        foreach (var fact in facts)
        {
            if (waiting is not null && !fact.IsWide)
            {
                yield return [waiting.Label, waiting.Value, fact.Label, fact.Value];
                waiting = null;
                continue;
            }

            if (waiting is not null) yield return [waiting.Label, waiting.Value];
            waiting = fact.IsWide ? null : fact;
            if (fact.IsWide) yield return [fact.Label, fact.Value];
        }

        if (waiting is not null) yield return [waiting.Label, waiting.Value];
    }

    private static void AddTable(DataSet data, string name, IEnumerable<string> columns, bool numbered = false)
    {
        var table = data.Tables.Add(name);
        if (numbered) table.Columns.Add(Table, typeof(int));
        foreach (var column in columns) table.Columns.Add(new DataColumn(column, typeof(string)) { DefaultValue = "" });
    }

    private static IEnumerable<string> Range(string prefix, int count) => Enumerable.Range(0, count).Select(i => Named(prefix, i));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
