using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class Taking_turns_to_write
{
    [Fact]
    public async Task Writers_to_SQLite_go_one_by_one_in_the_order_they_came()
    {
        using var gate = new WriteGate(DatabaseEngine.Sqlite);
        var order = new List<int>();
        var first = (await gate.Enter(CancellationToken.None)).Value;
        var waiting = Enumerable.Range(1, 20).Select(async i =>
        {
            using var turn = (await gate.Enter(CancellationToken.None)).Value;
            order.Add(i);
        }).ToList();

        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(1, 20), order);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_that_the_system_is_busy()
    {
        using var gate = new WriteGate(DatabaseEngine.Sqlite, patience: TimeSpan.FromMilliseconds(20));
        using var held = (await gate.Enter(CancellationToken.None)).Value;

        var outcome = await gate.Enter(CancellationToken.None);

        Assert.False(outcome.Succeeded);
        Assert.Equal(("shared.busy", RefusalKind.Busy), (outcome.Refusal.Code, outcome.Refusal.Kind));
    }

    [Fact]
    public async Task A_turn_given_back_twice_lets_only_one_other_in()
    {
        using var gate = new WriteGate(DatabaseEngine.Sqlite, patience: TimeSpan.FromMilliseconds(20));
        var turn = (await gate.Enter(CancellationToken.None)).Value;
        turn.Dispose();
        turn.Dispose();

        using var next = (await gate.Enter(CancellationToken.None)).Value;
        Assert.False((await gate.Enter(CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task Writers_to_PostgreSQL_do_not_wait_for_each_other_here()
    {
        using var gate = new WriteGate(DatabaseEngine.PostgreSql);
        using var first = (await gate.Enter(CancellationToken.None)).Value;

        Assert.True((await gate.Enter(CancellationToken.None)).Succeeded);
    }
}
