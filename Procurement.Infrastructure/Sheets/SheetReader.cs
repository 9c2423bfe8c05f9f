using System.Globalization;
using System.Text;
using System.Xml;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Procurement.Application.Imports;
using Procurement.Application.Shared.Sheets;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Sheets;

/// <inheritdoc cref="ISheetReader"/>
internal sealed class SheetReader : ISheetReader
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The largest number a double holds without skipping whole ones.</summary>
    private const double MostExact = 9_007_199_254_740_992;

    /// <summary>A row this far down is where somebody once pressed the space bar, not data.</summary>
    private const int DeepestRow = SheetLimits.MaxRows * 2;

    /// <summary>Bytes of one record; a quotation mark nobody closed would else swallow the rest of the file.</summary>
    private const int LongestRecord = 256 * 1024;

    /// <summary>The workbook reader asks for a code page of the old file format, even though it is never used here.</summary>
    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public Result<IReadOnlyList<SheetRow>> Read(Stream content)
    {
        Span<byte> head = stackalloc byte[2];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return length == 2 && head.SequenceEqual("PK"u8) ? Workbook(content) : Text(content);
    }

    private static Result<IReadOnlyList<SheetRow>> Workbook(Stream content)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
            var rows = new Rows();
            while (reader.Read() && reader.Depth < DeepestRow)
            {
                var cells = new string[Math.Min(reader.FieldCount, SheetLimits.MaxColumns)];
                for (var i = 0; i < cells.Length; i++) cells[i] = TextOf(reader.GetValue(i));
                if (rows.Add(reader.Depth + 1, cells) is { } refusal) return refusal;
            }

            return Result<IReadOnlyList<SheetRow>>.Of(rows.All);
        }
        catch (Exception fault) when (fault is ExcelReaderException or XmlException or InvalidDataException or FormatException or OverflowException or ArgumentException)
        {
            return Refusal.Invalid("imports.broken-workbook");
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        double number when Math.Abs(number) <= MostExact => ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime day => JalaliDate.From(DateOnly.FromDateTime(day)).ToString(),
        bool yes => yes ? "yes" : "no",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    private static Result<IReadOnlyList<SheetRow>> Text(Stream content)
    {
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var rows = new Rows();
        try
        {
            var delimiter = DelimiterOf(text);
            content.Position = 0;
            text.DiscardBufferedData();
            using var csv = CsvReader.Create(text, CsvReaderOptions.Default with
            {
                Separator = delimiter,
                HasHeader = false,
                SkipEmptyLines = false,
                MaxRecordSize = LongestRecord,
            }, leaveOpen: true);
            while (csv.Read())
            {
                var cells = new string[Math.Min(csv.FieldCount, SheetLimits.MaxColumns)];
                for (var i = 0; i < cells.Length; i++) cells[i] = FormulaGuard.Unguard(csv.GetString(i));
                if (rows.Add(checked((int)csv.RowNumber), cells) is { } refusal) return refusal;
            }
        }
        catch (DecoderFallbackException)
        {
            return Refusal.Invalid("imports.csv-not-utf8");
        }
        catch (CsvFormatException)
        {
            return Refusal.Invalid("imports.broken-text", rows.Last + 1);
        }

        return Result<IReadOnlyList<SheetRow>>.Of(rows.All);
    }

    /// <summary>What parts the cells of the first line that has any; most of them wins.</summary>
    private static char DelimiterOf(StreamReader text)
    {
        for (var line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var quoted = false;
            var counts = new int[Delimiters.Length];
            foreach (var c in line)
            {
                if (c == '"') quoted = !quoted;
                else if (!quoted && Array.IndexOf(Delimiters, c) is >= 0 and var found) counts[found]++;
            }

            // A title above the table has none.
            if (counts.Max() > 0) return Delimiters[Array.IndexOf(counts, counts.Max())];
        }

        return Delimiters[0];
    }

    private sealed class Rows
    {
        private readonly List<SheetRow> _rows = [];

        public IReadOnlyList<SheetRow> All => _rows;

        public int Last => _rows.Count == 0 ? 0 : _rows[^1].Number;

        /// <summary>Takes a row unless it is blank; tells when the file is beyond the limits.</summary>
        public Refusal? Add(int number, string[] cells)
        {
            var blank = true;
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i].Length > SheetLimits.MaxText) return Refusal.Invalid("imports.cell-too-long", number, SheetLimits.MaxText);
                blank &= string.IsNullOrWhiteSpace(cells[i]);
            }

            if (blank) return null;
            if (_rows.Count == SheetLimits.MaxRows) return Refusal.Invalid("imports.too-many-rows", SheetLimits.MaxRows);
            _rows.Add(new SheetRow(number, cells));
            return null;
        }
    }
}
