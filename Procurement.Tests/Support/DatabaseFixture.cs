using Procurement.Infrastructure.Persistence;
using Xunit;

namespace Procurement.Tests.Support;

/// <summary>Databases for the tests of one class: one shared by the class per engine, and fresh ones for tests that count rows.</summary>
/// <remarks>Each is copied from a template that is migrated once per run and engine.</remarks>
public sealed class DatabaseFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<TestDatabase>> SqliteTemplate = new(() => Template(DatabaseEngine.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> PostgreSqlTemplate = new(() => Template(DatabaseEngine.PostgreSql));

    private readonly Dictionary<DatabaseEngine, TestDatabase> _shared = [];
    private readonly List<TestDatabase> _fresh = [];

    /// <summary>The database that the tests of this class share.</summary>
    public async Task<TestDatabase> Open(DatabaseEngine engine)
    {
        if (!_shared.TryGetValue(engine, out var database)) _shared[engine] = database = await Copy(engine);
        return database;
    }

    /// <summary>A database of the asking test's own, with every table and no rows.</summary>
    public async Task<TestDatabase> Fresh(DatabaseEngine engine)
    {
        var database = await Copy(engine);
        _fresh.Add(database);
        return database;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _shared.Values.Concat(_fresh)) await database.DisposeAsync();
    }

    private static async Task<TestDatabase> Copy(DatabaseEngine engine) =>
        await (await (engine == DatabaseEngine.Sqlite ? SqliteTemplate : PostgreSqlTemplate).Value).Copy();

    private static async Task<TestDatabase> Template(DatabaseEngine engine)
    {
        var template = await TestDatabase.Empty(engine);
        await template.Services.SetUpDatabase();
        await template.Close();
        // The server outlives the run when it is not a throw-away one; a finalizer thread cannot await, the exit event may block.
        if (engine == DatabaseEngine.PostgreSql) AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return template;
    }
}
