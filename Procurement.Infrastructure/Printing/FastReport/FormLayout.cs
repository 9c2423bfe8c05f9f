using System.Data;
using FastReport;
using FastReport.Data;

namespace Procurement.Infrastructure.Printing.FastReport;

/// <summary>
/// Sets the sizes that depend on what is printed: a kind's form fixes paper, type and the order of the parts; how many columns a table has,
/// how wide they are and how high its rows follows its words. The engine's own growing is not used: outside Windows the drawing library
/// miscounts the letters that fit a line of joined script, and every row would grow by a line for each letter. Forms are drawn from the right; for a language written from the left they are mirrored.
/// </summary>
internal sealed class FormLayout(Report report, bool rightToLeft)
{
    private const float LabelShare = 0.16f;
    private const float ClosingLabelShare = 0.7f;

    /// <summary>Widest and narrowest a column is reckoned, in letters.</summary>
    private const int MostLetters = 34;
    private const int FewestLetters = 5;

    /// <summary>Reckoned width of a letter and height of a line, in units of the form (1/96 inch) at 9 points, and the padding of a box.</summary>
    private const float LetterWidth = 6;
    private const float LineHeight = 19;
    private const float Padding = 10;

    /// <summary>Taken before the form is filled: a band at work hides its head and its inner bands from a search by name.</summary>
    private readonly Dictionary<string, TextObject> _boxes = report.AllObjects.OfType<TextObject>().ToDictionary(box => box.Name, StringComparer.Ordinal);

    /// <summary>The heights that the form gives them.</summary>
    private readonly Dictionary<string, float> _drawn = report.AllObjects.OfType<TextObject>().ToDictionary(box => box.Name, box => box.Height, StringComparer.Ordinal);

    private readonly Dictionary<string, BandBase> _bands = report.AllObjects.OfType<BandBase>().ToDictionary(band => band.Name, StringComparer.Ordinal);

    private ReportPage Page => (ReportPage)report.Pages[0];

    private float Width => (Page.PaperWidth - Page.LeftMargin - Page.RightMargin) * global::FastReport.Utils.Units.Millimeters;

    public void Apply()
    {
        if (!rightToLeft) Mirror();
        On("FactsBand", FormData.Facts, LayFacts);
        On("TablesBand", FormData.Tables, LayTable);
        On("RowsBand", FormData.Rows, row => Grow("RowsBand", Objects("Cell"), [.. Enumerable.Range(0, FormData.MaxColumns).Select(i => Text(row, FormData.Named("Cell", i)))]));
        On("ClosingsBand", FormData.Closings, LayClosing);
        On("BoxesBand", FormData.Boxes, LayBoxes);
    }

    private void Mirror()
    {
        foreach (var part in report.AllObjects.OfType<ReportComponentBase>().Where(part => part is not BandBase))
        {
            part.Left = Width - part.Left - part.Width;
            if (part is TextObject text) text.RightToLeft = false;
        }
    }

    private void On(string band, string source, Action<DataRow> lay)
    {
        var rows = report.GetDataSource(source);
        ((DataBand)report.FindObject(band)).BeforePrint += (_, _) => lay((DataRow)rows.CurrentRow);
    }

    private void LayFacts(DataRow fact)
    {
        var alone = Text(fact, "Label2").Length + Text(fact, "Value2").Length == 0;
        Place(["Label1", "Value1", "Label2", "Value2"], alone ? [LabelShare, 1 - LabelShare] : [LabelShare, 0.5f - LabelShare, LabelShare, 0.5f - LabelShare]);
        Grow("FactsBand", ["Label1", "Value1", "Label2", "Value2"], [Text(fact, "Label1"), Text(fact, "Value1"), Text(fact, "Label2"), Text(fact, "Value2")]);
    }

    private void LayTable(DataRow table)
    {
        var rows = table.GetChildRows(FormData.Tables + FormData.Rows);
        var heads = Enumerable.Range(0, FormData.MaxColumns).Reverse().SkipWhile(i => Text(table, FormData.Named("Head", i)).Length == 0).Count();
        var widths = Enumerable.Range(0, heads).Select(i => Letters([Text(table, FormData.Named("Head", i)), .. rows.Select(row => Text(row, FormData.Named("Cell", i)))])).ToList();
        Place(Objects("Head"), widths);
        Place(Objects("Cell"), widths);
        Grow("HeadBand", Objects("Head"), [.. Enumerable.Range(0, FormData.MaxColumns).Select(i => Text(table, FormData.Named("Head", i)))]);
        _boxes["Caption"].Visible = Text(table, "Caption").Length > 0;
    }

    private void LayClosing(DataRow closing)
    {
        Place(["ClosingLabel", "ClosingValue"], Text(closing, "Label").Length == 0 ? [0, 1] : [ClosingLabelShare, 1 - ClosingLabelShare]);
        Grow("ClosingsBand", ["ClosingLabel", "ClosingValue"], [Text(closing, "Label"), Text(closing, "Value")]);
    }

    private void LayBoxes(DataRow boxes)
    {
        var count = Enumerable.Range(0, FormData.BoxesInRow).Count(i => Text(boxes, FormData.Named("Post", i)).Length > 0);
        var widths = Enumerable.Repeat(1f, count).ToList();
        Place([.. Enumerable.Range(0, FormData.BoxesInRow).Select(i => FormData.Named("Post", i))], widths);
        Place([.. Enumerable.Range(0, FormData.BoxesInRow).Select(i => FormData.Named("Lines", i))], widths);
    }

    private static IReadOnlyList<string> Objects(string prefix) => [.. Enumerable.Range(0, FormData.MaxColumns).Select(i => FormData.Named(prefix, i))];

    /// <summary>Shares the sheet's width among the first objects and hides those that have no share.</summary>
    private void Place(IReadOnlyList<string> objects, IReadOnlyList<float> shares)
    {
        var sum = shares.Sum();
        var begin = 0f;
        for (var i = 0; i < objects.Count; i++)
        {
            var box = _boxes[objects[i]];
            box.Visible = i < shares.Count && shares[i] > 0;
            if (!box.Visible) continue;

            box.Width = Width * shares[i] / sum;
            box.Left = rightToLeft ? Width - begin - box.Width : begin;
            begin += box.Width;
        }
    }

    /// <summary>Makes a band as high as the fullest of its boxes needs, and never lower than it was drawn.</summary>
    private void Grow(string band, IReadOnlyList<string> objects, IReadOnlyList<string> texts)
    {
        var boxes = objects.Select(name => _boxes[name]).ToList();
        var height = boxes.Zip(texts).Where(pair => pair.First.Visible).Max(pair => Math.Max(_drawn[pair.First.Name], (Lines(pair.Second, pair.First.Width) * LineHeight) + Padding));
        foreach (var box in boxes) box.Height = height;
        _bands[band].Height = height;
    }

    private static int Lines(string text, float width)
    {
        var letters = Math.Max(1, (int)((width - Padding) / LetterWidth));
        return text.Split('\n').Sum(line => Math.Max(1, (line.Length + letters - 1) / letters));
    }

    /// <summary>A column must hold its longest word; beyond that, longer text gets more room up to a limit.</summary>
    private static float Letters(IReadOnlyList<string> texts)
    {
        var word = texts.SelectMany(text => text.Split([' ', '\n'])).Max(part => part.Length);
        var line = texts.SelectMany(text => text.Split('\n')).Max(part => part.Length);
        return Math.Clamp(Math.Max(word + 2, Math.Min(line, MostLetters)), FewestLetters, Math.Max(MostLetters, word + 2));
    }

    private static string Text(DataRow row, string column) => row[column] as string ?? "";
}
