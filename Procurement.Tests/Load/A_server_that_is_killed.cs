using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Load;

/// <summary>A short form of <c>./eng/crash</c>.</summary>
public sealed class A_server_that_is_killed(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const int Kills = 3;
    private const int Clients = 2;
    private const int Seed = 1405;

    [Fact]
    public async Task Has_done_what_it_acknowledged_exactly_once()
    {
        await using var run = await LoadRun.Over(await databases.Fresh(DatabaseEngine.Sqlite));

        await Killing.UnderLoad(run, Kills, Clients, Seed);

        Assert.True(run.Journal.Unanswered > 0, "No call was cut off: the kills fell into no work.");
        await AfterLoad.HoldsTogether(run);
    }
}
