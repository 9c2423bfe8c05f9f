using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Load;

/// <summary>A short form of <c>./eng/bench load</c>: whole chains over HTTP against a server process.</summary>
public sealed class Eight_clients_at_once(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const int Clients = 8;

    [EngineFact]
    public async Task Every_book_agrees_with_every_other_and_with_what_the_clients_were_told(DatabaseEngine engine)
    {
        await using var run = await LoadRun.Over(await databases.Fresh(engine));

        await run.Work(chains: Clients, Clients);

        await AfterLoad.HoldsTogether(run);
    }
}
