using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Procurement.Web.Demo;
using Xunit;

namespace Procurement.Tests.Journeys;

/// <summary>
/// The whole application on a real port over the sample body before anybody has done anything: people with logins, stores with goods, credit.
/// One for every journey; each walks with documents of its own.
/// </summary>
public class SampleSite : IAsyncLifetime
{
    private readonly DatabaseFixture _databases = new();
    private readonly string _files = Directory.CreateTempSubdirectory("procurement-journeys-").FullName;
    private Dictionary<string, string?> _settings = [];
    private Server _server = null!;

    /// <summary>Where the server listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public IServiceProvider Services => _server.Services;

    public async Task InitializeAsync()
    {
        var database = await _databases.Fresh(DatabaseEngine.Sqlite);
        _settings = new(database.Settings) { ["Files:Root"] = _files };
        await Fill(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
        _server = Start(_settings, isDemo: true);
        Address = _server.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _databases.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    /// <summary>The same database behind a server that is not the demo.</summary>
    public WebApplicationFactory<Program> NotAsDemo() => Start(_settings, isDemo: false);

    /// <summary>What is in the database before the doors open.</summary>
    protected virtual Task Fill(IConfiguration settings) => DemoData.SetTheScene(settings, TimeProvider.System);

    private static Server Start(Dictionary<string, string?> settings, bool isDemo)
    {
        var server = new Server(settings, isDemo);
        server.UseKestrel(0);
        server.StartServer();
        return server;
    }

    private sealed class Server(Dictionary<string, string?> settings, bool isDemo) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
            builder.UseSetting("Security:SecondFactorRequiredFor", "none");
            builder.UseSetting("Security:FirstAdministratorFile", Path.Combine(settings["Files:Root"]!, "first-admin.txt"));
            builder.ConfigureLogging(l => l.ClearProviders());
            builder.ConfigureTestServices(services => services.AddSingleton(new DemoMode(isDemo)));
        }
    }
}

/// <summary>The journeys share one site; they walk one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SampleJourneys : ICollectionFixture<SampleSite>
{
    public const string Name = "journeys";
}
