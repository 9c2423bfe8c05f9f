using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Tests.Support;

/// <summary>One real database of either engine, gone when the test is.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("procurement-tests-").FullName;

    private readonly string _name;
    private ServiceProvider? _services;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    private TestDatabase(DatabaseEngine engine, string name)
    {
        _name = name;
        Engine = engine;
        ConnectionString = engine == DatabaseEngine.Sqlite
            ? new SqliteConnectionStringBuilder { DataSource = FileOf(name) }.ConnectionString
            : PostgreSqlServer.ConnectionString(name);
    }

    public DatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>What the web application or a container needs to be told to use this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Engine.ToString(),
        ["Database:ConnectionString"] = ConnectionString,
    };

    /// <summary>The persistence services as the application registers them, over this database.</summary>
    public IServiceProvider Services => _services ??= new ServiceCollection()
        .AddPersistence(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
        .BuildServiceProvider(validateScopes: true);

    /// <summary>A new unit of work with everything that belongs to it.</summary>
    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    /// <summary>A database without tables.</summary>
    public static async Task<TestDatabase> Empty(DatabaseEngine engine)
    {
        var database = new TestDatabase(engine, NewName());
        if (engine == DatabaseEngine.PostgreSql) await PostgreSqlServer.Create(database._name);
        return database;
    }

    /// <summary>A copy of a database that nobody has open.</summary>
    public async Task<TestDatabase> Copy()
    {
        var copy = new TestDatabase(Engine, NewName());
        if (Engine == DatabaseEngine.Sqlite) File.Copy(FileOf(_name), FileOf(copy._name));
        else await PostgreSqlServer.CreateFrom(_name, copy._name);
        return copy;
    }

    /// <summary>Lets go of every connection, so that the database can be copied or deleted.</summary>
    public async Task Close()
    {
        if (_services is not null) await _services.DisposeAsync();
        _services = null;

        // The application opens connections under its own, completed connection string, hence its own pool.
        if (Engine == DatabaseEngine.Sqlite)
        {
            await using var pooled = new SqliteConnection(PersistenceServices.SqliteConnectionString(ConnectionString));
            SqliteConnection.ClearPool(pooled);
        }
        else
        {
            await using var pooled = new NpgsqlConnection(PersistenceServices.PostgreSqlConnectionString(ConnectionString));
            NpgsqlConnection.ClearPool(pooled);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        if (Engine == DatabaseEngine.PostgreSql) await PostgreSqlServer.Drop(_name);
        else foreach (var file in Directory.GetFiles(Folder, _name + ".*")) File.Delete(file);
    }

    private static string NewName() => $"procurement_{Guid.CreateVersion7():n}";

    private static string FileOf(string name) => Path.Combine(Folder, name + ".db");
}
