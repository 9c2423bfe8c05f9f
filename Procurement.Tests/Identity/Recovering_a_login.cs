using Microsoft.EntityFrameworkCore;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Organisation.AppointToPost;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

/// <summary>A link for a new password and the reset of a second factor are together the login: no one administrator has both.</summary>
public sealed class Recovering_a_login(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Password = "lamp under autumn rain";

    [EngineFact]
    public async Task One_administrator_does_not_both_give_a_link_and_reset_the_second_factor(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var (one, whose) = (app.Body.Administrator, app.Body.Controller);

        Assert.True((await app.As(one, new GivePasswordLink(whose))).Succeeded);
        var reset = await app.As(one, new ResetSecondFactor(whose));

        Assert.Equal("identity.recovery-takes-two", reset.Refusal.Code);
        Assert.Equal([168], reset.Refusal.Args);
    }

    [EngineFact]
    public async Task Nor_the_other_way_round(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var (one, whose) = (app.Body.Administrator, app.Body.Controller);

        Assert.True((await app.As(one, new ResetSecondFactor(whose))).Succeeded);

        Assert.Equal("identity.recovery-takes-two", (await app.As(one, new GivePasswordLink(whose))).Refusal.Code);
    }

    [EngineFact]
    public async Task Two_administrators_help_a_person_back_in(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var second = await SecondAdministrator(app);

        Assert.True((await app.As(app.Body.Administrator, new ResetSecondFactor(app.Body.Controller))).Succeeded);
        Assert.True((await app.As(second, new GivePasswordLink(app.Body.Controller))).Succeeded);
    }

    [EngineFact]
    public async Task The_refused_request_is_in_the_doors_book_and_a_leaf_of_the_log_although_nothing_else_of_it_stands(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var (one, whose) = (app.Body.Administrator, app.Body.Controller);
        await app.As(one, new GivePasswordLink(whose));
        var leaves = await Leaves(app);

        await app.As(one, new ResetSecondFactor(whose));

        var booked = await app.Look(db => db.Set<LoginEvent>().Where(e => e.PersonId == whose).OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal((LoginEventKind.RecoveryRefused, (PersonId?)one), (booked.Kind, booked.ByPersonId));
        Assert.Equal(leaves + 1, await Leaves(app));
    }

    [EngineFact]
    public async Task The_hours_are_those_of_the_setting_in_force(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var (one, whose) = (app.Body.Administrator, app.Body.Controller);
        await app.As(one, new ResetSecondFactor(whose));

        app.Clock.Pass(TimeSpan.FromHours(168) - TimeSpan.FromMinutes(1));
        Assert.False((await app.As(one, new GivePasswordLink(whose))).Succeeded);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True((await app.As(one, new GivePasswordLink(whose))).Succeeded);
    }

    [EngineFact]
    public async Task A_link_on_its_way_dies_with_the_second_factor_it_would_have_stood_beside(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var second = await SecondAdministrator(app);
        var link = (await app.As(app.Body.Administrator, new GivePasswordLink(app.Body.Controller))).Value;

        Assert.True((await app.As(second, new ResetSecondFactor(app.Body.Controller))).Succeeded);

        var used = await Logins.Ask<IUseCases, Result>(app, cases => cases.Send(new SetPasswordByLink(link, "another lamp in the rain")));
        Assert.Equal("identity.link-used", used.Refusal.Code);
    }

    [EngineFact]
    public async Task Asked_for_both_at_the_same_moment_one_is_done_and_one_refused(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var (one, whose) = (app.Body.Administrator, app.Body.Controller);

        var outcomes = await Task.WhenAll(
            Task.Run(async () => (await app.As(one, new GivePasswordLink(whose))).Plain()),
            Task.Run(() => app.As(one, new ResetSecondFactor(whose))));

        Assert.Equal("identity.recovery-takes-two", Assert.Single(outcomes, o => !o.Succeeded).Refusal.Code);
    }

    private static Task<int> Leaves(TestApp app) => app.Look(db => db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM audit_leaf").SingleAsync());

    private static async Task<PersonId> SecondAdministrator(TestApp app)
    {
        var post = app.Body.Posts.Single(p => p.Capacity == Capacity.Administrator);
        var appointed = await app.As(app.Body.Administrator, new AppointToPost(post.Id, app.Body.Requester, "۱۰۳", new(2026, 3, 21), new(2026, 3, 21), null, false));
        Assert.True(appointed.Succeeded, appointed.Succeeded ? "" : appointed.Refusal.ToString());
        return app.Body.Requester;
    }

    private async Task<TestApp> WithLogin(DatabaseEngine engine)
    {
        var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings(samples: false);
        await Logins.Give(app, app.Body.Controller, "controller", Password);
        return app;
    }
}
