using Procurement.Application.Organisation.AppointToPost;
using Procurement.Application.Organisation.EmployPerson;
using Procurement.Application.Organisation.EstablishPost;
using Procurement.Application.Organisation.FoundUnit;
using Procurement.Application.Organisation.RecordTraining;
using Procurement.Application.Settings.DecideSetting;
using Procurement.Application.Settings.ProposeSetting;
using Procurement.Application.SignOff.StaffingCheck;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Organisation;

public sealed class Giving_posts(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly DateOnly Letter = new(2026, 10, 1);

    [EngineFact]
    public async Task A_keeper_without_a_valid_course_is_not_appointed_6_1_b(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.WithSettings(samples: false);
        var body = app.Body;
        var post = (await app.As(body.Administrator, new EstablishPost(Capacity.Keeper, body.Centre.Id, false))).Value;

        var untrained = await app.As(body.Administrator, Appoint(post, body.CentreRequester));
        await app.As(body.Administrator, new RecordTraining(body.CentreRequester, "انبارداری", 24, Letter, Letter.AddYears(2), "۱"));
        var trained = await app.As(body.Administrator, Appoint(post, body.CentreRequester));

        Assert.Equal("organisation.training-missing", untrained.Refusal.Code);
        Assert.True(trained.Succeeded);
    }

    [EngineFact]
    public async Task A_keeper_whose_course_expired_is_appointed_within_the_days_of_grace_the_body_has_set_6_1_b(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.WithSettings(samples: false);
        var body = app.Body;
        var post = (await app.As(body.Administrator, new EstablishPost(Capacity.Keeper, body.Centre.Id, false))).Value;
        var today = TehranTime.Today(app.Clock);
        await app.As(body.Administrator, new RecordTraining(body.CentreRequester, "انبارداری", 24, today.AddYears(-2), today.AddDays(-10), "۱"));

        var before = await app.As(body.Administrator, Appoint(post, body.CentreRequester));
        var proposed = await app.As(body.Controller, new ProposeSetting("training_grace_days", new Dictionary<string, string?> { ["days"] = "60" }, today, "نامه"));
        Assert.True((await app.As(body.Official, new DecideSetting(proposed.Value, true, null))).Succeeded);
        var after = await app.As(body.Administrator, Appoint(post, body.CentreRequester));

        Assert.Equal("organisation.training-missing", before.Refusal.Code);
        Assert.True(after.Succeeded, after.Succeeded ? "" : after.Refusal.ToString());
    }

    [EngineFact]
    public async Task Without_the_days_of_grace_no_keeper_is_appointed_and_the_setting_is_named(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;
        var post = (await app.As(body.Administrator, new EstablishPost(Capacity.Keeper, body.Centre.Id, false))).Value;

        var appointed = await app.As(body.Administrator, Appoint(post, body.CentreRequester));

        Assert.Equal("settings.value-missing", appointed.Refusal.Code);
    }

    [EngineFact]
    public async Task The_controller_gets_no_ordering_power_PAL_53(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;
        var post = (await app.As(body.Administrator, new EstablishPost(Capacity.AuthorisedOfficial, body.Centre.Id, false))).Value;

        var appointed = await app.As(body.Administrator, Appoint(post, body.Controller));

        Assert.Equal("organisation.posts-incompatible", appointed.Refusal.Code);
    }

    [EngineFact]
    public async Task A_post_promised_for_later_counts_against_one_that_will_still_be_held_then(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;
        var buyer = (await app.As(body.Administrator, new EstablishPost(Capacity.Buyer, body.Centre.Id, false))).Value;
        var procurement = (await app.As(body.Administrator, new EstablishPost(Capacity.HeadOfProcurement, body.Centre.Id, false))).Value;
        var later = new DateOnly(2027, 3, 21);
        Assert.True((await app.As(body.Administrator, Appoint(buyer, body.CentreRequester) with { From = later, To = null })).Succeeded);

        var overlapping = await app.As(body.Administrator, Appoint(procurement, body.CentreRequester) with { To = later });
        var before = await app.As(body.Administrator, Appoint(procurement, body.CentreRequester) with { To = later.AddDays(-1) });

        Assert.Equal("organisation.posts-incompatible", overlapping.Refusal.Code);
        Assert.True(before.Succeeded);
    }

    [EngineFact]
    public async Task An_inspector_gets_no_other_post_and_his_term_ends(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;
        var manager = (await app.As(body.Administrator, new EstablishPost(Capacity.UnitManager, body.Centre.Id, false))).Value;
        var inspector = (await app.As(body.Administrator, new EstablishPost(Capacity.Inspector, body.Province.Id, true))).Value;

        Assert.Equal("organisation.posts-incompatible", (await app.As(body.Administrator, Appoint(manager, body.InspectorOne))).Refusal.Code);
        Assert.Equal("organisation.inspector-term-needs-end", (await app.As(body.Administrator, Appoint(inspector, body.Requester) with { To = null })).Refusal.Code);
    }

    [EngineFact]
    public async Task Two_units_never_share_a_code_nor_two_people_a_national_id(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;

        var unit = await app.As(body.Administrator, new FoundUnit("۱۲۰۱", "مرکز دیگر", "Other", UnitKind.Centre, body.Province.Id));
        await app.As(body.Administrator, new EmployPerson("0076229645", "یک", "نفر", body.Centre.Id));
        var person = await app.As(body.Administrator, new EmployPerson("۰۰۷۶۲۲۹۶۴۵", "همان", "نفر", body.Centre.Id));

        Assert.Equal("organisation.unit-code-taken", unit.Refusal.Code);
        Assert.Equal("organisation.person-already-there", person.Refusal.Code);
    }

    [EngineFact]
    public async Task Only_the_administrator_changes_the_organisation(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var founded = await app.As(app.Body.Controller, new FoundUnit("77", "مرکز", "Centre", UnitKind.Centre, app.Body.Province.Id));

        Assert.Equal((RefusalKind.Forbidden, "shared.not-permitted"), (founded.Refusal.Kind, founded.Refusal.Code));
    }

    [EngineFact]
    public async Task The_staffing_check_names_the_post_a_unit_lacks(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;
        var bare = (await app.As(body.Administrator, new FoundUnit("1202", "مرکز خالی", "Bare centre", UnitKind.Centre, body.Province.Id))).Value;
        await app.As(body.Administrator, new EmployPerson("0076229645", "تنها", "کارمند", bare));

        var staffed = (await app.As(body.Administrator, new StaffingCheck(body.Centre.Id))).Value;
        var lacking = (await app.As(body.Administrator, new StaffingCheck(bare))).Value;

        Assert.Empty(staffed.Kinds.Single(k => k.Kind == "goods-request").Missing);
        Assert.Equal([Capacity.UnitManager, Capacity.Keeper], lacking.Kinds.Single(k => k.Kind == "goods-request").Missing);
    }

    private static AppointToPost Appoint(PostId post, PersonId person) => new(post, person, "۱۲۳", Letter, Letter, Letter.AddYears(1), false);
}
