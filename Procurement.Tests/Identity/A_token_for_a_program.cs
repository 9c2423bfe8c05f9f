using System.Net;
using System.Net.Http.Headers;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.Inbox;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class A_token_for_a_program(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Password = "lamp under autumn rain";

    [EngineFact]
    public async Task Acts_within_its_scopes_and_is_refused_outside_them(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var token = await Known(app, await Issue(app, SignOffPermissions.Read));

        var inside = await As(app, token!, new Inbox(null, false, null));
        var outside = await As(app, token!, new ListOwnSessions());

        Assert.NotEqual("shared.token-scope-missing", inside.Succeeded ? "" : inside.Refusal.Code);
        Assert.Equal("shared.token-scope-missing", outside.Refusal.Code);
    }

    [EngineFact]
    public async Task Never_does_what_its_owner_may_not(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);

        var issued = await app.As(app.Body.Requester, new IssueToken("کلید", [IdentityPermissions.Administer], 30, Password));

        Assert.Equal("identity.token-scope-unknown", issued.Refusal.Code);
    }

    [EngineFact]
    public async Task Is_not_issued_without_a_proof(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);

        var issued = await app.As(app.Body.Requester, new IssueToken("کلید", ["signoff"], 30, "not the password at all"));

        Assert.Equal("identity.password-wrong", issued.Refusal.Code);
    }

    [EngineFact]
    public async Task Stops_working_when_it_is_revoked_when_it_expires_and_when_its_owner_is_shut_out(DatabaseEngine engine)
    {
        await using var app = await WithLogin(engine);
        var (revoked, old, orphaned) = (await Issue(app, "signoff"), await Issue(app, "signoff"), await Issue(app, "signoff", days: 300));

        await app.As(app.Body.Requester, new RevokeToken((await Known(app, revoked))!.Id));
        Assert.Null(await Known(app, revoked));
        Assert.NotNull(await Known(app, old));

        app.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Null(await Known(app, old));
        Assert.NotNull(await Known(app, orphaned));

        await app.As(app.Body.Administrator, new DisableLogin(app.Body.Requester));
        Assert.Null(await Known(app, orphaned));
    }

    [Fact]
    public async Task Opens_the_API_only_and_no_page()
    {
        await using var door = await FrontDoor.Of(await databases.Fresh(DatabaseEngine.Sqlite));
        await door.GiveLogin(door.Body.Requester, "requester");
        using var program = door.Visitor();
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "prc_unknown");

        await program.Open("/inbox");

        Assert.Equal(HttpStatusCode.Redirect, program.Status);
        Assert.StartsWith("/account/sign-in", program.Address, StringComparison.Ordinal);
    }

    private async Task<TestApp> WithLogin(DatabaseEngine engine)
    {
        var app = await TestApp.On(await databases.Fresh(engine));
        await Logins.Give(app, app.Body.Requester, "requester", Password);
        return app;
    }

    private static async Task<string> Issue(TestApp app, string scope, int days = 30)
    {
        var issued = await app.As(app.Body.Requester, new IssueToken("کلید", [scope], days, Password));
        Assert.True(issued.Succeeded, issued.Succeeded ? "" : issued.Refusal.ToString());
        return issued.Value;
    }

    private static Task<KnownToken?> Known(TestApp app, string text) => Logins.Ask<IEdgeChecks, KnownToken?>(app, checks => checks.Token(text, default));

    private static Task<TResponse> As<TResponse>(TestApp app, KnownToken token, IQuery<TResponse> query) where TResponse : IOutcome<TResponse> =>
        Logins.Ask<IUseCases, TResponse>(app, cases => cases.Ask(query), context =>
        {
            context.Person = token.PersonId;
            context.SessionId = token.Id.Value;
            context.TokenScopes = token.Scopes;
        });
}
