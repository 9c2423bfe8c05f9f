using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Procurement.Application.Shared.Sheets;

namespace Procurement.Infrastructure.Sheets;

/// <inheritdoc cref="ISheetWriter"/>
internal sealed class SheetWriter : ISheetWriter
{
    private const int LongestSheetName = 31;
    private const int BufferLength = 64 * 1024;
    private const double ColumnWidth = 20;

    private const uint HeadingStyle = 1;

    /// <summary>The style by which spreadsheets keep a text a text, even after somebody edits the cell.</summary>
    private const uint TextStyle = 2;

    private static readonly char[] NotInSheetNames = ['[', ']', ':', '*', '?', '/', '\\'];

    public Task Write(SheetTable table, SheetFormat format, Stream into, CancellationToken ct) => format switch
    {
        SheetFormat.Workbook => Workbook(table, into, ct),
        SheetFormat.Csv => Csv(table, into, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    private static async Task Csv(SheetTable table, Stream into, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(into, CsvWriterOptions.Default with { WriteByteOrderMark = true, BufferSize = BufferLength }, leaveOpen: true);
        foreach (var heading in table.Headings) csv.WriteField(FormulaGuard.Guard(heading));
        await csv.EndRecordAsync(ct);
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            foreach (var cell in row.Select(value => SheetCell.Of(value, table.RightToLeft))) csv.WriteField(cell.IsNumber ? cell.Text : FormulaGuard.Guard(cell.Text));
            await csv.EndRecordAsync(ct);
        }
    }

    /// <summary>A package needs a stream it can seek in, so it grows in a passing file and not in memory.</summary>
    private static async Task Workbook(SheetTable table, Stream into, CancellationToken ct)
    {
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferLength, FileOptions.DeleteOnClose);
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(sheet)) await Sheet(writer, table, ct);
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = NameOf(table.Title) }));
        }

        file.Position = 0;
        await file.CopyToAsync(into, ct);
    }

    private static async Task Sheet(OpenXmlWriter writer, SheetTable table, CancellationToken ct)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0, RightToLeft = table.RightToLeft,
        }));
        writer.WriteElement(new Columns(new Column { Min = 1, Max = (uint)Math.Max(1, table.Headings.Count), Width = ColumnWidth, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        Row(writer, table.Headings.Select(h => new SheetCell(h, false)), HeadingStyle);
        await foreach (var row in table.Rows.WithCancellation(ct)) Row(writer, row.Select(value => SheetCell.Of(value, table.RightToLeft)), null);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, IEnumerable<SheetCell> cells, uint? style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells) writer.WriteElement(Cell(cell, style));
        writer.WriteEndElement();
    }

    private static Cell Cell(SheetCell cell, uint? style) => cell.IsNumber
        ? new Cell(new CellValue(cell.Text)) { DataType = CellValues.Number }
        : new Cell(new InlineString(new Text(cell.Text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style ?? (FormulaGuard.IsRisky(cell.Text) ? TextStyle : null),
        };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true, QuotePrefix = true }, new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true }));

    private static string NameOf(string title)
    {
        var name = string.Concat(title.Where(c => !NotInSheetNames.Contains(c))).Trim('\'', ' ');
        return name.Length switch { 0 => "1", > LongestSheetName => name[..LongestSheetName], _ => name };
    }
}
