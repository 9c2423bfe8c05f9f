using System.Net;
using AngleSharp.Dom;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Settings;

public sealed class The_settings_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_register_says_what_is_empty_and_what_that_blocks(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var requester = site.Visit(site.Body.Requester);

        var page = await requester.Open("/settings");

        var empty = page.QuerySelectorAll("tr").Single(r => r.GetAttribute("data-href") == "/settings/imprest_limits").TextContent;
        Assert.Contains("مقدار ندارد", empty, StringComparison.Ordinal);
        Assert.Contains("ماده ۳۶ قانون محاسبات عمومی", empty, StringComparison.Ordinal);
        Assert.Contains("تنخواه انجام نمی‌شود", empty, StringComparison.Ordinal);
        Assert.Contains("۱٫۵ درصد", page.QuerySelectorAll("tr").Single(r => r.GetAttribute("data-href") == "/settings/label_percent").TextContent, StringComparison.Ordinal);
        Assert.Null((await requester.Open("/settings/label_percent")).QuerySelector("main form[method=post]"));
        await requester.Open("/settings/nothing_of_the_kind");
        Assert.Equal(HttpStatusCode.NotFound, requester.Status);
    }

    [EngineFact]
    public async Task Every_setting_has_a_page_in_both_languages(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        foreach (var language in new[] { "fa", "en" })
        {
            using var administrator = site.Visit(site.Body.Administrator);
            administrator.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var links = (await administrator.Open("/settings")).QuerySelectorAll("tr[data-href]").Select(r => r.GetAttribute("data-href")!).ToList();
            Assert.True(links.Count >= 13);
            foreach (var link in links)
            {
                await administrator.Open(link);
                Assert.Equal(HttpStatusCode.OK, administrator.Status);
            }
        }
    }

    [EngineFact]
    public async Task A_value_is_entered_by_one_and_put_in_force_by_another_only(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var controller = site.Visit(site.Body.Controller);
        using var official = site.Visit(site.Body.Official);
        var form = Form(await controller.Open("/settings/imprest_limits"), "Propose");

        var faulty = await controller.Submit(form, ("Values[ceiling]", "یک میلیارد"), ("Values[days]", "۳۰"), ("From", "1405/01/01"), ("LegalBasis", "بخشنامه"));
        Assert.NotNull(faulty.QuerySelector("#Values_ceiling_-fault"));
        Assert.Equal("یک میلیارد", faulty.QuerySelector("#Values_ceiling_")!.GetAttribute("value"));
        var entered = await controller.Submit(Form(faulty, "Propose"), ("Values[ceiling]", "۱٬۰۰۰٬۰۰۰٬۰۰۰"));
        Assert.Equal(HttpStatusCode.Redirect, controller.Status);

        var own = await controller.Submit(Button(entered, "Approve"));
        Assert.Equal(HttpStatusCode.Conflict, controller.Status);
        Assert.Contains("آن را تأیید نمی‌کند", own.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        await official.Submit(Button(await official.Open("/settings/imprest_limits"), "Approve"));
        Assert.Equal(HttpStatusCode.Redirect, official.Status);

        var shown = await official.Open("/settings/imprest_limits");
        Assert.Contains("۱٬۰۰۰٬۰۰۰٬۰۰۰ ریال", shown.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ذیحساب نمونه", shown.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    private static IElement? Form(IDocument page, string handler) =>
        page.QuerySelectorAll("form").FirstOrDefault(f => f.GetAttribute("action")?.Contains("handler=" + handler, StringComparison.Ordinal) == true);

    /// <summary>The form as one of its buttons sends it.</summary>
    private static IElement Button(IDocument page, string handler)
    {
        var button = page.QuerySelector($"button[formaction*='handler={handler}']")!;
        var form = button.Closest("form")!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        return form;
    }
}
