using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Application.Identity.FirstAdministrator;
using Procurement.Domain.Identity;
using Procurement.Web.Errors;
using Procurement.Web.Navigation;
using System.Globalization;
using System.Threading.RateLimiting;

namespace Procurement.Web.Identity;

/// <summary>The door of the web application: who is let in, and what is open to strangers.</summary>
public static class IdentityAccess
{
    /// <summary>The limit on attempts at login; pages that take a secret from a stranger name it.</summary>
    public const string SignInLimit = "sign-in";

    private static readonly TimeSpan LimitWindow = TimeSpan.FromMinutes(1);

    /// <summary>Pages of the frame that need no login; others say so themselves with <see cref="AllowAnonymousAttribute"/>.</summary>
    private static readonly string[] OpenPages = ["/Help/Index", "/Language", "/Errors/Status"];

    public static IServiceCollection AddIdentityAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);

        // What is not marked open needs a login: a page somebody forgets to mark is closed, not open.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<RazorPagesOptions>(pages =>
        {
            foreach (var page in OpenPages) pages.Conventions.AllowAnonymousToPage(page);
        });

        var options = configuration.GetSection(SecurityOptions.Section).Get<SecurityOptions>() ?? new SecurityOptions();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = LimitWindow.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = options.SignInsPerMinute, Window = LimitWindow })
                : RateLimitPartition.GetNoLimiter("reading"));
        });

        // The framework logs whole addresses; one-time links stand in theirs, and a log is read by more people than a link is meant for.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        services.AddSingleton<ICallerOrigin, RequestOrigin>();
        services.AddScoped<ExpiredForms>();
        services.AddScoped<SessionVisitor>();
        services.AddScoped<IVisitor>(provider => provider.GetRequiredService<SessionVisitor>());
        services.AddHostedService<FirstStart>();
        return services;
    }

    /// <summary>Call it after the frame: it must know which page was chosen and who was recognised.</summary>
    public static WebApplication UseIdentityAccess(this WebApplication app)
    {
        app.UseMiddleware<CallerOfRequest>();
        app.UseRateLimiter();

        // An address that does not exist is told as such to strangers too; only what exists asks for a login.
        app.MapFallback("{**path}", NothingHere.Answer).AllowAnonymous();
        return app;
    }

    /// <summary>Whether a secret may be typed here: over HTTPS, on this very machine, or where the setting says so.</summary>
    internal static bool MayTakeSecrets(HttpRequest request, SecurityOptions options) =>
        request.IsHttps || options.AllowPlainHttp || request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}

/// <summary>The network address and the browser of the present request.</summary>
internal sealed class RequestOrigin(IHttpContextAccessor http) : ICallerOrigin
{
    public CallerOrigin Current => http.HttpContext is { } context
        ? new CallerOrigin(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString())
        : CallerOrigin.Local;
}

/// <summary>Offers the link of the first administrator once the server listens, when there is no login at all.</summary>
internal sealed class FirstStart(IFirstAdministrator first) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => first.OfferIfNobodyIs(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
