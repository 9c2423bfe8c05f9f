using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Domain.Organisation;
using Procurement.Web.Resources;

namespace Procurement.Web.Identity;

/// <summary>Who the request comes from, as the door found it.</summary>
/// <param name="Person">The person.</param>
/// <param name="SessionId">His session, or the token his program showed.</param>
/// <param name="Scopes">What the token is limited to; null for a full session.</param>
/// <param name="MustEnrol">He must enrol a second factor before anything else.</param>
/// <param name="HasPasskey">He may prove signing acts by passkey.</param>
internal sealed record KnownCaller(PersonId Person, Guid SessionId, IReadOnlySet<string>? Scopes, bool MustEnrol, bool HasPasskey);

/// <summary>Whose session it was that is now over.</summary>
internal sealed record SessionOver(PersonId Person);

/// <summary>Knows callers by the session cookie, and programs under <c>/api</c> by their token.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IEdgeChecks checks, ExpiredForms forms, ITexts texts,
    IProblemDetailsService problems) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    private const string Bearer = "Bearer ";
    private const string SessionClaim = "sid";

    private bool IsApi => Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return AuthenticateResult.NoResult();
        if (Request.Headers.Authorization.ToString() is { Length: > 0 } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return IsApi ? await FromToken(header[Bearer.Length..].Trim()) : AuthenticateResult.Fail("Tokens are for the API.");

        // A browser sends the cookie by itself, also for a form of another site; under /api only reading may rest on it.
        if (IsApi && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method)) return AuthenticateResult.NoResult();
        return SessionCookies.ReadSession(Request) is { } secret ? await FromSession(secret) : AuthenticateResult.NoResult();
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsApi)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Bearer";
            await problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = Context,
                ProblemDetails = new ProblemDetails
                {
                    Status = StatusCodes.Status401Unauthorized,
                    Type = "urn:procurement:refusal:shared.login-needed",
                    Title = texts["identity.api-needs-token"],
                },
            });
            return;
        }

        var over = Context.Features.Get<SessionOver>();
        var target = await ReturnAddress(over);
        var signIn = $"/account/sign-in?returnUrl={Uri.EscapeDataString(target)}{(over is null ? null : "&over=true")}";
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page cannot hold the login: the browser goes there as a whole.
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers["HX-Redirect"] = signIn;
            return;
        }

        Response.Redirect(signIn);
    }

    private async Task<string> ReturnAddress(SessionOver? over)
    {
        if (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)) return Request.PathBase + Request.Path + Request.QueryString;
        return over is not null && await forms.Keep(over.Person, Request) is { } kept ? $"/account/resume?form={kept:N}" : "/";
    }

    private async Task<AuthenticateResult> FromSession(string secret)
    {
        var session = await checks.Session(secret, Context.RequestAborted);
        if (session is null) return AuthenticateResult.NoResult();
        if (!session.IsAlive)
        {
            Context.Features.Set(new SessionOver(session.PersonId));
            return AuthenticateResult.Fail("The session is over.");
        }

        return Known(new KnownCaller(session.PersonId, session.Id.Value, null, session.MustEnrol, session.HasPasskey));
    }

    private async Task<AuthenticateResult> FromToken(string text)
    {
        var token = await checks.Token(text, Context.RequestAborted);
        return token is null
            ? AuthenticateResult.Fail("The token is unknown or over.")
            : Known(new KnownCaller(token.PersonId, token.Id.Value, token.Scopes, MustEnrol: false, HasPasskey: false));
    }

    private AuthenticateResult Known(KnownCaller caller)
    {
        Context.Features.Set(caller);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, caller.Person.Value.ToString("N")), new Claim(SessionClaim, caller.SessionId.ToString("N"))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
