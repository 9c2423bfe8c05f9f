using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Shared.Ports;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Architecture;
using Procurement.Tests.Support;
using Procurement.Web.Layout.Print;
using Xunit;

namespace Procurement.Tests.Printing;

/// <summary>A printer with forms of its own gets as data what the print views say.</summary>
public sealed partial class A_paper_as_data(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly PrintedForm Frame = new("any", "", ReadsRightToLeft: true);

    [EngineFact]
    public async Task Says_what_the_page_says(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        var printer = new Recorder();
        await using var printing = site.WithWebHostBuilder(web => web.ConfigureTestServices(services => services.AddSingleton<IPdfPrinter>(printer)));
        using var client = printing.CreateClient();
        using var manager = site.Visit(site.Body.Manager);
        foreach (var (name, value) in manager.Client.DefaultRequestHeaders) client.DefaultRequestHeaders.Add(name, value);

        var pdf = await client.GetByteArrayAsync(new Uri($"/documents/{id.Value}/print?handler=Pdf", UriKind.Relative));

        Assert.Equal(Recorder.Pdf, pdf);
        var form = printer.Form!;
        Assert.Equal("goods-request", form.Kind);
        Assert.True(form.ReadsRightToLeft);
        Assert.Equal(["درخواست‌کننده", "مدیر واحد", "انباردار"], form.Signatures.Select(box => box.Post));
        var lines = Assert.Single(form.Tables);
        Assert.All(lines.Rows, row => Assert.Equal(lines.Columns.Count, row.Count));
        Assert.Contains(lines.Rows, row => row.Any(cell => cell.Contains("الکترود جوشکاری", StringComparison.Ordinal)));
        Assert.Contains("/verify?number=", form.Mark, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_fields_lines_sums_words_and_notes_apart()
    {
        var form = WrittenForm.Read(
            """
            <table><tbody><tr><th scope="row">از</th><td>الف</td><th>به</th><td><bdi dir="ltr">IR-1</bdi></td></tr><tr><th>برای</th><td colspan="3">ب&amp;پ</td></tr></tbody></table>
            <table><caption>فهرست</caption><thead><tr><th>ردیف</th><th>شرح</th></tr></thead>
              <tbody><tr><td>۱</td><td>پیچ<div>به جای مهره</div></td></tr><tr><td colspan="2">توضیح</td></tr></tbody>
              <tfoot><tr><th>جمع</th><td>۷</td></tr></tfoot></table>
            <p class="words">هفت</p>
            <p>یادآوری</p>
            """,
            Frame);

        Assert.Equal([new("از", "الف"), new("به", "\u2066IR-1\u2069"), new("برای", "ب&پ", IsWide: true)], form.Facts);
        var table = Assert.Single(form.Tables);
        Assert.Equal("فهرست", table.Caption);
        Assert.Equal(["ردیف", "شرح"], table.Columns);
        Assert.Equal(["۱", "پیچ\nبه جای مهره"], Assert.Single(table.Rows));
        Assert.Equal([new("", "توضیح", IsWide: true), new("جمع", "۷"), new("", "هفت", IsWide: true)], table.Closings);
        Assert.Equal(["یادآوری"], form.Notes);
    }

    /// <summary>Only well-formed markup reads back; an open element or a named character of HTML would stop the second renderer.</summary>
    [Fact]
    public void Comes_from_print_views_that_are_well_formed()
    {
        var views = SourceTree.Of("Web").Where(file => file.Path.EndsWith("Print.cshtml", StringComparison.Ordinal) && Path.GetFileName(file.Path).StartsWith('_') && file.Path.Contains("/Pages/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(views);
        Assert.Empty(views.Where(view => LooseMarkup().IsMatch(view.Text)).Select(view => view.Path));
        Assert.Matches(LooseMarkup(), "<p>a<br>b</p>");
    }

    [GeneratedRegex(@"<(br|hr|img|input|wbr|col)\b[^>]*(?<!/)>|&(?!amp;|lt;|gt;|quot;|apos;|#)[a-z]+;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooseMarkup();

    private sealed class Recorder : IPdfPrinter
    {
        public static readonly byte[] Pdf = "%PDF"u8.ToArray();

        public bool IsAvailable => true;

        public PrintedForm? Form { get; private set; }

        public async Task<byte[]> Print(IPaper paper, CancellationToken ct)
        {
            Form = await paper.AsForm();
            return Pdf;
        }
    }
}
