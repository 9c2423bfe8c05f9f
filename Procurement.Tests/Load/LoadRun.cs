using System.Diagnostics;
using Procurement.Tests.Support;

namespace Procurement.Tests.Load;

/// <summary>A server process on a furnished database, with clients that run whole chains against it at once.</summary>
internal sealed class LoadRun : IAsyncDisposable
{
    private int _purchases;
    private int _issues;

    private LoadRun(LoadScene scene, ServerProcess server)
    {
        Scene = scene;
        Server = server;
        Client = new LoadClient(scene, server, Journal);
    }

    public LoadScene Scene { get; }

    public ServerProcess Server { get; }

    public LoadClient Client { get; }

    public Journal Journal { get; } = new();

    /// <summary>Purchase chains that came to their end.</summary>
    public int Purchases => _purchases;

    /// <summary>Issue chains that came to their end.</summary>
    public int Issues => _issues;

    public static async Task<LoadRun> Over(TestDatabase database)
    {
        var scene = await LoadScene.Set(database);
        return new LoadRun(scene, await scene.Serve());
    }

    /// <summary>Buys and then issues, chain after chain, until so many are through.</summary>
    public Task<TimeSpan> Work(int chains, int clients) => Parallel(chains, clients, async chain =>
    {
        await Buy();
        await Issue(chain % 2 == 0);
    });

    public async Task Buy(int lot = 1)
    {
        await new PurchaseChain(Client).Run(lot);
        Interlocked.Add(ref _purchases, lot);
    }

    public async Task Issue(bool throughTheGate)
    {
        await new IssueChain(Client).Run(throughTheGate);
        Interlocked.Increment(ref _issues);
    }

    /// <summary>Shares the chains out among clients that work at once; each takes the next as soon as it is free.</summary>
    /// <returns>How long all of it took.</returns>
    public static async Task<TimeSpan> Parallel(int chains, int clients, Func<int, Task> chain)
    {
        var next = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var mine && mine < chains) await chain(mine);
        })));
        return Stopwatch.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        await Scene.DisposeAsync();
    }
}
