using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Procurement.Domain.Shared;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Layout.Notices;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed class The_parts_of_a_document_page(OneWebSite factory) : IClassFixture<OneWebSite>
{
    private static readonly DateTimeOffset SomeDay = TehranTime.At(new JalaliDate(1405, 8, 26).ToDateOnly(), new TimeOnly(9, 12));

    [Fact]
    public async Task Every_action_carries_the_seen_version_the_idempotency_key_and_the_antiforgery_token()
    {
        var part = await Render("DocumentPage/_Actions", new ActionsView([Sign, Return], SeenVersion: 6));

        var forms = part.QuerySelectorAll("form[method=post]");
        Assert.Equal(2, forms.Length);
        Assert.All(forms, form =>
        {
            Assert.Equal("6", form.QuerySelector<IHtmlInputElement>("[name=SeenVersion]")!.Value);
            Assert.NotEmpty(form.QuerySelector<IHtmlInputElement>("[name=__key]")!.Value);
            Assert.NotEmpty(form.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value);
        });
    }

    [Fact]
    public async Task Only_the_main_action_is_filled_and_a_return_asks_for_its_reason_first()
    {
        var part = await Render("DocumentPage/_Actions", new ActionsView([Sign, Return], 6));

        Assert.Single(part.QuerySelectorAll(".btn-primary"));
        var asked = part.QuerySelector("details#return")!;
        Assert.False(asked.HasAttribute("open"));
        Assert.True(asked.QuerySelector("textarea[name=Reason]")!.HasAttribute("required"));
    }

    [Fact]
    public async Task The_route_shows_who_signed_when_and_marks_the_current_step()
    {
        var part = await Render("DocumentPage/_RouteSteps", new RouteStepsView(
        [
            new RouteStepView("انباردار", "رضا کریمی", RouteStepState.Signed, SomeDay),
            new RouteStepView("ذیحساب", null, RouteStepState.Current),
            new RouteStepView("بازرس", null, RouteStepState.Waiting) { AfterEffect = true },
        ]));

        var steps = part.QuerySelectorAll("li");
        Assert.Contains("رضا کریمی", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("امضا شده", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-17T05:42:00Z", steps[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("step", steps[1].GetAttribute("aria-current"));
        Assert.Contains("امضا پس از اثر", steps[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_picks_a_document_for_signing_that_he_has_not_opened()
    {
        var seen = Row("12-1405-00001") with { Selection = "one:6" };
        var part = await Render("Lists/_Inbox", new InboxView([seen, Row("12-1405-00002")]) { SignHandler = "Sign" });

        var boxes = part.QuerySelectorAll<IHtmlInputElement>("input[name=selected]").ToList();
        Assert.False(boxes[0].IsDisabled);
        Assert.Equal("one:6", boxes[0].Value);
        Assert.True(boxes[1].IsDisabled);
    }

    [Fact]
    public async Task User_text_is_isolated_and_encoded()
    {
        var part = await Render("Lists/_Inbox", new InboxView([Row("1") with { Subject = "<b>pump</b>", Selection = "one:1" }]) { SignHandler = "Sign" });

        Assert.Equal("<b>pump</b>", part.QuerySelector(".subject bdi")!.TextContent);
        Assert.Null(part.QuerySelector(".subject b"));
    }

    [Fact]
    public async Task A_line_grid_gives_back_what_was_typed_beside_its_fault()
    {
        var state = new ModelStateDictionary();
        state.SetModelValue("Lines[0].Quantity", "دوازده", "دوازده");
        state.AddModelError("Lines[0].Quantity", "این عدد نیست.");
        var grid = new LineGridView("Lines", "اقلام", [new LineColumn("Quantity", "مقدار", LineInput.Number)], [new LineRow(["۱"])]);

        var part = await RenderedPart.Of(factory.Services, "DocumentPage/_LineGrid", grid, state);

        var field = part.QuerySelector<IHtmlInputElement>("#Lines_0__Quantity")!;
        Assert.Equal("دوازده", field.Value);
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("این عدد نیست.", part.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent);
    }

    [Fact]
    public async Task The_first_button_of_a_grid_adds_a_line_because_Enter_presses_it()
    {
        var grid = new LineGridView("Lines", "اقلام", [new LineColumn("Quantity", "مقدار")], [new LineRow([null]), new LineRow([null])]);

        var part = await Render("DocumentPage/_LineGrid", grid);

        Assert.Equal("add:Lines", part.QuerySelector<IHtmlButtonElement>("button")!.Value);
    }

    [Fact]
    public async Task A_refusal_names_the_rule_its_basis_and_the_next_step()
    {
        var part = await Render("_Refusal", new RefusalView("receiving.keeper-inspects", "انباردار بازرس همان کالا نمی‌شود.", "ماده ۴۰", "از رئیس امور عمومی بخواهید کس دیگری را بگمارد."));

        Assert.Equal("alert", part.QuerySelector("section")!.GetAttribute("role"));
        Assert.Contains("ماده ۴۰", part.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("رئیس امور عمومی", part.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("ltr", part.QuerySelector("bdi.code-text")!.GetAttribute("dir"));
    }

    private static DocumentAction Sign => new("امضا می‌کنم", "Sign") { IsMain = true, Anchor = "sign" };

    private static DocumentAction Return => new("برگشت برای اصلاح", "Return") { Fields = [ActionField.Reason("دلیل برگشت")], Anchor = "return" };

    private static InboxRow Row(string number) => new("رسید انبار", number, "/doc", "پمپ", "انباردار", SomeDay);

    private Task<IDocument> Render(string view, object model) => RenderedPart.Of(factory.Services, view, model);
}
