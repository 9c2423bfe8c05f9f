using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class Faults_by_name
{
    [EngineFact]
    public async Task A_second_row_with_the_same_key_names_the_index_it_broke(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        db.AddRange(Sample.Of("same"), Sample.Of("same"));

        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal(new Violation(ViolationKind.Unique, "ix_sample_title"), DatabaseFaults.ViolationOf(fault, db));
        Assert.False(DatabaseFaults.MayRunAgain(fault));
    }

    [EngineFact]
    public async Task A_row_with_a_taken_id_names_the_key(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        var sample = Sample.Of("only", "line");
        db.Add(sample);
        await db.SaveChangesAsync();

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => sql.Execute(
            $"INSERT INTO sample_line (sample_id, number, text) VALUES ({sample.Id.Value}, {1}, {"again"})"));

        Assert.Equal(new Violation(ViolationKind.Unique, "pk_sample_line"), DatabaseFaults.ViolationOf(fault, db));
    }

    [EngineFact]
    public async Task A_number_out_of_bounds_names_the_check(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        db.Add(Sample.Of("free"));
        await db.SaveChangesAsync();

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => sql.Execute($"UPDATE sample SET price = {-1L}"));

        Assert.Equal(new Violation(ViolationKind.Check, "ck_sample_price"), DatabaseFaults.ViolationOf(fault, db));
    }

    [EngineFact]
    public async Task Any_other_fault_is_no_violation(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => sql.Execute($"UPDATE no_such_table SET price = {1L}"));

        Assert.Null(DatabaseFaults.ViolationOf(fault, db));
        Assert.False(DatabaseFaults.MayRunAgain(fault));
    }

    [PostgreSqlFact]
    public async Task A_lock_that_another_transaction_holds_lets_the_command_run_again()
    {
        await using var database = await SampleModel.Database(DatabaseEngine.PostgreSql);
        await using var holder = SampleModel.Open(database);
        await using var waiter = SampleModel.Open(database);
        await using var holding = await holder.Database.BeginTransactionAsync();
        await using var waiting = await waiter.Database.BeginTransactionAsync();
        await new SqlSession(holder).Execute($"LOCK TABLE sample IN ACCESS EXCLUSIVE MODE");

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => new SqlSession(waiter).Execute($"LOCK TABLE sample IN ACCESS SHARE MODE NOWAIT"));

        Assert.True(DatabaseFaults.MayRunAgain(fault));
    }
}
