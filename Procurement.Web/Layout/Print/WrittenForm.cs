using System.Xml.Linq;
using Procurement.Application.Shared.Ports;

namespace Procurement.Web.Layout.Print;

/// <summary>
/// Reads a kind's print view, once written, back as data: a table without a head holds fields, one with a head is a table of lines whose
/// foot closes it, a paragraph is a note. Print views are plain, well-formed markup, which a test keeps so.
/// </summary>
public static class WrittenForm
{
    public static PrintedForm Read(string markup, PrintedForm frame)
    {
        var body = XElement.Parse($"<form>{markup}</form>", LoadOptions.PreserveWhitespace);
        var facts = new List<PrintedFact>();
        var tables = new List<PrintedTable>();
        var notes = new List<string>();
        foreach (var part in body.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "table" when part.Element("thead") is null:
                    facts.AddRange(part.Descendants("tr").SelectMany(Facts));
                    break;
                case "table":
                    tables.Add(Table(part));
                    break;
                case "p" when (string?)part.Attribute("class") == "words" && tables.Count > 0:
                    tables[^1] = tables[^1] with { Closings = [.. tables[^1].Closings, new PrintedFact("", Text(part), IsWide: true)] };
                    break;
                default:
                    notes.Add(Text(part));
                    break;
            }
        }

        return frame with { Facts = facts, Tables = tables, Notes = notes };
    }

    private static IEnumerable<PrintedFact> Facts(XElement row)
    {
        var label = "";
        foreach (var cell in row.Elements())
        {
            if (cell.Name == "th") label = Text(cell);
            else yield return new PrintedFact(label, Text(cell), IsWide: Span(cell) > 1 || row.Elements("td").Count() == 1);
        }
    }

    private static PrintedTable Table(XElement table)
    {
        var columns = table.Element("thead")!.Descendants("th").Select(Text).ToList();
        var rows = new List<IReadOnlyList<string>>();
        var closings = new List<PrintedFact>();
        foreach (var row in table.Elements("tbody").Elements("tr"))
        {
            // A row that joins columns is no line of the table: it says something over the whole width.
            if (row.Elements().Count() == columns.Count) rows.Add([.. row.Elements().Select(Text)]);
            else closings.Add(new PrintedFact("", Joined(row.Elements()), IsWide: true));
        }

        foreach (var row in table.Elements("tfoot").Elements("tr"))
        {
            closings.Add(new PrintedFact(Joined(row.Elements("th")), Joined(row.Elements("td")), IsWide: !row.Elements("th").Any()));
        }

        return new PrintedTable(table.Element("caption") is { } caption ? Text(caption) : "", columns, rows, closings);
    }

    private static int Span(XElement cell) => (int?)cell.Attribute("colspan") ?? 1;

    private static string Joined(IEnumerable<XElement> cells) => string.Join(" · ", cells.Select(Text).Where(text => text.Length > 0));

    /// <summary>The text with the line breaks and the isolation of foreign words that the markup stands for.</summary>
    private static string Text(XElement element) =>
        string.Join('\n', Words(element).Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));

    private static string Words(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value.ReplaceLineEndings(" "),
        XElement inner when inner.Name == "br" => "\n",
        XElement inner when inner.Name == "div" || (string?)inner.Attribute("class") == "print-specification" => $"\n{Words(inner)}\n",
        XElement inner when (string?)inner.Attribute("dir") == "ltr" => Isolated.LeftToRight(Words(inner).Trim()),
        XElement inner when inner.Name == "bdi" || inner.Name == "time" => Isolated.ByItself(Words(inner).Trim()),
        XElement inner => Words(inner),
        _ => "",
    }));
}

/// <summary>Marks of Unicode that keep a piece of text from turning the words around it.</summary>
internal static class Isolated
{
    public static string LeftToRight(string? text) => string.IsNullOrEmpty(text) ? "" : $"\u2066{text}\u2069";

    public static string ByItself(string text) => text.Length == 0 ? "" : $"\u2068{text}\u2069";
}
