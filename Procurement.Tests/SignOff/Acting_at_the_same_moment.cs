using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation.AppointToPost;
using Procurement.Application.Organisation.EndAppointment;
using Procurement.Application.Organisation.EstablishPost;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed class Acting_at_the_same_moment(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Two_holders_of_one_post_sign_one_step_and_exactly_one_signature_stands(DatabaseEngine engine)
    {
        var meeting = new Meeting(2);
        await using var app = await TestApp.On(await databases.Fresh(engine), meeting.JoinIn);
        var body = app.Body;
        var post = body.Posts.Single(p => p.Capacity == Capacity.UnitManager && p.UnitId == body.Province.Id);
        Assert.True((await app.As(body.Administrator, new AppointToPost(post.Id, body.Accountant, "۱۰۱", new(2026, 3, 21), new(2026, 3, 21), null, false))).Succeeded);
        var id = await GoodsRequests.Submitted(app);
        var seen = await GoodsRequests.VersionOf(app, id);

        meeting.Begin();
        var outcomes = await AtOnce(
            () => app.As(body.Manager, new SignDocuments([new(id, seen)], null)),
            () => app.As(body.Accountant, new SignDocuments([new(id, seen)], null)));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Equal("signoff.not-your-turn", outcomes.Single(outcome => !outcome.Succeeded).Refusal.Code);
        var sheet = (await GoodsRequests.Load(app, id)).SignOff;
        Assert.Equal(2, sheet.Signatures.Count);
        Assert.Equal(2, sheet.Acts.Count(act => act.Code == ActCode.Signed));
    }

    [EngineFact]
    public async Task One_person_taking_two_hands_that_may_not_meet_on_two_documents_of_one_file_keeps_one(DatabaseEngine engine)
    {
        var meeting = new Meeting(2);
        await using var app = await TestApp.On(await databases.Fresh(engine), meeting.JoinIn);
        var (head, administrator) = (app.Body.CentreHead, app.Body.Administrator);
        var above = await app.As(administrator, new EstablishPost(Capacity.UnitManager, app.Body.HeadOffice.Id, true));
        Assert.True((await app.As(administrator, new AppointToPost(above.Value, app.Body.Accountant, "۱۰۲", new(2026, 3, 21), new(2026, 3, 21), null, false))).Succeeded);
        var asked = await GoodsRequests.Submitted(app, app.Body.CentreRequester);
        var own = (await app.As(head, await GoodsRequests.Draft(app))).Value;
        await app.Tamper("document_file", $"UPDATE document_file SET file_id = {asked} WHERE document_id = {own}");
        var (seenAsked, seenOwn) = (await GoodsRequests.VersionOf(app, asked), await GoodsRequests.VersionOf(app, own));

        meeting.Begin();
        var outcomes = await AtOnce(
            async () => (await app.As(head, new SignDocuments([new(asked, seenAsked)], null))).Plain(),
            () => app.As(head, new SubmitDocument(own, seenOwn, null)));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Equal("signoff.hands-incompatible", outcomes.Single(outcome => !outcome.Succeeded).Refusal.Code);
    }

    [EngineFact]
    public async Task One_request_key_sent_many_times_at_once_has_one_effect_and_one_answer(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var draft = await GoodsRequests.Draft(app);
        var send = () => app.As(app.Body.Requester, draft, key: "one form");

        var outcomes = await AtOnce(send, send, send, send, send, send, send, send);

        Assert.Single(outcomes.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(1, await app.Look(db => db.Set<GoodsRequest>().CountAsync()));
    }

    [EngineFact]
    public async Task A_post_that_ends_while_its_holder_signs_is_seen_before_the_signature_stands(DatabaseEngine engine)
    {
        var meeting = new Meeting(1);
        await using var app = await TestApp.On(await databases.Fresh(engine), meeting.JoinIn);
        var body = app.Body;
        var post = body.Posts.Single(p => p.Capacity == Capacity.UnitManager && p.UnitId == body.Province.Id);
        var appointment = post.Appointments.Single(a => a.PersonId == body.Manager).Id;
        var id = await GoodsRequests.Submitted(app);
        var seen = await GoodsRequests.VersionOf(app, id);
        var yesterday = TehranTime.Today(app.Clock).AddDays(-1);

        meeting.BeforeGoing = async () => Assert.True((await app.As(body.Administrator, new EndAppointment(post.Id, appointment, yesterday))).Succeeded);
        meeting.Begin();
        var signed = await app.As(body.Manager, new SignDocuments([new(id, seen)], null));

        Assert.Equal("signoff.not-your-turn", signed.Refusal.Code);
        Assert.Single((await GoodsRequests.Load(app, id)).SignOff.Signatures);
    }

    [EngineFact]
    public async Task An_organisation_that_changes_without_touching_the_signer_only_makes_him_decide_again(DatabaseEngine engine)
    {
        var meeting = new Meeting(1);
        await using var app = await TestApp.On(await databases.Fresh(engine), meeting.JoinIn);
        var body = app.Body;
        var post = body.Posts.Single(p => p.Capacity == Capacity.Buyer);
        var id = await GoodsRequests.Submitted(app);
        var seen = await GoodsRequests.VersionOf(app, id);

        meeting.BeforeGoing = async () => Assert.True((await app.As(
            body.Administrator, new EndAppointment(post.Id, post.Appointments[0].Id, TehranTime.Today(app.Clock)))).Succeeded);
        meeting.Begin();

        Assert.True((await app.As(body.Manager, new SignDocuments([new(id, seen)], null))).Succeeded);
        Assert.Equal(2, (await GoodsRequests.Load(app, id)).SignOff.Signatures.Count);
    }

    private static Task<T[]> AtOnce<T>(params Func<Task<T>>[] acts) => Task.WhenAll(acts.Select(act => Task.Run(act)));
}
