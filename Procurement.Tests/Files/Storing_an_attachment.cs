using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Files;

public sealed class Storing_an_attachment : VaultTest
{
    public static TheoryData<string, string?, byte[], FileType> Honest => new()
    {
        { "quote.pdf", "application/pdf", CraftedFiles.Pdf(), FileType.Pdf },
        { "QUOTE.PDF", null, CraftedFiles.Pdf(), FileType.Pdf },
        { "photo.png", "image/png", CraftedFiles.Png, FileType.Png },
        { "photo.jpeg", "image/jpeg", CraftedFiles.Jpeg, FileType.Jpeg },
        { "lines.xlsx", "application/octet-stream", CraftedFiles.Workbook(), FileType.Workbook },
        { "نامه.docx", null, CraftedFiles.WordDocument(), FileType.WordDocument },
        { "items.csv", "application/vnd.ms-excel", CraftedFiles.Csv, FileType.Csv },
        { "note.txt", "text/plain; charset=utf-8", CraftedFiles.Csv, FileType.PlainText },
    };

    public static TheoryData<string, string?, byte[], string> Dishonest => new()
    {
        { "setup.exe", null, CraftedFiles.Pdf(), "files.type-not-allowed" },
        { "quote.pdf.html", "application/pdf", CraftedFiles.Pdf(), "files.type-not-allowed" },
        { "quote", null, CraftedFiles.Pdf(), "files.type-not-allowed" },
        { "quote.pdf", null, CraftedFiles.Png, "files.not-what-it-claims" },
        { "quote.pdf", "image/png", CraftedFiles.Pdf(), "files.not-what-it-claims" },
        { "quote.pdf", null, "%PDF-1.7 and then nothing of the kind"u8.ToArray(), "files.not-what-it-claims" },
        { "photo.png", null, CraftedFiles.Png[..10], "files.not-what-it-claims" },
        { "photo.jpg", null, CraftedFiles.Png, "files.not-what-it-claims" },
        { "lines.xlsx", null, CraftedFiles.WordDocument(), "files.not-what-it-claims" },
        { "lines.xlsx", null, CraftedFiles.Zip([("run.sh", [1])]), "files.not-what-it-claims" },
        { "lines.xlsx", null, CraftedFiles.Workbook()[..^30], "files.not-what-it-claims" },
        { "lines.xlsx", null, CraftedFiles.Workbook(("xl/workbook.xml", [1])), "files.not-what-it-claims" },
        { "lines.xlsx", null, CraftedFiles.Workbook(("xl/vbaProject.bin", [1])), "files.type-not-allowed" },
        { "items.csv", null, Encoding.Unicode.GetBytes("a;b"), "files.not-what-it-claims" },
        { "items.csv", null, [.. CraftedFiles.Csv, 0xFF], "files.not-what-it-claims" },
        { "note.txt", null, [.. CraftedFiles.Csv, 0x1B], "files.not-what-it-claims" },
        { "note.txt", null, [], "files.empty" },
    };

    [Theory]
    [MemberData(nameof(Honest))]
    public async Task A_file_that_is_what_it_claims_is_kept_and_given_back_byte_by_byte(string name, string? declared, byte[] content, FileType type)
    {
        var vault = AVault();

        var stored = (await Store(vault, content, name, declared)).Value;

        Assert.Equal(new StoredFile(Sha256Hash.Of(content), content.Length, type, ScanState.NotScanned), stored);
        await using var opened = vault.Open(stored.Hash).Value;
        using var copy = new MemoryStream();
        await opened.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
    }

