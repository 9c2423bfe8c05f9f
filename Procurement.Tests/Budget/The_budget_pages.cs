using System.Net;
using AngleSharp.Dom;
using Procurement.Domain.Budget;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Requests;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Budget;

public sealed class The_budget_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_line_is_opened_and_filled_by_two_people_and_its_movement_leads_back_to_the_letter(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var accountant = site.Visit(site.Body.Accountant);
        using var controller = site.Visit(site.Body.Controller);

        var form = Form(await accountant.Open("/budget/lines/new"));
        var line = await accountant.Submit(form, ("UnitId", site.Body.Province.Id.Value.ToString()), ("Code", "۲۰۱"), ("Title", "لوازم"), ("CreditKind", "Current"));
        var address = accountant.Address;
        var change = await accountant.Open(line.QuerySelector("a[href$='/change']")!.GetAttribute("href")!);
        await accountant.Submit(
            Form(change), ("Kind", "Allot"), ("Amount", "۵٬۰۰۰٬۰۰۰"), ("LetterNumber", "ت/۱"), ("LetterDate", "۱۴۰۵/۰۱/۲۰"), ("LegalBasis", "ماده ۳۰"));
        Assert.Equal(HttpStatusCode.Redirect, accountant.Status);
        Assert.Null((await accountant.Open("/budget")).QuerySelector("a[href^='/budget/allotments/']"));
        var waiting = await controller.Open("/budget");
        var decision = await controller.Open(waiting.QuerySelector("a[href^='/budget/allotments/']")!.GetAttribute("href")!);
        await controller.Submit(Button(decision, "Approve"));

        Assert.Equal(HttpStatusCode.Redirect, controller.Status);
        var card = await controller.Open(address);
        Assert.Contains("۵٬۰۰۰٬۰۰۰", card.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ت/۱", card.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Whoever_entered_a_change_does_not_approve_it_and_a_rejection_needs_its_reason(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var line = await site.BudgetLine(0);
        using var controller = site.Visit(site.Body.Controller);
        using var official = site.Visit(site.Body.Official);
        await controller.Submit(
            Form(await controller.Open($"/budget/lines/{line.Value}/change")),
            ("Kind", "Allot"), ("Amount", "100"), ("LetterNumber", "1"), ("LetterDate", "1405/01/20"), ("LegalBasis", "ماده ۳۰"));
        var address = (await controller.Open("/budget")).QuerySelector("a[href^='/budget/allotments/']")!.GetAttribute("href")!;

        var own = await controller.Submit(Button(await controller.Open(address), "Approve"));
        Assert.Equal(HttpStatusCode.Conflict, controller.Status);
        Assert.Contains("تأیید نمی‌کند", own.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        var silent = await official.Submit(Button(await official.Open(address), "Reject"));
        Assert.NotNull(silent.QuerySelector("#Reason-fault"));
        await official.Submit(Button(silent, "Reject"), ("Reason", "نامه ندارد"));

        Assert.Equal(0, (await site.CreditOf(line)).Free.Amount);
        Assert.Contains("نامه ندارد", (await official.Open($"/budget/lines/{line.Value}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_manager_reads_and_changes_nothing_and_a_requester_does_not_even_read(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var line = await site.BudgetLine(1_000);
        using var manager = site.Visit(site.Body.Manager);
        using var requester = site.Visit(site.Body.Requester);
        using var centre = site.Visit(site.Body.CentreHead);

        var list = await manager.Open("/budget?Kind=Current&Text=۱۰۱");
        Assert.Single(list.QuerySelectorAll("#lines tbody tr"));
        Assert.Empty((await manager.Open("/budget?Kind=CapitalAssets")).QuerySelectorAll("#lines tbody tr"));
        Assert.Null((await manager.Open($"/budget/lines/{line.Value}")).QuerySelector("form[method=post][action*=Close]"));
        foreach (var address in new[] { "/budget/lines/new", $"/budget/lines/{line.Value}/change" })
        {
            await manager.Open(address);
            Assert.NotEqual(HttpStatusCode.OK, manager.Status);
        }

        foreach (var address in new[] { "/budget", $"/budget/lines/{line.Value}" })
        {
            await requester.Open(address);
            Assert.Equal(HttpStatusCode.Forbidden, requester.Status);
        }

        Assert.NotNull((await manager.Open("/inbox")).QuerySelector("a[href='/budget']"));
        Assert.Null((await requester.Open("/inbox")).QuerySelector("a[href='/budget']"));
        await centre.Open($"/budget/lines/{line.Value}");
        Assert.Equal(HttpStatusCode.NotFound, centre.Status);
        Assert.Empty((await centre.Open("/budget")).QuerySelectorAll("#lines tbody tr"));
    }

    [EngineFact]
    public async Task A_faulty_change_keeps_what_was_typed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var line = await site.BudgetLine(0);
        using var accountant = site.Visit(site.Body.Accountant);

        var page = await accountant.Submit(
            Form(await accountant.Open($"/budget/lines/{line.Value}/change")), ("Kind", "Transfer"), ("Amount", "صد"), ("LetterNumber", "نامه <۷>"), ("LetterDate", "1405/13/01"));

        foreach (var field in new[] { "Amount", "LetterDate", "FromLineId" }) Assert.NotNull(page.QuerySelector($"#{field}-fault"));
        Assert.Equal(("صد", "نامه <۷>"), (page.QuerySelector("#Amount")!.GetAttribute("value"), page.QuerySelector("#LetterNumber")!.GetAttribute("value")));
        Assert.Equal(nameof(AllotmentKind.Transfer), page.QuerySelector("#Kind option[selected]")!.GetAttribute("value"));
    }

    private static IElement? Form(IDocument page) => page.QuerySelectorAll("main form[method=post]").FirstOrDefault(f => f.QuerySelector(".field") is not null);

    /// <summary>The form as one of its buttons sends it.</summary>
    private static IElement Button(IDocument page, string handler)
    {
        var button = page.QuerySelector($"button[formaction*='handler={handler}']")!;
        var form = button.Closest("form")!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        return form;
    }
}
