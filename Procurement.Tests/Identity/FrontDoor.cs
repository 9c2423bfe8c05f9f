using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

/// <summary>The whole web application with its real door: visitors come in by the login page or not at all.</summary>
internal sealed class FrontDoor : WebApplicationFactory<Program>
{
    public const string Password = "lamp under autumn rain";

    private readonly TestDatabase _database;
    private readonly string _data = Directory.CreateTempSubdirectory("procurement-door-").FullName;
    private readonly Dictionary<string, string> _settings;

    private FrontDoor(TestDatabase database, Dictionary<string, string> settings) => (_database, _settings) = (database, settings);

    public FrozenClock Clock { get; } = new();

    public TestBody Body { get; private set; } = null!;

    /// <summary>Where the link of the first administrator is written.</summary>
    public string LinkFile => Path.Combine(_data, "first-admin.txt");

    /// <summary>A body that is running; the setting given turns off what the test is not about.</summary>
    public static async Task<FrontDoor> Of(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var door = Empty(database, settings);
        door.Body = await TestBody.Seat(door.Services);
        return door;
    }

    /// <summary>The same on a real port, for a browser.</summary>
    public static async Task<FrontDoor> Listening(TestDatabase database)
    {
        var door = Empty(database);
        door.UseKestrel(0);
        door.StartServer();
        door.Body = await TestBody.Seat(door.Services);
        return door;
    }

    /// <summary>A system nobody has used yet.</summary>
    public static FrontDoor Empty(TestDatabase database, params (string Key, string Value)[] settings) =>
        new(database, settings.ToDictionary(s => s.Key, s => s.Value));

    public WebVisitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task GiveLogin(PersonId person, string userName)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        Assert.True((await scope.ServiceProvider.GetRequiredService<IUseCases>().Send(new GiveLogin(person, userName, Password))).Succeeded);
    }

    /// <summary>A browser in which the person has signed in by the login page.</summary>
    public async Task<WebVisitor> SignedIn(string userName)
    {
        var visitor = Visitor();
        await SignIn(visitor, userName);
        return visitor;
    }

    public static async Task SignIn(WebVisitor visitor, string userName, string password = Password)
    {
        var page = await visitor.Open(visitor.Address.StartsWith("/account/sign-in", StringComparison.Ordinal) ? visitor.Address : "/account/sign-in");
        await visitor.Submit(page.QuerySelector("form.account-box"), ("UserName", userName), ("Password", password));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _database.Settings) builder.UseSetting(key, value);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.UseSetting("Files:Root", _data);
        builder.UseSetting("Security:FirstAdministratorFile", LinkFile);
        builder.ConfigureLogging(l => l.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }
}
