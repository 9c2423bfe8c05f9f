using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.SignOff.Inbox;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Procurement.Tests.Warehousing;
using Xunit;

namespace Procurement.Tests.Requests;

public sealed class A_goods_request_on_its_route(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goes_from_requester_to_manager_to_keeper_and_takes_effect(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;
        var (room, draft) = await Stocked(app);
        var id = await Submitted(app, draft);

        var waiting = (await app.As(body.Manager, new Inbox())).Value;
        var row = Assert.Single(waiting.Rows);
        Assert.Equal("دک-۱۲-۱۴۰۵-۰۰۰۰۱", row.NumberFa);
        Assert.Equal(Capacity.Keeper, row.NextCapacity);

        Assert.True((await app.As(body.Manager, new SignDocuments([new(id, row.ContentVersion)], null))).Succeeded);
        var request = await Load(app, id);
        var lines = request.Lines.Select(l => new AvailableLine(l.Id, 3)).ToList();
        var answered = await app.As(body.Keeper, new AnswerGoodsRequest(id, request.SignOff.ContentVersion, lines, null));

        Assert.True(answered.Succeeded, answered.Succeeded ? "" : answered.Refusal.ToString());
        var done = await Load(app, id);
        Assert.Equal(DocumentState.InEffect, done.SignOff.State);
        Assert.Equal([1, 2, 3], done.SignOff.CurrentSteps.Select(s => s.Order));
        Assert.All(done.SignOff.CurrentSteps, s => Assert.Equal(StepState.Signed, s.State));
        Assert.Equal(3, done.Lines[0].Available.Units);
        await using var scope = app.Scope();
        var held = await scope.ServiceProvider.GetRequiredService<IStockFacts>().ReservedBy(id, CancellationToken.None);
        Assert.All(held, line => Assert.Equal((room.Store, 3m), (line.Store, line.Open.Units)));
        Assert.Equal(2, held.Count);
    }

    [EngineFact]
    public async Task The_keeper_cannot_promise_what_his_bins_do_not_hold(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var (_, draft) = await Stocked(app);
        var id = await Submitted(app, draft);
        await app.As(app.Body.Manager, new SignDocuments([new(id, await Version(app, id))], null));
        var request = await Load(app, id);

        var answered = await app.As(app.Body.Keeper, new AnswerGoodsRequest(
            id, request.SignOff.ContentVersion, [.. request.Lines.Select(l => new AvailableLine(l.Id, 4))], null));

        Assert.Equal("warehousing.reserved-exceeds", answered.Refusal.Code);
        Assert.False((await Load(app, id)).IsAnswered);
    }

    [EngineFact]
    public async Task The_keeper_cannot_sign_before_he_has_answered(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await Submitted(app);
        await app.As(app.Body.Manager, new SignDocuments([new(id, await Version(app, id))], null));

        var signed = await app.As(app.Body.Keeper, new SignDocuments([new(id, await Version(app, id))], null));

        Assert.Equal("signoff.contribution-missing", signed.Refusal.Code);
    }

    [EngineFact]
    public async Task Nobody_signs_a_version_he_has_not_seen(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await Submitted(app);

        var signed = await app.As(app.Body.Manager, new SignDocuments([new(id, await Version(app, id) - 1)], null));

        Assert.Equal("signoff.changed-since-seen", signed.Refusal.Code);
    }

    [EngineFact]
    public async Task A_returned_request_is_a_draft_again_and_its_signatures_are_void(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await Submitted(app);
        var seen = await Version(app, id);

        var returned = await app.As(app.Body.Manager, new ReturnDocument(id, seen, "مقدار را روشن کنید"));

        Assert.True(returned.Succeeded);
        var request = await Load(app, id);
        Assert.Equal(DocumentState.Draft, request.SignOff.State);
        Assert.Equal(seen + 1, request.SignOff.ContentVersion);
        Assert.Equal(1, request.SignOff.NumberSerial);
        Assert.Equal("مقدار را روشن کنید", request.SignOff.Acts.Single(a => a.Code == ActCode.Returned).Note);
    }

    [EngineFact]
    public async Task A_stranger_of_another_province_does_not_find_it(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await Submitted(app);

        var signed = await app.As(app.Body.Stranger, new SignDocuments([new(id, 1)], null));

        Assert.Equal("signoff.document-not-found", signed.Refusal.Code);
    }

    [EngineFact]
    public async Task The_same_form_sent_twice_makes_one_request(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var draft = await GoodsRequests.Draft(app);

        var first = await app.As(app.Body.Requester, draft, key: "form-1");
        var second = await app.As(app.Body.Requester, draft, key: "form-1");
        var other = await app.As(app.Body.Requester, draft with { Purpose = "چیز دیگر" }, key: "form-1");

        Assert.Equal(first.Value, second.Value);
        Assert.Equal("shared.request-key-reused", other.Refusal.Code);
        Assert.Equal(1, await app.Look(db => db.Set<GoodsRequest>().CountAsync()));
    }

    private static DraftGoodsRequest Draft(TestApp app) => new(
        StoreId.New(), "کارگاه جوشکاری", DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(20),
        [new(ItemId.New(), 5, null), new(ItemId.New(), 4, "رنگ آبی")]);

    /// <summary>A store that holds three of each item the request asks for.</summary>
    private static async Task<(StoreRoom Room, DraftGoodsRequest Draft)> Stocked(TestApp app)
    {
        var room = await StoreRoom.Open(app);
        var (pens, paper) = (await room.Enter("PEN", "خودکار"), await room.Enter("A4", "کاغذ"));
        await room.CountIn(StoreRoom.Line("PEN", 3), StoreRoom.Line("A4", 3));
        return (room, Draft(app) with { Store = room.Store, Lines = [new(pens, 5, null), new(paper, 4, null)] });
    }

    private static async Task<DocumentId> Submitted(TestApp app, DraftGoodsRequest? draft = null)
    {
        var drafted = await app.As(app.Body.Requester, draft ?? await GoodsRequests.Draft(app));
        Assert.True(drafted.Succeeded, drafted.Succeeded ? "" : drafted.Refusal.ToString());
        var submitted = await app.As(app.Body.Requester, new SubmitDocument(drafted.Value, await Version(app, drafted.Value), null));
        Assert.True(submitted.Succeeded, submitted.Succeeded ? "" : submitted.Refusal.ToString());
        return drafted.Value;
    }

    private static async Task<int> Version(TestApp app, DocumentId id) => (await Load(app, id)).SignOff.ContentVersion;

    private static Task<GoodsRequest> Load(TestApp app, DocumentId id) =>
        app.Look(db => db.Set<GoodsRequest>().AsSplitQuery().SingleAsync(r => r.Id == id));
}
