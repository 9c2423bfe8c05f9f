using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.AuditTrail;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Procurement.Tests.Verbs;

namespace Procurement.Tests.AuditTrail;

/// <summary>An application with a key and an export folder of its own, and the verbs over the same.</summary>
internal sealed class ALog : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procurement-log-").FullName;
    private readonly TestDatabase _database;

    private ALog(TestDatabase database) => _database = database;

    public TestApp App { get; private set; } = null!;

    public AuditTrailOptions Options => new() { KeyFile = Path.Combine(_folder, "key.pem"), Exports = Path.Combine(_folder, "checkpoints") };

    public static async Task<ALog> On(TestDatabase database)
    {
        var log = new ALog(database);
        log.App = await TestApp.On(database, services => services.AddSingleton(log.Options)
            .AddSingleton<ICheckpointKey>(_ => CheckpointKeyFile.Open(log.Options.KeyFile, log.Options.Origin)));
        return log;
    }

    public string Export(string name) => Path.Combine(Options.Exports, name);

    public string NewFile(string name) => Path.Combine(_folder, name);

    public Task<Domain.AuditTrail.SignedCheckpoint?> Checkpoint() => App.Services.GetRequiredService<CheckpointJob>().Run(CancellationToken.None);

    public Task<VerbRun> Verb(params string[] line) => VerbOver(_database, line);

    /// <summary>A verb over another database, with this log's key.</summary>
    public Task<VerbRun> VerbOver(TestDatabase database, params string[] line) =>
        VerbRun.Of(database, [.. line, $"--AuditTrail:KeyFile={Options.KeyFile}", $"--AuditTrail:Exports={Options.Exports}"]);

    /// <summary>What the newest leaf says.</summary>
    public Task<Domain.AuditTrail.AuditLeaf> LastLeaf() => App.Look(async db =>
        Domain.AuditTrail.AuditLeaf.Parse((await db.Set<AuditLeafRow>().OrderByDescending(leaf => leaf.Idx).FirstAsync()).Bytes).Value);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
