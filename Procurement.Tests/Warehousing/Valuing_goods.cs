using Procurement.Application.Warehousing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Valuing_goods(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private readonly OrgUnitId _entity = OrgUnitId.New();
    private readonly DocumentId _receipt = DocumentId.New();
    private readonly Guid _line = Guid.CreateVersion7();

    [EngineFact]
    public async Task An_issue_costs_the_moving_average_of_its_moment_for_good(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Post(In(warehouse, 10, 1000));
        await warehouse.Post(In(warehouse, 10, 2000));

        await warehouse.Post(Out(warehouse, 5));
        await warehouse.Post(In(warehouse, 1, 9_999));

        Assert.Equal([1000, 2000, -750, 9_999], await Entries(warehouse));
    }

    [EngineFact]
    public async Task The_last_of_an_item_takes_the_rounding_rest(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Post(In(warehouse, 3, 100));

        await warehouse.Post(Out(warehouse, 1));
        await warehouse.Post(Out(warehouse, 1));
        await warehouse.Post(Out(warehouse, 1));

        Assert.Equal([100, -33, -34, -33], await Entries(warehouse));
        Assert.True((await warehouse.Recompute()).IsEqual);
    }

    [EngineFact]
    public async Task What_is_not_covered_by_value_cannot_be_costed(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Post(In(warehouse, 3, 100));

        (await warehouse.Post(Out(warehouse, 4))).ShouldBeRefused("warehousing.value-not-covered");
    }

    [EngineFact]
    public async Task An_invoice_dearer_than_the_order_falls_on_the_rest_in_stock_and_on_cost_in_proportion(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Post(In(warehouse, 10, 1000, provisional: true));
        await warehouse.Post(Out(warehouse, 6));

        (await warehouse.Post(Confirm(warehouse, 1500))).ShouldSucceed();

        Assert.Equal([1000, -600, 200], await Entries(warehouse));
        Assert.Equal(300, await warehouse.Look(async sql => (await sql.Query($"SELECT SUM(cost) FROM value_entry", row => row.GetSum(0)))[0]));
        (await warehouse.Post(Confirm(warehouse, 1500))).ShouldBeRefused("warehousing.value-confirmed-already");
    }

    [EngineFact]
    public async Task Only_a_provisional_value_waits_for_an_invoice(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Post(In(warehouse, 10, 1000));

        (await warehouse.Post(Confirm(warehouse, 1500))).ShouldBeRefused("warehousing.nothing-to-confirm");
    }

    [EngineFact]
    public async Task An_entry_can_be_neither_changed_nor_deleted(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        await warehouse.Post(In(warehouse, 10, 1000));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => warehouse.Look(sql => sql.Execute("UPDATE value_entry SET rials = 1", [])));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => warehouse.Look(sql => sql.Execute("DELETE FROM value_entry", [])));
    }

    private ValueInPosting In(AWarehouse warehouse, long quantity, long rials, bool provisional = false) => new(
        _entity, warehouse.Store.Id, AWarehouse.Paper, Quantity.Whole(quantity), Rials.FromStored(rials), provisional, warehouse.Today, _receipt, _line);

    private ValueOutPosting Out(AWarehouse warehouse, long quantity) => new(
        _entity, warehouse.Store.Id, AWarehouse.Paper, Quantity.Whole(quantity), warehouse.Today, DocumentId.New(), Guid.CreateVersion7());

    private ValueConfirmPosting Confirm(AWarehouse warehouse, long rials) => new(
        _entity, warehouse.Store.Id, AWarehouse.Paper, _receipt, _line, Rials.FromStored(rials), warehouse.Today, DocumentId.New(), Guid.CreateVersion7());

    private static Task<IReadOnlyList<long>> Entries(AWarehouse warehouse) =>
        warehouse.Look(sql => sql.Query($"SELECT rials FROM value_entry ORDER BY seq", row => row.GetInt64(0)));
}
