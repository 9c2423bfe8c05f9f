using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Domain.Catalogue;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Imports;

public sealed class Importing_on_the_page(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_file_is_tried_shown_and_brought_in_without_scripts()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var buyer = site.Visit(site.Body.HeadOfProcurement);

        var tried = await Upload(buyer, "suppliers", await File.ReadAllBytesAsync(AFile.Sample("suppliers.csv")), "suppliers.csv");
        var beforeRun = await Suppliers(site);
        var done = await buyer.Submit(tried.QuerySelector("form[action*='handler=Run']"));

        Assert.Equal(0, beforeRun);
        Assert.Equal(4, await Suppliers(site));
        Assert.Contains("۴ مورد از فایل ثبت شد", done.QuerySelector(".confirmation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_shown_with_its_row_and_column_and_nothing_can_be_run()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var buyer = site.Visit(site.Body.HeadOfProcurement);

        var tried = await Upload(buyer, "suppliers", Encoding.UTF8.GetBytes("نوع;شناسه;نام\nحقوقی;123;الف\nتعاونی;10101234565;"), "با خطا.csv");

        Assert.Equal(
            ["۲|شناسه ملی یا کد ملی", "۳|نوع شخص", "۳|نام"],
            tried.QuerySelectorAll("#faults tbody tr").Select(r => $"{r.Children[0].TextContent.Trim()}|{r.Children[1].TextContent.Trim()}"));
        Assert.Null(tried.QuerySelector("form[action*='handler=Run']"));
        Assert.Contains("با خطا.csv", tried.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_no_sheet_is_refused_with_a_sentence()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var buyer = site.Visit(site.Body.HeadOfProcurement);

        async Task<string> Told(byte[] bytes, string name) =>
            (await Upload(buyer, "suppliers", bytes, name)).QuerySelector("#Upload-fault")?.TextContent ?? "";

        Assert.Contains("UTF-8", await Told(await File.ReadAllBytesAsync(AFile.Sample("suppliers-windows-1256.csv")), "s.csv"), StringComparison.Ordinal);
        Assert.Contains("xlsx", await Told(new byte[30 * 1024 * 1024], "پیشنهاد.xlsx"), StringComparison.Ordinal);
        Assert.Contains("xlsx", await Told([1, 2, 3], "old.xls"), StringComparison.Ordinal);
        Assert.Contains("exe", await Told([1, 2, 3], "run.exe"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
    }

    [Fact]
    public async Task The_template_of_every_kind_is_understood_by_its_own_import()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        foreach (var (kind, person) in new[] { ("units", site.Body.Administrator), ("people", site.Body.Administrator), ("items", site.Body.HeadOfProcurement),
            ("suppliers", site.Body.HeadOfProcurement), ("opening-stock", site.Body.Keeper), ("budget-lines", site.Body.Accountant) })
        {
            using var visitor = site.Visit(person);
            foreach (var format in (string[])["Workbook", "Csv"])
            {
                var template = await visitor.Client.GetByteArrayAsync($"/Imports/{kind}?handler=Template&format={format}");
                var tried = await Upload(visitor, kind, template, format == "Csv" ? "t.csv" : "t.xlsx");

                Assert.Null(tried.QuerySelector("#Upload-fault"));
                Assert.DoesNotContain("سرستون", tried.QuerySelector("#faults")?.TextContent ?? "", StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Programs_send_the_file_itself_and_are_told_every_fault()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var caller = site.Visit(site.Body.HeadOfProcurement);

        async Task<(HttpStatusCode Status, string Body)> Send(string query, byte[] bytes, string type)
        {
            using var body = new ByteArrayContent(bytes);
            body.Headers.ContentType = new MediaTypeHeaderValue(type);
            using var answer = await caller.Client.PostAsync("/api/v1/imports/suppliers" + query, body);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        var sample = await File.ReadAllBytesAsync(AFile.Sample("suppliers.csv"));
        var tried = await Send("?dryRun=true", sample, "text/csv");
        var afterTrial = await Suppliers(site);
        var done = await Send("", sample, "text/csv");
        var again = await Send("", sample, "text/csv");
        var strange = await Send("", sample, "application/json");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (tried.Status, done.Status, again.Status, strange.Status));
        Assert.Equal((0, 4), (afterTrial, await Suppliers(site)));
        Assert.Contains("Rows[5].identifier", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_written_out_as_they_are_filtered()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var stock = await site.Stock();
        using var keeper = site.Visit(site.Body.Keeper);

        var list = await keeper.Open("/Catalogue?q=" + Uri.EscapeDataString("ماسک"));
        var items = Encoding.UTF8.GetString(await keeper.Client.GetByteArrayAsync(list.QuerySelectorAll(".export-links a")[^1].GetAttribute("href")));
        var page = await keeper.Open($"/Warehousing/Stock/{stock.Store.Value}");
        var held = await keeper.Client.GetAsync(page.QuerySelector(".export-links a")!.GetAttribute("href"));

        Assert.StartsWith("\ufeffکد,", items, StringComparison.Ordinal);
        Assert.Contains("W-200,ماسک جوشکاری,", items, StringComparison.Ordinal);
        Assert.DoesNotContain("W-100", items, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", held.Content.Headers.ContentType!.MediaType);
        Assert.Contains("انبار مرکزی نمونه", held.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    private static async Task<IDocument> Upload(WebVisitor visitor, string kind, byte[] bytes, string name)
    {
        var page = await visitor.Open($"/Imports/{kind}");
        var form = Assert.IsType<IHtmlFormElement>(page.QuerySelector("form[action*='handler=Try']"), exactMatch: false);
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in WebVisitor.FieldsOf(form)) content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(bytes), "Upload", name);
        return await visitor.Post(form.GetAttribute("action")!, content);
    }

    private static async Task<int> Suppliers(WebSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<Supplier>().CountAsync();
    }
}
