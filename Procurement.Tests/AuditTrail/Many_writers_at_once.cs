using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.AuditTrail;
using Procurement.Application.Ledgers;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Many_writers_at_once(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const int Writers = 8;
    private const int Rounds = 6;

    [EngineFact]
    public async Task Commands_that_fail_after_their_leaf_was_written_leave_no_gap_in_leaves_or_numbers(DatabaseEngine engine)
    {
        var failing = new FailEveryThird();
        await using var app = await TestApp.On(await databases.Fresh(engine), failing.JoinIn);
        await TestStock.In(app.Services, app.Body.Province); // once, before the writers would race to furnish the store
        failing.Begin();

        var failed = (await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Write(app))))).Sum();

        Assert.Equal(failing.Failed, failed);
        Assert.True(failed >= Writers, $"Only {failed} commands failed.");
        var (acts, leaves, head) = await app.Look(async db => (
            await db.Set<SignOffSheet>().SelectMany(sheet => sheet.Acts).CountAsync(),
            await db.Set<AuditLeafRow>().OrderBy(leaf => leaf.Idx).Select(leaf => leaf.Idx).ToListAsync(),
            await db.Set<AuditHeadRow>().Select(row => row.Size).SingleAsync()));
        Assert.Equal(acts, leaves.Count);
        Assert.Equal(Enumerable.Range(0, leaves.Count).Select(i => (long)i), leaves);
        Assert.Equal(leaves.Count, head);

        await using var scope = app.Scope();
        var numbers = scope.ServiceProvider.GetServices<ILedgerCheck>().Single(check => check.Name == "number series");
        Assert.Empty(await numbers.Differences(CancellationToken.None));
    }

    /// <summary>Drafts and submits until all rounds are through; tells how many commands failed on the way.</summary>
    private static async Task<int> Write(TestApp app)
    {
        var failures = 0;
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                await GoodsRequests.Submitted(app);
            }
            catch (PulledPlugException)
            {
                failures++;
            }
        }

        return failures;
    }

    private sealed class PulledPlugException : Exception;

    /// <summary>Breaks every third transaction after its leaf was written, when only the commit is missing.</summary>
    private sealed class FailEveryThird
    {
        private volatile bool _begun;
        private int _asked;
        private int _failed;

        public int Failed => _failed;

        public void Begin() => _begun = true;

        public void JoinIn(IServiceCollection services)
        {
            services.AddScoped<AuditAppender>();
            services.AddScoped<IAuditAppender>(provider => new Appender(provider.GetRequiredService<AuditAppender>(), this));
        }

        private void Pull()
        {
            if (!_begun || Interlocked.Increment(ref _asked) % 3 != 0) return;
            Interlocked.Increment(ref _failed);
            throw new PulledPlugException();
        }

        private sealed class Appender(AuditAppender real, FailEveryThird plug) : IAuditAppender
        {
            public async Task Append(IReadOnlyList<AuditLeaf> leaves, CancellationToken ct)
            {
                await real.Append(leaves, ct);
                plug.Pull();
            }
        }
    }
}
