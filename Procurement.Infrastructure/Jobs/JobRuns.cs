using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Jobs;

/// <summary>One job on one day; without an end it was broken off and is run again.</summary>
internal sealed class JobRunRow
{
    public string Job { get; set; } = "";

    public DateOnly Day { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRunRow>
{
    public void Configure(EntityTypeBuilder<JobRunRow> builder)
    {
        builder.ToTable("job_run");
        builder.HasKey(run => new { run.Job, run.Day });
        builder.Property(run => run.Job).HasMaxLength(60);
    }
}

/// <summary>Which jobs still have to run on a day, and which node may run them.</summary>
internal sealed class JobRuns(ProcurementDb db, ISqlSession sql, WriteGate gate, TimeProvider time)
{
    /// <summary>
    /// Becomes the one node that runs jobs, as long as the connection lives: a node that dies lets go without anybody's doing. Null when
    /// another node leads. On SQLite there is one process.
    /// </summary>
    public async Task<IAsyncDisposable?> Lead(CancellationToken ct)
    {
        if (db.Engine == DatabaseEngine.Sqlite) return new Lease(null, null);

        await db.Database.OpenConnectionAsync(ct);
        var leads = (await sql.Query($"SELECT pg_try_advisory_lock(hashtext('procurement.daily-jobs'))", row => row.GetBoolean(0), ct))[0];
        if (leads) return new Lease(db, sql);

        await db.Database.CloseConnectionAsync();
        return null;
    }

    public async Task<bool> IsDone(string job, DateOnly day, CancellationToken ct) =>
        (await sql.Query($"SELECT 1 FROM job_run WHERE job = {job} AND day = {day} AND ended_at IS NOT NULL", row => row.GetInt32(0), ct)).Count > 0;

    public Task Begin(string job, DateOnly day, CancellationToken ct) => Write(
        $"""
        INSERT INTO job_run (job, day, started_at) VALUES ({job}, {day}, {TehranTime.Now(time)})
        ON CONFLICT (job, day) DO UPDATE SET started_at = excluded.started_at
        """, ct);

    public Task End(string job, DateOnly day, CancellationToken ct) =>
        Write($"UPDATE job_run SET ended_at = {TehranTime.Now(time)} WHERE job = {job} AND day = {day}", ct);

    private async Task Write(FormattableString change, CancellationToken ct)
    {
        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) throw new TimeoutException("No turn to write came for the table of job runs.");
        using (turn.Value) await sql.Execute(change, ct);
    }

    private sealed class Lease(ProcurementDb? db, ISqlSession? sql) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (db is null || sql is null) return;

            // The pool would hand the connection on with the lock still held.
            await sql.Query($"SELECT pg_advisory_unlock(hashtext('procurement.daily-jobs'))", row => row.GetBoolean(0), CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
