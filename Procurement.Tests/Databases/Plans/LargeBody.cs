using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;
using Npgsql;
using Procurement.Application;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Procurement.Web.Demo;
using Xunit;

namespace Procurement.Tests.Databases.Plans;

/// <summary>The sample body with a hundred thousand documents behind it, and the real use cases over it with an ear on what they ask.</summary>
public sealed class LargeBody : IAsyncDisposable
{
    public const int Documents = 100_000;

    /// <summary>A table of so many rows is not read whole for one page.</summary>
    public const int Large = 2_000;

    private static readonly TimeSpan History = TimeSpan.FromDays(150);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly AskedStatements _asked;
    private readonly string _files;
    private Dictionary<string, PersonId> _people = [];

    private LargeBody(TestDatabase database, ServiceProvider services, AskedStatements asked, string files)
    {
        _database = database;
        _services = services;
        _asked = asked;
        _files = files;
    }

    public DatabaseEngine Engine => _database.Engine;

    public FrozenClock Clock => (FrozenClock)_services.GetRequiredService<TimeProvider>();

    public static async Task<LargeBody> On(TestDatabase database)
    {
        var files = Directory.CreateTempSubdirectory("procurement-plans-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(database.Settings) { ["Files:Root"] = files, ["AuditTrail:KeyFile"] = Path.Combine(files, "key.pem") }).Build();
        var clock = new FrozenClock();
        await DemoData.Fill(configuration, clock, History);
        await database.Close();

        var asked = new AskedStatements();
        var body = new LargeBody(database, Serve(configuration, clock, asked), asked, files);
        await using (var scope = body._services.CreateAsyncScope())
        await using (var connection = body.Connection())
        {
            await connection.OpenAsync();
            await RowCopies.Make(scope.ServiceProvider.GetRequiredService<ProcurementDb>(), connection, Documents);
        }

        body._people = await body.Look(db => db.Set<Account>().Where(a => a.UserName != null && !a.UserName.StartsWith("p")).ToDictionaryAsync(a => a.UserName!, a => a.Id));
        body._asked.Take();
        return body;
    }

    /// <summary>How many rows a table must have at least for its plans to mean something.</summary>
    public static IReadOnlyDictionary<string, int> Least { get; } = new Dictionary<string, int>
    {
        ["sign_off_sheet"] = Documents, ["route_step"] = 3 * Documents, ["signature"] = Documents, ["document_act"] = Documents, ["audit_leaf"] = Documents, ["stock_move"] = Documents,
        ["value_entry"] = Documents, ["budget_entry"] = Documents, ["line_link"] = Documents, ["item"] = Documents, ["supplier"] = Documents, ["person"] = 5_000, ["account"] = 5_000,
    };

    public PersonId Person(string login) => _people[login];

    public async Task<long> Count(string table)
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Looks at what is stored; nothing of it counts as asked.</summary>
    public async Task<T> Look<T>(Func<ProcurementDb, Task<T>> look)
    {
        await using var scope = _services.CreateAsyncScope();
        var found = await look(scope.ServiceProvider.GetRequiredService<ProcurementDb>());
        _asked.Take();
        return found;
    }

    /// <summary>Runs a use case as a person and gives back what it asked the engine.</summary>
    internal async Task<(TResponse Outcome, IReadOnlyList<AskedStatement> Asked)> Listen<TResponse>(string login, Func<IUseCases, Task<TResponse>> call)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CallContext>();
        context.Person = Person(login);
        context.ProvenInProcess = true;
        context.SessionId = Guid.CreateVersion7();
        _asked.Take();
        var outcome = await call(scope.ServiceProvider.GetRequiredService<IUseCases>());
        return (outcome, _asked.Take());
    }

    /// <summary>What each statement costs when it is run once more.</summary>
    internal async Task<IReadOnlyList<(AskedStatement Asked, StatementCost Cost)>> Costs(IReadOnlyList<AskedStatement> asked)
    {
        await using var counted = await Counted();
        var costs = new List<(AskedStatement, StatementCost)>();
        foreach (var statement in asked) costs.Add((statement, await counted.Of(statement)));
        return costs;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes it.")]
    private async Task<IStatementCosts> Counted()
    {
        if (Engine == DatabaseEngine.Sqlite) return new SqliteCosts(new SqliteConnectionStringBuilder(_database.ConnectionString).DataSource);
        var connection = (NpgsqlConnection)Connection();
        await connection.OpenAsync();
        return new PostgreSqlCosts(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    /// <summary>A connection of our own, without the application's settings: what is copied here refers to itself.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes it.")]
    private System.Data.Common.DbConnection Connection() => Engine == DatabaseEngine.Sqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(_database.ConnectionString) { ForeignKeys = false, Pooling = false }.ConnectionString)
        : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false, CommandTimeout = 300 }.ConnectionString);

    private static ServiceProvider Serve(IConfiguration configuration, FrozenClock clock, AskedStatements asked)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(clock);
        services.AddApplication();
        services.AddInfrastructure(configuration);
        services.AddDataProtection();
        services.TryAddSingleton(Mock.Of<IReauthentication>());
        services.AddScoped<SqlSession>();
        services.Replace(ServiceDescriptor.Scoped<ISqlSession>(provider => new AskedBySession(provider.GetRequiredService<SqlSession>(), asked)));
        var mapper = new AskedByMapper(asked);
        services.ConfigureDbContext<SqliteProcurementDb>(db => db.AddInterceptors(mapper));
        services.ConfigureDbContext<PostgreSqlProcurementDb>(db => db.AddInterceptors(mapper));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}

/// <summary>The large body, filled once for each engine that is asked for.</summary>
public sealed class LargeBodies : IAsyncLifetime
{
    private readonly DatabaseFixture _databases = new();
    private readonly Dictionary<DatabaseEngine, LargeBody> _bodies = [];
    private readonly Dictionary<DatabaseEngine, IReadOnlyList<Answered>> _walks = [];

    public async Task<LargeBody> On(DatabaseEngine engine)
    {
        if (!_bodies.TryGetValue(engine, out var body)) _bodies[engine] = body = await LargeBody.On(await _databases.Fresh(engine));
        return body;
    }

    /// <summary>Every question put once, with what it cost.</summary>
    internal async Task<IReadOnlyList<Answered>> Walk(DatabaseEngine engine)
    {
        if (!_walks.TryGetValue(engine, out var walk)) _walks[engine] = walk = await QueryWalk.Through(await On(engine));
        return walk;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var body in _bodies.Values) await body.DisposeAsync();
        await _databases.DisposeAsync();
    }

}
