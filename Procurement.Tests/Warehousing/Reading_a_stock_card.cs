using Procurement.Application.Warehousing.StockCard;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Infrastructure.Warehousing;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Reading_a_stock_card(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const int ManyMoves = 100_000;

    [EngineFact]
    public async Task Shows_the_newest_first_with_the_balance_after_each_move(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 4));
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.Staged, StockPlace.ConsumptionOf(warehouse.Store.UnitId), 3));

        var rows = await Card(warehouse);

        // The pick stays inside the book and is no line of the card.
        Assert.Equal([(-3L, 7L), (10L, 10L)], rows);
    }

    [EngineFact]
    public async Task A_back_dated_move_takes_its_place_in_the_past_and_lifts_what_came_after(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);
        warehouse.Now = warehouse.Now.AddDays(2);
        await warehouse.Receive(AWarehouse.Paper, 5);
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, StockPlace.Supplier, warehouse.BinA, 1, warehouse.Today.AddDays(-1), why: AWarehouse.Explained()));

        Assert.Equal([(5L, 16L), (1L, 11L), (10L, 10L)], await Card(warehouse));
        Assert.Equal([(1L, 11L), (10L, 10L)], await Card(warehouse, until: warehouse.Today.AddDays(-1)));
    }

    [EngineFact]
    public async Task The_running_balance_of_every_page_agrees_with_a_plain_sum(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var random = new Random(7);
        var expected = new List<(DateOnly Day, int Order, long Change)>();
        await warehouse.Receive(AWarehouse.Paper, 1000);
        expected.Add((warehouse.Today, 0, 1000));
        for (var i = 1; i <= 130; i++)
        {
            if (random.Next(3) == 0) warehouse.Now = warehouse.Now.AddDays(1);
            var (inward, quantity) = (random.Next(2) == 0, random.Next(1, 7));
            var day = random.Next(4) == 0 ? warehouse.Today.AddDays(-random.Next(1, 4)) : warehouse.Today;
            var (from, to) = inward ? (StockPlace.Supplier, warehouse.BinA) : (warehouse.BinA, StockPlace.Scrap);
            var posted = await warehouse.Post(warehouse.Move(AWarehouse.Paper, from, to, quantity, day, why: AWarehouse.Explained()));
            if (posted.Succeeded) expected.Add((day, i, inward ? quantity : -quantity));
        }

        var balance = 0L;
        var oracle = expected.OrderBy(e => e.Day).ThenBy(e => e.Order).Select(e => (e.Change, balance += e.Change)).Reverse().ToList();

        Assert.Equal(oracle, await Card(warehouse));
    }

    [EngineFact]
    public async Task A_page_of_a_long_card_walks_its_indexes_only(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await WriteManyMoves(warehouse);

        var plan = await warehouse.Look(async sql =>
        {
            var explained = new ExplainedSql(sql);
            var page = await new CardQueries(explained).Page(new StockCard(warehouse.Store.Id, AWarehouse.Paper), CancellationToken.None);
            Assert.Equal(CardQueries.PageSize, page.Rows.Count);
            return explained.Plan;
        });

        Assert.Contains("ix_stock_move_into_store", plan, StringComparison.Ordinal);
        Assert.Contains("ix_stock_move_out_of_store", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on stock_move", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN stock_move", plan, StringComparison.Ordinal);
    }

    private static async Task WriteManyMoves(AWarehouse warehouse)
    {
        var at = TehranTime.UnixMicros(warehouse.Now);
        var (store, item, nobody) = (warehouse.Store.Id, AWarehouse.Paper, DocumentId.New());
        await warehouse.Look(sql => sql.Execute(
            $"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ManyMoves})
            INSERT INTO stock_move (at, effective, item_id, lot_id, from_place, from_kind, to_place, to_kind, out_of_store, into_store, qty, document_id, line_id, reason, command_id)
            SELECT {at}, {warehouse.Today}, {item}, {default(LotId)}, {warehouse.BinA.Id}, 2, {warehouse.BinB.Id}, 2,
                CASE WHEN i % 2 = 0 THEN {store} END, CASE WHEN i % 2 = 1 THEN {store} END, 1, {nobody}, {Guid.Empty}, 1, {Guid.Empty} FROM n
            """));
        await warehouse.Look(sql => sql.Execute("ANALYZE", []));
    }

    /// <summary>Every page of the card: whole units moved and the balance after.</summary>
    private static Task<List<(long Change, long Balance)>> Card(AWarehouse warehouse, DateOnly? until = null) => warehouse.Look(async sql =>
    {
        var queries = new CardQueries(sql);
        var rows = new List<(long, long)>();
        for (CardCursor? after = null; ;)
        {
            var page = await queries.Page(new StockCard(warehouse.Store.Id, AWarehouse.Paper, until, after), CancellationToken.None);
            var running = page.Balance;
            foreach (var row in page.Rows)
            {
                var change = row.IsIn ? row.Quantity.Scaled : -row.Quantity.Scaled;
                rows.Add((change / Quantity.Scale, running / Quantity.Scale));
                running -= change;
            }

            if (!page.More) return rows;
            after = new CardCursor(page.Rows[^1].Effective, page.Rows[^1].Seq, running);
        }
    });
}
