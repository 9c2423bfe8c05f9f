using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Procurement.Application.Imports;
using Procurement.Application.Shared.Sheets;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Sheets;
using Xunit;

namespace Procurement.Tests.Imports;

public sealed class Reading_and_writing_sheets
{
    private const string Letters = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی يكة\u200cABCz ۰۱۲٣٤9=+-@'\",;،؛\t\n|%()«»";

    private static readonly SheetReader Reader = new();

    [Theory]
    [InlineData(SheetFormat.Workbook)]
    [InlineData(SheetFormat.Csv)]
    public void Any_Persian_text_that_is_written_is_read_again_as_it_was(SheetFormat format)
    {
        var text = Gen.Elements(Letters.ToCharArray()).ListOf().Select(letters => string.Concat(letters));
        var row = Gen.Two(text);
        Prop.ForAll(row.ListOf().Where(rows => rows.Count > 0).ToArbitrary(), rows =>
        {
            List<string[]> written = [.. rows.Select((r, i) => new[] { $"ردیف {i}", Sound(r.Item1, format), Sound(r.Item2, format) })];
            var read = Reader.Read(new MemoryStream(Write(written, format))).Value;

            Assert.Equal(written.Count + 1, read.Count);
            for (var i = 0; i < written.Count; i++) Assert.Equal(written[i], Padded(read[i + 1].Cells, 3));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void The_separator_is_found_and_rows_keep_their_own_numbers(string separator)
    {
        var text = string.Join("\r\n", "کد" + separator + "نام", "", "1" + separator + "الف", separator, "2" + separator + "\"ب\r\nپ\"", "3" + separator + "ت");

        var plain = Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Value;
        var marked = Reader.Read(new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)])).Value;

        Assert.Equal([(1, "کد"), (3, "1"), (5, "2"), (6, "3")], plain.Select(r => (r.Number, r.Cells[0])));
        Assert.Equal(plain.Select(r => string.Join('|', r.Cells)), marked.Select(r => string.Join('|', r.Cells)));
    }

    [Fact]
    public void Text_like_a_formula_is_written_so_that_no_spreadsheet_runs_it()
    {
        string[][] rows = [["=1+1", "@SUM(A1)", "متن"]];

        var csv = Encoding.UTF8.GetString(Write(rows, SheetFormat.Csv));
        using var workbook = new ZipArchive(new MemoryStream(Write(rows, SheetFormat.Workbook)));
        using var sheet = new StreamReader(workbook.Entries.Single(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).Open());
        var xml = sheet.ReadToEnd();

        Assert.Contains("'=1+1,'@SUM(A1),متن", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
        Assert.Contains("rightToLeft=\"1\"", xml, StringComparison.Ordinal);
        Assert.Contains("s=\"2\" t=\"inlineStr\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_workbook_an_unclosed_quote_and_foreign_bytes_are_refused_by_name()
    {
        var broken = Reader.Read(new MemoryStream([.. "PK\u0003\u0004"u8, .. new byte[200]]));
        var unclosed = Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes("a,b\n1,\"" + new string('x', 600_000))));
        var foreign = Reader.Read(new MemoryStream([0x61, 0x2C, 0xC7, 0xE1, 0x0A]));

        Assert.Equal(["imports.broken-workbook", "imports.broken-text", "imports.csv-not-utf8"], new[] { broken, unclosed, foreign }.Select(r => r.Refusal.Code));
    }

    [Fact]
    public void A_file_of_too_many_rows_is_refused()
    {
        var text = new StringBuilder("کد\n");
        for (var i = 0; i < SheetLimits.MaxRows; i++) text.Append("1\n");

        Assert.Equal("imports.too-many-rows", Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()))).Refusal.Code);
    }

    private static byte[] Write(IReadOnlyList<string[]> rows, SheetFormat format)
    {
        using var into = new MemoryStream();
        new SheetWriter().Write(new SheetTable("برگه", true, ["الف", "ب", "پ"], rows.ToAsyncEnumerable()), format, into, default).GetAwaiter().GetResult();
        return into.ToArray();
    }

    /// <summary>A workbook knows no difference between line ends.</summary>
    private static string Sound(string text, SheetFormat format) => format == SheetFormat.Workbook ? text.Replace("\r", "", StringComparison.Ordinal) : text;

    private static IEnumerable<string> Padded(IReadOnlyList<string> cells, int width) => cells.Concat(Enumerable.Repeat("", width)).Take(width);
}
