using Procurement.Domain.Organisation;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Moving_goods(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goods_in_quarantine_are_neither_on_hand_nor_in_the_book(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));

        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, StockPlace.Supplier, warehouse.Quarantine, 10))).ShouldSucceed();

        Assert.Equal(10, await warehouse.At(warehouse.Quarantine, AWarehouse.Paper));
        Assert.Equal((0, 0, 0), await warehouse.Level(AWarehouse.Paper));
    }

    [EngineFact]
    public async Task Picked_goods_stay_in_the_book_until_they_are_handed_over(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);

        await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 4));
        Assert.Equal((6, 10, 0), await warehouse.Level(AWarehouse.Paper));

        var unit = OrgUnitId.New();
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.Staged, StockPlace.ConsumptionOf(unit), 4));
        Assert.Equal((6, 6, 0), await warehouse.Level(AWarehouse.Paper));
        Assert.Equal(4, await warehouse.At(StockPlace.ConsumptionOf(unit), AWarehouse.Paper));
    }

    [EngineFact]
    public async Task More_than_lies_at_a_place_cannot_leave_it_and_nothing_of_the_command_stays(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 3);

        var outcome = await warehouse.Post(
            warehouse.Move(AWarehouse.Toner, StockPlace.Supplier, warehouse.BinA, 7),
            warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 4));

        outcome.ShouldBeRefused("warehousing.not-enough-stock");
        Assert.Equal(3m, outcome.Refusal.Args[1]);
        Assert.Equal(0, await warehouse.At(warehouse.BinA, AWarehouse.Toner));
        Assert.Equal(3, await warehouse.At(warehouse.BinA, AWarehouse.Paper));
    }

    [EngineFact]
    public async Task Moves_of_one_command_are_netted_so_goods_may_pass_through_an_empty_place(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));

        var outcome = await warehouse.Post(
            warehouse.Move(AWarehouse.Paper, warehouse.Quarantine, warehouse.BinA, 5),
            warehouse.Move(AWarehouse.Paper, StockPlace.Supplier, warehouse.Quarantine, 5));

        outcome.ShouldSucceed();
        Assert.Equal((0, 5), (await warehouse.At(warehouse.Quarantine, AWarehouse.Paper), await warehouse.At(warehouse.BinA, AWarehouse.Paper)));
    }

    [EngineFact]
    public async Task One_lot_cannot_stand_in_for_another(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var (first, second) = (LotId.New(), LotId.New());
        await warehouse.Receive(AWarehouse.Paper, 5, lot: first);

        var outcome = await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 1, lot: second));

        outcome.ShouldBeRefused("warehousing.not-enough-stock");
    }

    [EngineFact]
    public async Task Virtual_places_hold_no_balance(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 5);

        Assert.Equal(0, await warehouse.At(StockPlace.Supplier, AWarehouse.Paper));
    }

    [EngineFact]
    public async Task A_posted_move_can_be_neither_changed_nor_deleted(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        var warehouse = await AWarehouse.On(database);
        await warehouse.Receive(AWarehouse.Paper, 5);

        await Refused("UPDATE stock_move SET qty = 1");
        await Refused("DELETE FROM stock_move");

        async Task Refused(string statement)
        {
            var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => warehouse.Look(sql => sql.Execute(statement, [])));
            Assert.Contains("append-only", fault.Message, StringComparison.Ordinal);
        }
    }

    [EngineFact]
    public async Task Eight_writers_race_for_the_last_unit_and_exactly_one_gets_it(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 1)))));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => o.ShouldBeRefused("warehousing.not-enough-stock"));
        Assert.True((await warehouse.Recompute()).IsEqual);
    }

    [EngineFact]
    public async Task Eight_writers_that_bring_the_first_goods_of_an_item_all_arrive(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => warehouse.Receive(AWarehouse.Paper, 1))));

        Assert.All(outcomes, o => o.ShouldSucceed());
        Assert.Equal((8, 8, 0), await warehouse.Level(AWarehouse.Paper));
        Assert.True((await warehouse.Recompute()).IsEqual);
    }
}
