using Procurement.Application.Warehousing.ClosePeriod;
using Procurement.Application.Warehousing.CloseStore;
using Procurement.Application.Warehousing.KeepBins;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Application.Warehousing.OpenStore;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Application.Warehousing.StockOnDay;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Keeping_stores(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_store_code_is_given_once_in_the_whole_body(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await StoreRoom.Open(app);

        var second = await app.As(app.Body.Administrator, new OpenStore(app.Body.Centre.Id, "a۱", "انبار مرکز", "", false, "1"));

        Assert.Equal(("warehousing.store-code-taken", "Code"), (second.Refusal.Code, second.Refusal.Field));
    }

    [EngineFact]
    public async Task A_foreign_store_is_not_found(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);

        var read = await app.As(app.Body.CentreKeeper, new ReadStore(room.Store));

        Assert.Equal(RefusalKind.NotFound, read.Refusal.Kind);
        Assert.Empty((await app.As(app.Body.CentreKeeper, new ListStores())).Value.Rows);
        Assert.Single((await app.As(app.Body.Keeper, new ListStores("مرکزی A1"))).Value.Rows);
        Assert.Empty((await app.As(app.Body.Keeper, new ListStores("جنوبی"))).Value.Rows);
    }

    [EngineFact]
    public async Task Only_the_store_s_keeper_adds_and_closes_its_bins(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        await room.Enter("PAP-1", "کاغذ");
        await room.CountIn(StoreRoom.Line("PAP-1", 5));

        Assert.Equal(RefusalKind.Forbidden, (await app.As(app.Body.GeneralAffairs, new AddBin(room.Store, "C", ""))).Refusal.Kind);
        Assert.Equal("warehousing.bin-code-taken", (await app.As(app.Body.Keeper, new AddBin(room.Store, "B", ""))).Refusal.Code);
        var bins = (await app.As(app.Body.Keeper, new ReadStore(room.Store))).Value.Bins;
        (await app.As(app.Body.Keeper, new CloseBin(bins[0].Id))).ShouldBeRefused("warehousing.bin-not-empty");
        (await app.As(app.Body.Keeper, new CloseBin(bins[1].Id))).ShouldSucceed();
        (await app.As(app.Body.Administrator, new CloseStore(room.Store))).ShouldBeRefused("warehousing.store-not-empty");
    }

    [EngineFact]
    public async Task A_period_closed_by_two_people_takes_nothing_more(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        await room.Enter("PAP-1", "کاغذ");
        var counted = TehranTime.Today(app.Clock);
        var id = (await room.Draft(StoreRoom.Line("PAP-1", 5))).Value;
        app.Clock.Pass(TimeSpan.FromDays(1));

        (await app.As(app.Body.Accountant, new ProposeClosing(room.Store, counted))).ShouldSucceed();
        (await app.As(app.Body.Accountant, new ApproveClosing(room.Store, counted))).ShouldBeRefused("warehousing.closing-needs-second-person");
        (await app.As(app.Body.Controller, new ApproveClosing(room.Store, counted.AddDays(-1)))).ShouldBeRefused("warehousing.closing-changed");
        (await app.As(app.Body.Controller, new ApproveClosing(room.Store, counted))).ShouldSucceed();

        (await room.SignAll(id)).ShouldBeRefused("warehousing.period-closed");
    }

    [EngineFact]
    public async Task Stock_is_found_by_words_and_by_what_is_short_page_after_page(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        var codes = Enumerable.Range(1, 53).Select(i => FormattableString.Invariant($"P-{i:00}")).ToList();
        foreach (var code in codes) await room.Enter(code, "کاغذ " + code, reorder: code == "P-07" ? 10 : 2);
        await room.CountIn([.. codes.Select(c => StoreRoom.Line(c, 5))]);

        var first = (await app.As(app.Body.Keeper, new ListStock(room.Store))).Value;
        var second = (await app.As(app.Body.Keeper, new ListStock(room.Store, After: first.Next))).Value;
        Assert.Equal(codes, first.Rows.Concat(second.Rows).Select(r => r.Code).Order(StringComparer.Ordinal));
        Assert.Null(second.Next);

        Assert.Equal("P-07", Assert.Single((await app.As(app.Body.Keeper, new ListStock(room.Store, Only: StockFilter.BelowReorder))).Value.Rows).Code);
        Assert.Equal("P-08", Assert.Single((await app.As(app.Body.Keeper, new ListStock(room.Store, "كاغذ p-۰۸"))).Value.Rows).Code);
        Assert.Empty((await app.As(app.Body.Keeper, new ListStock(room.Store, Only: StockFilter.InQuarantine))).Value.Rows);
        Assert.Equal(53, (await app.As(app.Body.Keeper, new StockOnDay(room.Store, TehranTime.Today(app.Clock)))).Value.Count);
        Assert.Empty((await app.As(app.Body.Keeper, new StockOnDay(room.Store, TehranTime.Today(app.Clock).AddDays(-1)))).Value);
    }
}
