using Microsoft.EntityFrameworkCore;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Door;
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

public sealed class Second_factor_at_login(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Password = "lamp under autumn rain";

    [EngineFact]
    public async Task The_finance_controller_without_one_may_enrol_and_nothing_else(DatabaseEngine engine)
    {
        await using var app = await WithLogins(engine);

        var controller = (await SignIn(app, "controller")).Value.Session!;
        var requester = (await SignIn(app, "requester")).Value.Session!;

        Assert.True(controller.MustEnrol);
        Assert.False(requester.MustEnrol);
    }

    [EngineFact]
    public async Task Once_enrolled_the_password_alone_opens_nothing(DatabaseEngine engine)
    {
        await using var app = await WithLogins(engine);
        var (secret, _) = await Enrol(app);
        app.Clock.Pass(TimeSpan.FromMinutes(1));

        var first = (await SignIn(app, "controller")).Value;
        Assert.Null(first.Session);
        var opened = await WithCode(app, first.SecondStep!, Code(app, secret));

        Assert.True(opened.Succeeded);
        Assert.False(opened.Value.MustEnrol);
    }

    [EngineFact]
    public async Task A_code_opens_one_session_and_not_a_second(DatabaseEngine engine)
    {
        await using var app = await WithLogins(engine);
        var (secret, _) = await Enrol(app);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var code = Code(app, secret);
        var one = (await SignIn(app, "controller")).Value.SecondStep!;
        var two = (await SignIn(app, "controller")).Value.SecondStep!;

        Assert.True((await WithCode(app, one, code)).Succeeded);
        Assert.Equal("identity.code-used", (await WithCode(app, two, code)).Refusal.Code);
    }

    [EngineFact]
    public async Task A_recovery_code_stands_in_for_the_telephone_once(DatabaseEngine engine)
    {
        await using var app = await WithLogins(engine);
        var (_, written) = await Enrol(app);
        var one = (await SignIn(app, "controller")).Value.SecondStep!;
        var two = (await SignIn(app, "controller")).Value.SecondStep!;

        Assert.True((await WithCode(app, one, written[0].ToLowerInvariant())).Succeeded);
        Assert.Equal("identity.code-used", (await WithCode(app, two, written[0])).Refusal.Code);
    }

    [EngineFact]
    public async Task Five_wrong_codes_close_the_login_to_the_right_one(DatabaseEngine engine)
    {
        await using var app = await WithLogins(engine);
        var (secret, _) = await Enrol(app);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var step = (await SignIn(app, "controller")).Value.SecondStep!;
        var right = Code(app, secret);
        var wrong = right == "000000" ? "000001" : "000000";

        for (var i = 0; i < 5; i++) Assert.Equal("identity.code-wrong", (await WithCode(app, step, wrong)).Refusal.Code);

        Assert.Equal("identity.locked-out", (await WithCode(app, step, right)).Refusal.Code);
    }

    [EngineFact]
    public async Task A_code_proves_a_signing_act_and_every_attempt_of_that_one_request(DatabaseEngine engine)
    {
        await using var app = await WithLogins(engine);
        var (secret, _) = await Enrol(app);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var code = Code(app, secret);

        var twice = await Logins.Ask<IReauthentication, (Result, Result)>(app, async r =>
            (await r.Prove(app.Body.Controller, code, default), await r.Prove(app.Body.Controller, code, default)));
        var laterRequest = await Logins.Ask<IReauthentication, Result>(app, r => r.Prove(app.Body.Controller, code, default));

        Assert.True(twice.Item1.Succeeded && twice.Item2.Succeeded);
        Assert.Equal("identity.code-used", laterRequest.Refusal.Code);
    }

    [EngineFact]
    public async Task The_secret_is_not_readable_from_the_database_alone(DatabaseEngine engine)
    {
        await using var app = await WithLogins(engine);
        var (secret, _) = await Enrol(app);

        var stored = await app.Look(db => db.Set<Account>().Where(a => a.Id == app.Body.Controller).Select(a => a.CodeSecret).SingleAsync());

        Assert.DoesNotContain(Convert.ToBase64String(secret), stored, StringComparison.Ordinal);
        Assert.DoesNotContain(TimeCode.Base32(secret), stored, StringComparison.Ordinal);
    }

    private async Task<TestApp> WithLogins(DatabaseEngine engine)
    {
        var app = await TestApp.On(await databases.Fresh(engine));
        await Logins.Give(app, app.Body.Controller, "controller", Password);
        await Logins.Give(app, app.Body.Requester, "requester", Password);
        return app;
    }

    /// <summary>Enrols the controller as the page does, and gives what his generator and his paper hold.</summary>
    private static async Task<(byte[] Secret, IReadOnlyList<string> Written)> Enrol(TestApp app)
    {
        var session = (await SignIn(app, "controller")).Value.Session!;
        void Caller(CallContext context)
        {
            context.Person = app.Body.Controller;
            context.SessionId = session.SessionId.Value;
        }

        await Logins.Ask<IUseCases, Result>(app, cases => cases.Send(new BeginSecondFactor(null)), Caller);
        var setup = await Logins.Ask<IUseCases, Result<SecondFactorSetup>>(app, cases => cases.Ask(new ShowSecondFactorSetup()), Caller);
        var secret = FromBase32(setup.Value.Secret);
        var written = await Logins.Ask<IUseCases, Result<WrittenCodes>>(app, cases => cases.Send(new ConfirmSecondFactor(Code(app, secret))), Caller);
        return (secret, written.Value.Codes);
    }

    private static Task<Result<SignInProgress>> SignIn(TestApp app, string name) =>
        Logins.Ask<ISignInDesk, Result<SignInProgress>>(app, desk => desk.WithPassword(name, Password, default));

    private static Task<Result<OpenedSession>> WithCode(TestApp app, string step, string code) =>
        Logins.Ask<ISignInDesk, Result<OpenedSession>>(app, desk => desk.WithCode(step, code, default));

    private static string Code(TestApp app, byte[] secret) => TimeCode.Of(secret, TimeCode.StepAt(app.Clock.GetUtcNow()));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
