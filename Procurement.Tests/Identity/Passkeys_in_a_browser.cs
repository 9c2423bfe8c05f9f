using Microsoft.Playwright;
using Procurement.Application.Identity;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Procurement.Tests.Identity;

/// <summary>With a real browser and an authenticator inside it; skipped with its reason where there is no browser.</summary>
public sealed class Passkeys_in_a_browser(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [BrowserFact]
    public async Task Are_added_log_in_and_prove_a_signing_act_once()
    {
        await using var door = await FrontDoor.Listening(await databases.Fresh(DatabaseEngine.Sqlite));
        await door.GiveLogin(door.Body.Requester, "requester");
        var address = door.ClientOptions.BaseAddress.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal).TrimEnd('/');
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        await AddAuthenticator(page);

        await page.GotoAsync($"{address}/account/sign-in?returnUrl=/account/passkeys");
        await page.FillAsync("#UserName", "requester");
        await page.FillAsync("#Password", FrontDoor.Password);
        await page.ClickAsync("form.account-box button[type=submit]");
        await page.FillAsync("#Name", "تلفن");
        await page.FillAsync("#Proof", FrontDoor.Password);
        await page.ClickAsync("form[data-passkey=create] button");
        await page.WaitForSelectorAsync(".confirmation");
        await page.ClickAsync("form[action='/account/sign-out'] button");

        await page.GotoAsync($"{address}/account/sign-in?returnUrl=/account/sessions");
        await page.ClickAsync("form[data-passkey=get] button");
        await page.WaitForURLAsync($"{address}/account/sessions");

        Assert.Equal(SignInMethod.Passkey, await LastMethod(door));
        var proof = await Proof(page);
        Assert.True((await Prove(door, proof)).Succeeded);
        Assert.Equal("identity.link-used", (await Prove(door, proof)).Refusal.Code);
    }

    private static async Task AddAuthenticator(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>What the script of a signing form does, without a document to sign.</summary>
    private static Task<string> Proof(IPage page) => page.EvaluateAsync<string>(
        """
        async () => {
          const token = document.querySelector('[name="__RequestVerificationToken"]').value;
          const post = async (handler, fields) => (await fetch(`/account/passkeys?handler=${handler}`, {
            method: 'POST', body: new URLSearchParams({ ...fields, __RequestVerificationToken: token }) })).json();
          const asked = await post('ProofOptions', {});
          const given = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(asked.optionsJson)) });
          return (await post('Proof', { credential: JSON.stringify(given.toJSON()), state: asked.state })).proof;
        }
        """);

    private static async Task<Result> Prove(FrontDoor door, string proof)
    {
        await using var scope = door.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CallContext>();
        context.Person = door.Body.Requester;
        context.SessionId = (await LastSession(door)).Id.Value;
        return await scope.ServiceProvider.GetRequiredService<IReauthentication>().Prove(door.Body.Requester, proof, default);
    }

    private static async Task<SignInMethod> LastMethod(FrontDoor door) => (await LastSession(door)).Method;

    private static async Task<LoginSession> LastSession(FrontDoor door)
    {
        await using var scope = door.Services.CreateAsyncScope();
        var sessions = await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<LoginSession>().ToListAsync();
        return sessions.MaxBy(s => s.Id.Value)!;
    }
}
