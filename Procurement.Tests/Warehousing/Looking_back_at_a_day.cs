using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Infrastructure.Warehousing;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Looking_back_at_a_day(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_day_without_moves_holds_what_the_day_before_held(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var first = warehouse.Today;
        await warehouse.Receive(AWarehouse.Paper, 10);
        warehouse.Now = warehouse.Now.AddDays(4);
        await warehouse.Receive(AWarehouse.Paper, 5);
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, StockPlace.Scrap, 1, first.AddDays(1), why: AWarehouse.Explained()));

        var closings = new List<long>();
        for (var d = -1; d <= 4; d++) closings.Add(await ClosingOf(warehouse, first.AddDays(d)));

        Assert.Equal([0, 10, 9, 9, 9, 14], closings);
        Assert.True((await warehouse.Recompute()).IsEqual);
    }

    [EngineFact]
    public async Task A_stored_figure_that_was_tampered_with_is_found(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => warehouse.Look(sql => sql.Execute("UPDATE stock_balance SET qty = -1", [])));
        await warehouse.Look(sql => sql.Execute("UPDATE stock_balance SET qty = qty + 1", []));
        await warehouse.Look(sql => sql.Execute("UPDATE balance_day SET closing = closing - 1", []));

        var found = (await warehouse.Recompute()).Differences.Select(d => d.Kind).Order();

        Assert.Equal(
            [
                Application.Warehousing.CheckStock.StockDifferenceKind.Place, Application.Warehousing.CheckStock.StockDifferenceKind.OnHand,
                Application.Warehousing.CheckStock.StockDifferenceKind.Booked, Application.Warehousing.CheckStock.StockDifferenceKind.Day,
            ], found);
    }

    [EngineFact]
    public async Task All_items_of_a_store_on_a_day_are_found_by_seeks_only(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var anyId = engine == DatabaseEngine.Sqlite ? "randomblob(16)" : "gen_random_uuid()";
        await warehouse.Look(sql => sql.Execute(
            $"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO stock_level (store_id, item_id, on_hand, booked, reserved) SELECT @p0, {anyId}, i, i, 0 FROM n
            """, [warehouse.Store.Id]));
        foreach (var day in Enumerable.Range(0, 40).Select(d => warehouse.Today.AddDays(-d)))
            await warehouse.Look(sql => sql.Execute($"INSERT INTO balance_day (store_id, item_id, day, closing) SELECT store_id, item_id, {day}, booked FROM stock_level"));
        await warehouse.Look(sql => sql.Execute("ANALYZE", []));

        var plan = await warehouse.Look(async sql =>
        {
            var explained = new ExplainedSql(sql);
            await new StoreQueries(explained).Of(warehouse.Store.Id, warehouse.Today, CancellationToken.None);
            return explained.Plan;
        });

        Assert.Contains("pk_balance_day", plan.Replace("sqlite_autoindex_balance_day_1", "pk_balance_day", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN d", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("stock_move", plan, StringComparison.Ordinal);
    }

    private static Task<long> ClosingOf(AWarehouse warehouse, DateOnly day) => warehouse.Look(async sql =>
        (await sql.Query(
            $"SELECT (SELECT closing FROM balance_day WHERE store_id = {warehouse.Store.Id} AND item_id = {AWarehouse.Paper} AND day <= {day} ORDER BY day DESC LIMIT 1)",
            row => row.GetSum(0)))[0] / Quantity.Scale);
}
