using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Door;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class At_the_door(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Password = "lamp under autumn rain";

    [EngineFact]
    public async Task The_right_password_opens_a_session_that_the_next_request_finds_alive(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);

        var session = (await SignIn(app, Password)).Value.Session!;

        var known = await Ask<IEdgeChecks, KnownSession?>(app, checks => checks.Session(session.Secret, default));
        Assert.True(known!.IsAlive);
        Assert.Equal(app.Body.Requester, known.PersonId);
    }

    [EngineFact]
    public async Task Five_wrong_passwords_close_the_login_to_the_right_one_for_five_minutes(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);

        for (var i = 0; i < 5; i++) Assert.Equal("identity.sign-in-refused", (await SignIn(app, "not the password at all")).Refusal.Code);

        Assert.Equal("identity.sign-in-refused", (await SignIn(app, Password)).Refusal.Code);
        app.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.True((await SignIn(app, Password)).Succeeded);
    }

    [EngineFact]
    public async Task Guesses_made_at_once_do_not_outrun_the_count(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SignIn(app, "not the password at all")));

        Assert.Equal("identity.sign-in-refused", (await SignIn(app, Password)).Refusal.Code);
        var lockOuts = await app.Look(db => db.Set<LoginEvent>().CountAsync(e => e.Kind == LoginEventKind.LockedOut));
        Assert.Equal(1, lockOuts);
    }

    [EngineFact]
    public async Task A_wrong_password_at_a_signing_act_counts_although_the_act_is_refused(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);

        for (var i = 0; i < 5; i++)
            await Ask<IReauthentication, Result>(app, r => r.Prove(app.Body.Requester, "not the password at all", default));

        var proven = await Ask<IReauthentication, Result>(app, r => r.Prove(app.Body.Requester, Password, default));
        Assert.Equal("identity.locked-out", proven.Refusal.Code);
    }

    [EngineFact]
    public async Task A_name_that_nobody_has_is_answered_like_a_wrong_password(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);

        var stranger = await Ask<ISignInDesk, Result<SignInProgress>>(app, desk => desk.WithPassword("nobody.here", Password, default));
        var wrong = await SignIn(app, "not the password at all");

        Assert.Equal(wrong.Refusal.ToString(), stranger.Refusal.ToString());
    }

    [EngineFact]
    public async Task A_session_idle_for_half_an_hour_is_over_and_one_in_use_lives_for_eight_hours(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var secret = (await SignIn(app, Password)).Value.Session!.Secret;

        for (var i = 0; i < 19; i++)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(25));
            Assert.True((await Ask<IEdgeChecks, KnownSession?>(app, c => c.Session(secret, default)))!.IsAlive);
        }

        app.Clock.Pass(TimeSpan.FromMinutes(6)); // 8 h 1 min since login
        Assert.False((await Ask<IEdgeChecks, KnownSession?>(app, c => c.Session(secret, default)))!.IsAlive);

        var second = (await SignIn(app, Password)).Value.Session!.Secret;
        app.Clock.Pass(TimeSpan.FromMinutes(30));
        Assert.False((await Ask<IEdgeChecks, KnownSession?>(app, c => c.Session(second, default)))!.IsAlive);
    }

    [EngineFact]
    public async Task A_session_that_its_owner_ended_is_over_at_once(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var session = (await SignIn(app, Password)).Value.Session!;

        var ended = await app.As(app.Body.Requester, new EndOwnSession(session.SessionId));

        Assert.True(ended.Succeeded);
        Assert.False((await Ask<IEdgeChecks, KnownSession?>(app, c => c.Session(session.Secret, default)))!.IsAlive);
    }

    [EngineFact]
    public async Task Nobody_ends_a_session_of_somebody_else_without_being_administrator(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var session = (await SignIn(app, Password)).Value.Session!;

        var byColleague = await app.As(app.Body.Manager, new EndOwnSession(session.SessionId));
        var asAdministrator = await app.As(app.Body.Manager, new EndSessionOf(app.Body.Requester, session.SessionId));

        Assert.Equal(RefusalKind.NotFound, byColleague.Refusal.Kind);
        Assert.Equal("shared.not-permitted", asAdministrator.Refusal.Code);
        Assert.True((await Ask<IEdgeChecks, KnownSession?>(app, c => c.Session(session.Secret, default)))!.IsAlive);
    }

    [EngineFact]
    public async Task Disabling_a_login_ends_its_sessions_and_refuses_the_right_password(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var session = (await SignIn(app, Password)).Value.Session!;

        Assert.True((await app.As(app.Body.Administrator, new DisableLogin(app.Body.Requester))).Succeeded);

        Assert.False((await Ask<IEdgeChecks, KnownSession?>(app, c => c.Session(session.Secret, default)))!.IsAlive);
        Assert.Equal("identity.login-disabled", (await SignIn(app, Password)).Refusal.Code);
    }

    [EngineFact]
    public async Task A_person_who_left_has_no_session_any_more(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var session = (await SignIn(app, Password)).Value.Session!;

        await using (var scope = app.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
            (await db.Tracked<Person>().SingleAsync(p => p.Id == app.Body.Requester)).Leave(new DateOnly(2026, 11, 1));
            await db.SaveChangesAsync();
        }

        Assert.False((await Ask<IEdgeChecks, KnownSession?>(app, c => c.Session(session.Secret, default)))!.IsAlive);
    }

    [EngineFact]
    public async Task Every_attempt_stands_in_the_book_that_cannot_be_changed(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        await SignIn(app, "not the password at all");
        await SignIn(app, Password);

        var booked = await app.Look(db => db.Set<LoginEvent>().OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

        Assert.Equal([LoginEventKind.LoginOpened, LoginEventKind.WrongPassword, LoginEventKind.SignedIn], booked);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Look(db => db.Set<LoginEvent>().ExecuteDeleteAsync()));
    }

    private async Task<TestApp> WithLogin(DatabaseEngine engine)
    {
        var app = await TestApp.On(await databases.Fresh(engine));
        await Logins.Give(app, app.Body.Requester, "requester", Password);
        return app;
    }

    private static Task<Result<SignInProgress>> SignIn(TestApp app, string password) =>
        Ask<ISignInDesk, Result<SignInProgress>>(app, desk => desk.WithPassword("requester", password, default));

    private static Task<T> Ask<TService, T>(TestApp app, Func<TService, Task<T>> ask) where TService : notnull => Logins.Ask(app, ask);
}
