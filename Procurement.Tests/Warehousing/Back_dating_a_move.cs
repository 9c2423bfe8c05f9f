using Procurement.Domain.Organisation;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Back_dating_a_move(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public void Nobody_approves_his_own_back_dating()
    {
        var keeper = PersonId.New();

        BackDating.Of("دیرکرد", keeper, keeper).Plain().ShouldBeRefused("warehousing.back-dating-needs-second-person");
        BackDating.Of(" ", keeper, PersonId.New()).Plain().ShouldBeRefused("warehousing.back-dating-reason-missing");
    }

    [EngineFact]
    public async Task An_earlier_day_needs_reason_and_second_person_and_a_later_day_is_refused(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var yesterday = warehouse.Today.AddDays(-1);

        (await warehouse.Receive(AWarehouse.Paper, 1, yesterday)).ShouldBeRefused("warehousing.back-dating-unexplained");
        (await warehouse.Receive(AWarehouse.Paper, 1, warehouse.Today.AddDays(1))).ShouldBeRefused("warehousing.effective-in-future");
        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, StockPlace.Supplier, warehouse.BinA, 1, yesterday, why: AWarehouse.Explained()))).ShouldSucceed();
    }

    [EngineFact]
    public async Task Goods_that_were_not_there_yet_cannot_have_left(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var monday = warehouse.Today;
        await warehouse.Receive(AWarehouse.Paper, 5);
        warehouse.Now = warehouse.Now.AddDays(2);
        await warehouse.Receive(AWarehouse.Paper, 5);
        warehouse.Now = warehouse.Now.AddDays(1);

        var outcome = await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 6, monday.AddDays(1), why: AWarehouse.Explained()));

        outcome.ShouldBeRefused("warehousing.past-below-zero");
        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 5, monday.AddDays(1), why: AWarehouse.Explained()))).ShouldSucceed();
    }

    [EngineFact]
    public async Task A_later_point_of_the_past_counts_as_well(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var monday = warehouse.Today;
        await warehouse.Receive(AWarehouse.Paper, 10);
        warehouse.Now = warehouse.Now.AddDays(2);
        await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 9));
        await warehouse.Receive(AWarehouse.Paper, 9);
        warehouse.Now = warehouse.Now.AddDays(1);

        // Ten now and ten on the day itself, but only one in between, on the same day as the nine came back.
        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 2, monday, why: AWarehouse.Explained())))
            .ShouldBeRefused("warehousing.past-below-zero");
        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, warehouse.BinA, warehouse.Staged, 1, monday, why: AWarehouse.Explained()))).ShouldSucceed();
        Assert.True((await warehouse.Recompute()).IsEqual);
    }

    [EngineFact]
    public async Task Nothing_takes_effect_in_a_closed_period(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var closed = warehouse.Today.AddDays(-3);
        await warehouse.Look(sql => sql.Execute($"UPDATE store SET closed_through = {closed} WHERE id = {warehouse.Store.Id}"));

        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, StockPlace.Supplier, warehouse.BinA, 1, closed, why: AWarehouse.Explained())))
            .ShouldBeRefused("warehousing.period-closed");
        (await warehouse.Post(warehouse.Move(AWarehouse.Paper, StockPlace.Supplier, warehouse.BinA, 1, closed.AddDays(1), why: AWarehouse.Explained()))).ShouldSucceed();
    }

    [Fact]
    public void Closing_a_period_takes_two_people()
    {
        var today = new DateOnly(2026, 11, 10);
        var store = Store.Open("A1", OrgUnitId.New(), "انبار", "", true).Value;
        var accountant = PersonId.New();

        store.ProposeClosing(today, accountant, today).ShouldBeRefused("warehousing.period-not-over");
        store.ProposeClosing(today.AddDays(-1), accountant, today).ShouldSucceed();
        store.ApproveClosing(accountant).ShouldBeRefused("warehousing.closing-needs-second-person");
        store.ApproveClosing(PersonId.New()).ShouldSucceed();

        Assert.Equal(today.AddDays(-1), store.ClosedThrough);
        store.ProposeClosing(today.AddDays(-2), accountant, today).ShouldBeRefused("warehousing.period-closed-already");
    }
}