    [Theory]
    [MemberData(nameof(Dishonest))]
    public async Task A_file_that_is_not_is_refused_and_leaves_nothing_behind(string name, string? declared, byte[] content, string code)
    {
        var refused = await Store(AVault(), content, name, declared);

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task Thirty_megabytes_named_pdf_that_are_none_are_refused_before_they_are_all_received()
    {
        using var upload = new CraftedFiles.CountingStream(new byte[30 * 1024 * 1024]);

        var refused = await AVault().Store(upload, "drawings.pdf", "application/pdf", CancellationToken.None);

        Assert.Equal("files.not-what-it-claims", refused.Refusal.Code);
        Assert.InRange(upload.BytesRead, 1, 128 * 1024);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task Thirty_megabytes_that_only_begin_like_a_pdf_are_refused()
    {
        var content = new byte[30 * 1024 * 1024];
        "%PDF-1.7\n"u8.CopyTo(content);

        Assert.Equal("files.not-what-it-claims", (await Store(AVault(), content, "drawings.pdf")).Refusal.Code);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_as_soon_as_the_limit_is_passed()
    {
        var content = CraftedFiles.Pdf(new string('x', 10 * 1024 * 1024));
        using var upload = new CraftedFiles.CountingStream(content);

        var refused = await AVault(maxBytes: 1024 * 1024).Store(upload, "drawings.pdf", null, CancellationToken.None);

        Assert.Equal("files.too-large", refused.Refusal.Code);
        Assert.Equal(1m, refused.Refusal.Args[0]);
        Assert.InRange(upload.BytesRead, 1024 * 1024, 2 * 1024 * 1024);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_kept()
    {
        var content = CraftedFiles.Pdf();

        Assert.True((await Store(AVault(maxBytes: content.Length), content, "quote.pdf")).Succeeded);
        Assert.False((await Store(AVault(maxBytes: content.Length - 1), content, "quote.pdf")).Succeeded);
    }

    [Fact]
    public async Task A_workbook_made_by_an_office_library_is_kept()
    {
        using var bytes = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var main = workbook.AddWorkbookPart();
            main.AddNewPart<WorksheetPart>().Worksheet = new Worksheet(new SheetData(new Row(new Cell { CellValue = new CellValue("۱۲") })));
            main.Workbook = new Workbook(new Sheets());
        }

        Assert.True((await Store(AVault(), bytes.ToArray(), "lines.xlsx")).Succeeded);
    }

    [Fact]
    public async Task A_small_workbook_that_unpacks_to_a_huge_one_is_refused()
    {
        var bomb = CraftedFiles.Workbook(("xl/worksheets/sheet1.xml", new byte[30 * 1024 * 1024]));
        Assert.InRange(bomb.Length, 1, 512 * 1024);

        Assert.Equal("files.expands-too-far", (await Store(AVault(), bomb, "lines.xlsx")).Refusal.Code);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task A_workbook_that_understates_what_it_unpacks_to_is_found_out()
    {
        var bomb = CraftedFiles.Workbook(("xl/worksheets/sheet1.xml", new byte[30 * 1024 * 1024]));
        Replace(bomb, BitConverter.GetBytes(30 * 1024 * 1024), BitConverter.GetBytes(1000));
        var liar = CraftedFiles.Workbook(("xl/worksheets/sheet1.xml", new byte[12_345]));
        Replace(liar, BitConverter.GetBytes(12_345), BitConverter.GetBytes(1000));

        Assert.Equal("files.expands-too-far", (await Store(AVault(), bomb, "lines.xlsx")).Refusal.Code);
        Assert.Equal("files.not-what-it-claims", (await Store(AVault(), liar, "lines.xlsx")).Refusal.Code);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task No_single_broken_byte_of_a_workbook_is_more_than_a_refusal()
    {
        var workbook = CraftedFiles.Workbook(("xl/worksheets/sheet1.xml", new byte[1000]));
        var vault = AVault();
        for (var i = 4; i < workbook.Length; i++)
        {
            byte[] broken = [.. workbook];
            broken[i] ^= 0xFF;
            var outcome = await Store(vault, broken, "lines.xlsx");
            Assert.True(outcome.Succeeded || outcome.Refusal.Code.StartsWith("files.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_workbook_of_too_many_parts_is_refused()
    {
        var parts = Enumerable.Range(0, 2_001).Select(i => ($"xl/{i}.xml", Array.Empty<byte>())).ToArray();

        Assert.Equal("files.expands-too-far", (await Store(AVault(), CraftedFiles.Workbook(parts), "lines.xlsx")).Refusal.Code);
    }

    [Fact]
    public async Task The_same_content_is_stored_once_under_its_hash_whatever_it_is_called()
    {
        var vault = AVault();
        var first = (await Store(vault, CraftedFiles.Csv, "items.csv")).Value;
        var second = (await Store(vault, CraftedFiles.Csv, "../../etc/passwd.txt")).Value;

        var hash = first.Hash.ToHex();
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal([Path.Combine(hash[..2], hash[2..4], hash)], FilesOnDisk());
    }

    [Fact]
    public async Task Only_the_service_itself_can_read_what_is_kept()
    {
        if (OperatingSystem.IsWindows()) return; // Access lists of the folder decide there.

        await Store(AVault(), CraftedFiles.Csv, "items.csv");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Root, FilesOnDisk()[0])));
    }

    [Fact]
    public void A_hash_never_stored_is_not_found() =>
        Assert.Equal(RefusalKind.NotFound, AVault().Open(Sha256Hash.Of("never stored"u8)).Refusal.Kind);

    private static void Replace(byte[] bytes, byte[] was, byte[] becomes)
    {
        var found = 0;
        for (int at; (at = bytes.AsSpan().IndexOf(was)) >= 0; found++) becomes.CopyTo(bytes, at);
        Assert.NotEqual(0, found);
    }
}
