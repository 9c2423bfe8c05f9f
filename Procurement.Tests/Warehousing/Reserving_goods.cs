using Procurement.Application.Warehousing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Reserving_goods(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private readonly DocumentId _request = DocumentId.New();
    private readonly Guid _line = Guid.CreateVersion7();

    [EngineFact]
    public async Task Only_what_is_on_hand_and_not_yet_promised_can_be_reserved(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);
        (await warehouse.Post(warehouse.Reserve(_request, _line, AWarehouse.Paper, 7))).ShouldSucceed();

        var outcome = await warehouse.Post(warehouse.Reserve(DocumentId.New(), Guid.CreateVersion7(), AWarehouse.Paper, 4));

        outcome.ShouldBeRefused("warehousing.reserved-exceeds");
        Assert.Equal(3m, outcome.Refusal.Args[1]);
    }

    [EngineFact]
    public async Task Goods_in_quarantine_cannot_be_reserved(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, StockPlace.Supplier, warehouse.Quarantine, 10));

        (await warehouse.Post(warehouse.Reserve(_request, _line, AWarehouse.Paper, 1))).ShouldBeRefused("warehousing.reserved-exceeds");
    }

    [EngineFact]
    public async Task What_is_reserved_for_one_cannot_be_picked_for_another(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);
        await warehouse.Post(warehouse.Reserve(_request, _line, AWarehouse.Paper, 7));

        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 4))).ShouldBeRefused("warehousing.reserved-exceeds");
    }

    [EngineFact]
    public async Task A_pick_consumes_its_reservation_in_the_same_command(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);
        await warehouse.Post(warehouse.Reserve(_request, _line, AWarehouse.Paper, 10));

        var outcome = await warehouse.Post(
            warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 6), warehouse.Consume(_request, _line, 6));

        outcome.ShouldSucceed();
        Assert.Equal((4, 10, 4), await warehouse.Level(AWarehouse.Paper));
    }

    [EngineFact]
    public async Task More_than_is_held_for_a_line_cannot_be_taken_for_it(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);
        await warehouse.Post(warehouse.Reserve(_request, _line, AWarehouse.Paper, 5));

        (await warehouse.Post(warehouse.Consume(_request, _line, 6))).ShouldBeRefused("warehousing.reservation-too-small");
        (await warehouse.Post(warehouse.Consume(_request, Guid.CreateVersion7(), 1))).ShouldBeRefused("warehousing.not-reserved");
    }

    [EngineFact]
    public async Task A_release_gives_back_exactly_what_is_left(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);
        await warehouse.Post(warehouse.Reserve(_request, _line, AWarehouse.Paper, 8), warehouse.Reserve(_request, Guid.CreateVersion7(), AWarehouse.Paper, 1));
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 3), warehouse.Consume(_request, _line, 3));

        (await warehouse.Post(new ReleasePosting(_request, _line))).ShouldSucceed();
        Assert.Equal((7, 10, 1), await warehouse.Level(AWarehouse.Paper));

        (await warehouse.Post(new ReleasePosting(_request))).ShouldSucceed();
        (await warehouse.Post(new ReleasePosting(_request))).ShouldSucceed();
        Assert.Equal((7, 10, 0), await warehouse.Level(AWarehouse.Paper));
        Assert.True((await warehouse.Recompute()).IsEqual);
    }

    [EngineFact]
    public async Task A_lot_reserved_by_name_stays_in_the_store(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var (first, second) = (LotId.New(), LotId.New());
        await warehouse.Receive(AWarehouse.Paper, 5, lot: first);
        await warehouse.Receive(AWarehouse.Paper, 5, lot: second);
        (await warehouse.Post(warehouse.Reserve(_request, _line, AWarehouse.Paper, 4, first))).ShouldSucceed();

        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 2, lot: first))).ShouldBeRefused("warehousing.reserved-exceeds");
        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 2, lot: second))).ShouldSucceed();
        (await warehouse.Post(warehouse.Reserve(DocumentId.New(), _line, AWarehouse.Paper, 2, first))).ShouldBeRefused("warehousing.reserved-exceeds");
    }

    [EngineFact]
    public async Task Eight_requests_for_the_last_goods_never_hold_more_than_there_is(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Receive(AWarehouse.Paper, 10);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            warehouse.Post(warehouse.Reserve(DocumentId.New(), Guid.CreateVersion7(), AWarehouse.Paper, 3)))));

        Assert.Equal(3, outcomes.Count(o => o.Succeeded));
        Assert.Equal(9, (await warehouse.Level(AWarehouse.Paper)).Reserved);
    }
}
