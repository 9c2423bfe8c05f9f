using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Tests.Support;

/// <summary>
/// The whole web application over a real database, with the small body seated and a clock that stands still. Visitors come in by a header
/// instead of the login page; everything behind the door is the real thing.
/// </summary>
public sealed class WebSite : WebApplicationFactory<Program>
{
    /// <summary>What every visitor's password is here.</summary>
    public const string Password = "گذرواژه-۱۲۳";

    private readonly TestDatabase _database;
    private readonly string _files = Directory.CreateTempSubdirectory("procurement-files-").FullName;

    private WebSite(TestDatabase database) => _database = database;

    public FrozenClock Clock { get; } = new();

    public TestBody Body { get; private set; } = null!;

    public static async Task<WebSite> On(TestDatabase database)
    {
        var site = new WebSite(database);
        site.Body = await TestBody.Seat(site.Services);
        return site;
    }

    /// <summary>The same on a real port: some things only a real server refuses.</summary>
    public static async Task<WebSite> Listening(TestDatabase database)
    {
        var site = new WebSite(database);
        site.Listen();
        site.Body = await TestBody.Seat(site.Services);
        return site;
    }

    /// <summary>The application over a database in which somebody else has set the scene.</summary>
    public static WebSite Over(TestDatabase database, TestBody body) => new(database) { Body = body };

    /// <summary>A store with goods, seated when it is first asked for.</summary>
    public Task<TestStock> Stock() => TestStock.In(Services, Body.Province);

    /// <summary>A browser in which the person is logged in; null for a stranger.</summary>
    /// <param name="person">Who sits before it.</param>
    /// <param name="language">The language he chose; null for the first one, Persian.</param>
    public WebVisitor Visit(PersonId? person, string? language = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (person is { } known)
        {
            foreach (var (name, value) in LoginOf(known)) client.DefaultRequestHeaders.Add(name, value);
        }

        if (language is not null) client.DefaultRequestHeaders.Add("Cookie", "language=" + language);
        return new WebVisitor(client);
    }

    /// <summary>Puts the site on a real port, before anything else is asked of it; tells its address without a slash at the end.</summary>
    public string Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>What every request of a person who is logged in carries.</summary>
    public static IReadOnlyDictionary<string, string> LoginOf(PersonId person) => new Dictionary<string, string>
    {
        [TestLogin.PersonHeader] = person.Value.ToString("N"), [TestLogin.SessionHeader] = Guid.CreateVersion7().ToString("N"),
    };

    /// <summary>A program that acts for the person over the REST interface.</summary>
    public ApiCaller Call(PersonId? person) => new(Visit(person).Client);

    /// <summary>Runs a use case as a person who has proved himself; to set a scene the test is not about.</summary>
    public async Task<TResponse> As<TResponse>(PersonId person, ICommand<TResponse> command) where TResponse : IOutcome<TResponse> =>
        await Run(person, cases => cases.Send(command));

    public async Task<TResponse> As<TResponse>(PersonId person, IQuery<TResponse> query) where TResponse : IOutcome<TResponse> =>
        await Run(person, cases => cases.Ask(query));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var (key, value) in _database.Settings) builder.UseSetting(key, value);
        builder.UseSetting("Files:Root", _files);
        builder.UseSetting("Security:FirstAdministratorFile", Path.Combine(_files, "first-admin.txt"));
        builder.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // The test server keeps no limits of size, and says so at every request that has one.
            .AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Mvc.Filters.RequestSizeLimitFilter", LogLevel.Error).AddFilter("Procurement.Infrastructure.Identity", LogLevel.Error));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddAuthentication(TestLogin.Scheme).AddScheme<AuthenticationSchemeOptions, TestLogin>(TestLogin.Scheme, null);
            services.AddSingleton<IStartupFilter, TestLoginFilter>();
            services.RemoveAll<IReauthentication>();
            services.AddSingleton<IReauthentication, OnePassword>();
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_files)) Directory.Delete(_files, recursive: true);
    }

    private async Task<TResponse> Run<TResponse>(PersonId person, Func<IUseCases, Task<TResponse>> call)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CallContext>();
        context.Person = person;
        context.ProvenInProcess = true;
        return await call(scope.ServiceProvider.GetRequiredService<IUseCases>());
    }

    private sealed class OnePassword : IReauthentication
    {
        public Task<Result> Prove(PersonId person, string proof, CancellationToken ct) =>
            Task.FromResult(proof == Password ? Result.Ok : (Result)Refusal.Rule("signoff.proof-needed").At("Proof"));
    }

    /// <summary>Believes the header; stands in for the login page only.</summary>
    private sealed class TestLogin(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public new const string Scheme = "test";
        public const string PersonHeader = "X-Test-Person";
        public const string SessionHeader = "X-Test-Session";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers.TryGetValue(PersonHeader, out var person)
                ? AuthenticateResult.Success(new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.ToString())], Scheme)), Scheme))
                : AuthenticateResult.NoResult());
    }

    private sealed class TestLoginFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, following) =>
            {
                if (http.Request.Headers.TryGetValue(TestLogin.PersonHeader, out var person))
                {
                    var call = http.RequestServices.GetRequiredService<CallContext>();
                    call.Person = new PersonId(Guid.ParseExact(person.ToString(), "N"));
                    call.SessionId = Guid.ParseExact(http.Request.Headers[TestLogin.SessionHeader].ToString(), "N");
                }

                await following(http);
            });
            next(app);
        };
    }
}
