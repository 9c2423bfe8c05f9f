using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using Procurement.Application.SignOff.Objections;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed class The_document_page(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_owner_submits_from_it_and_reads_whose_turn_it_is(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);
        var page = await requester.Open(Address(id));

        var after = await requester.Submit(Form(page, "Submit"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        Assert.Contains("اکنون نزد مدیر واحد: مدیر نمونه", after.QuerySelector(".confirmation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("دک-۱۲-۱۴۰۵-۰۰۰۰۱", after.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("در انتظار مدیر واحد", after.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(Form(after, "Submit"));
    }

    [EngineFact]
    public async Task The_holder_signs_and_a_second_sending_of_the_same_form_changes_nothing(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);
        var page = await manager.Open(Address(id));
        Assert.Single(page.QuerySelectorAll(".actions .btn-primary:not(summary)"));

        await manager.Submit(Form(page, "Sign"), ("Proof", WebSite.Password));
        await manager.Submit(Form(page, "Sign"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, manager.Status);
        var sheet = await site.Sheet(id);
        Assert.Equal(2, sheet.Signatures.Count);
        Assert.Equal(Capacity.Keeper, sheet.OpenStep!.Capacity);
    }

    [EngineFact]
    public async Task A_return_without_reason_is_refused_beside_its_field_and_with_one_comes_back_to_the_owner(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);
        var page = await manager.Open(Address(id));

        var refused = await manager.Submit(Form(page, "Return"), ("Reason", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, manager.Status);
        Assert.Equal("#Reason", refused.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.True(refused.QuerySelector("#Reason")!.Closest("details")!.HasAttribute("open"));

        await manager.Submit(Form(refused, "Return"), ("Reason", "مقدار را روشن کنید"));
        using var requester = site.Visit(site.Body.Requester);
        var own = await requester.Open(Address(id));
        Assert.Contains("مقدار را روشن کنید", own.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(Form(own, "Submit"));
    }

    [EngineFact]
    public async Task A_refused_act_keeps_what_was_typed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var controller = site.Visit(site.Body.Controller);
        var page = await controller.Open(Address(id));

        var refused = await controller.Submit(Form(page, "Object"), ("Reason", "اعتبار ندارد\r\nسطر دوم <b>"), ("Article", ""));

        Assert.Equal(HttpStatusCode.BadRequest, controller.Status);
        Assert.Equal("اعتبار ندارد\nسطر دوم <b>", refused.QuerySelector("#Reason")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal("true", refused.QuerySelector("#Article")!.GetAttribute("aria-invalid"));
    }

    [EngineFact]
    public async Task An_objection_walks_to_its_end_from_the_page(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var body = site.Body;
        var id = await site.Submitted(body.Requester);

        await Act(site, body.Controller, id, "Object", ("Reason", "بی‌اعتبار"), ("Article", "ماده ۹۱"));
        Assert.Null(Form(await Look(site, body.Manager, id), "Sign"));
        await Act(site, body.Requester, id, "AnswerObjection", ("Answer", "اعتبار رسید"));
        await Act(site, body.Controller, id, "MaintainObjection");
        var done = await Act(site, body.Official, id, "TakeResponsibility", ("LegalBasis", "نامه ۱۲"));

        Assert.Contains("با اعتراض", done.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var told = done.QuerySelector("#objections")!.TextContent;
        Assert.Contains("بی‌اعتبار", told, StringComparison.Ordinal);
        Assert.Contains("اعتبار رسید", told, StringComparison.Ordinal);
        Assert.Contains("نامه ۱۲", told, StringComparison.Ordinal);
        Assert.NotNull(Form(await Look(site, body.Manager, id), "Sign"));
    }

    [EngineFact]
    public async Task Withdrawing_refusing_and_cancelling_end_where_they_say(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var body = site.Body;
        var withdrawn = await site.Submitted(body.Requester);
        await Act(site, body.Requester, withdrawn, "Withdraw");
        await Act(site, body.Requester, withdrawn, "Cancel", ("Reason", "نیاز نیست"));
        var refused = await site.Submitted(body.Requester);
        await Act(site, body.Manager, refused, "Refuse", ("Reason", "بیرون از برنامه"));

        Assert.Equal(DocumentState.Cancelled, (await site.Sheet(withdrawn)).State);
        Assert.Equal(DocumentState.Refused, (await site.Sheet(refused)).State);
    }

    [EngineFact]
    public async Task What_lies_outside_the_readers_sight_is_not_found(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var stranger = site.Visit(site.Body.Stranger);

        await stranger.Open(Address(id));

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [EngineFact]
    public async Task Somebody_elses_turn_is_told_with_his_name_instead_of_a_button(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);

        var page = await Look(site, site.Body.Requester, id);

        Assert.Null(Form(page, "Sign"));
        Assert.Contains("مدیر نمونه", page.QuerySelector(".actions-waiting")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Who_has_seen_an_earlier_version_is_shown_what_changed_since(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var body = site.Body;
        var id = await site.Submitted(body.Requester);
        using var manager = site.Visit(body.Manager);
        var before = await manager.Open(Address(id));
        await Attach(manager, before, ("پیش‌فاکتور.txt", "بها ۱۲۰"));

        var refused = await manager.Submit(Form(before, "Sign"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Conflict, manager.Status);
        var changed = refused.QuerySelector(".what-changed")!;
        Assert.Contains("پیش‌فاکتور.txt", changed.TextContent, StringComparison.Ordinal);
        Assert.Contains("نسخه", refused.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_file_is_attached_downloaded_in_a_sandbox_and_taken_off_again(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);

        var page = await Attach(requester, await requester.Open(Address(id)), ("برگه؛ x=<b>.txt", "<script>alert(1)</script>"));
        var link = page.QuerySelector("#attachments a")!;
        var response = await requester.Client.GetAsync(link.GetAttribute("href"));

        Assert.Equal("<script>alert(1)</script>", await response.Content.ReadAsStringAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var stranger = site.Visit(site.Body.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync(link.GetAttribute("href"))).StatusCode);

        var emptied = await requester.Submit(Form(page, "Detach"));
        Assert.Empty(emptied.QuerySelectorAll("#attachments a"));
    }

    [EngineFact]
    public async Task A_file_that_is_not_what_it_claims_is_refused_beside_its_field(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);

        var page = await Attach(requester, await requester.Open(Address(id)), ("فاکتور.pdf", "not a pdf"));

        Assert.Equal(HttpStatusCode.BadRequest, requester.Status);
        Assert.NotNull(page.QuerySelector("#File-fault"));
        Assert.Empty((await site.Sheet(id)).Attachments);
    }

    [EngineFact]
    public async Task A_stranger_to_the_step_may_not_slip_a_file_in(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var keeper = site.Visit(site.Body.Keeper);
        var page = await keeper.Open(Address(id));
        Assert.Null(Form(page, "Attach"));
        using var forged = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("x"), "File", "x.txt" },
        };

        await keeper.Post(Address(id) + "?handler=Attach", forged);

        Assert.Equal(HttpStatusCode.Forbidden, keeper.Status);
        Assert.Empty((await site.Sheet(id)).Attachments);
    }

    [EngineFact]
    public async Task English_readers_find_every_word_in_English(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester, "Welding shop");
        using var manager = site.Visit(site.Body.Manager);
        manager.Client.DefaultRequestHeaders.Add("Cookie", "language=en");

        var page = await manager.Open(Address(id));

        Assert.Contains("RQ-12-1405-00001", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Unit manager", page.QuerySelector(".route")!.TextContent, StringComparison.Ordinal);
    }

    private static string Address(DocumentId id) => $"/documents/{id.Value}";

    private static IElement? Form(IDocument page, string handler) => page.QuerySelector($"form[action='?handler={handler}']");

    private static async Task<IDocument> Look(WebSite site, PersonId person, DocumentId id)
    {
        using var visitor = site.Visit(person);
        return await visitor.Open(Address(id));
    }

    private static async Task<IDocument> Act(WebSite site, PersonId person, DocumentId id, string handler, params (string, string)[] typed)
    {
        using var visitor = site.Visit(person);
        var page = await visitor.Open(Address(id));
        var after = await visitor.Submit(Form(page, handler), typed);
        Assert.True(visitor.Status == HttpStatusCode.Redirect, $"{handler}: {visitor.Status} {after.QuerySelector(".refusal, .error-summary")?.TextContent}");
        return after;
    }

    private static async Task<IDocument> Attach(WebVisitor visitor, IDocument page, (string Name, string Text) file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in WebVisitor.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)Form(page, "Attach")!)) form.Add(new StringContent(value), name);
        var content = new StringContent(file.Text);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        form.Add(content, "File", file.Name);
        return await visitor.Post(visitor.Address.Split('?')[0] + "?handler=Attach", form);
    }
}
