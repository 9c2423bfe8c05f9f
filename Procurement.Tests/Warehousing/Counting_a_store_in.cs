using Microsoft.EntityFrameworkCore;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Application.Warehousing.DraftOpeningBalance;
using Procurement.Application.Warehousing.EditOpeningBalance;
using Procurement.Application.Warehousing.Kardex;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Counting_a_store_in(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goods_and_their_value_enter_the_books_with_the_last_signature(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        var paper = await room.Enter("PAP-1", "کاغذ");
        var id = (await room.Draft(StoreRoom.Line("pap-۱", 12, 2500), StoreRoom.Line("PAP-1", 8, 2500, "b"))).Value;
        Assert.Empty(await Stock(app, room));

        (await room.SignAll(id)).ShouldSucceed();

        var sheet = (await room.Load(id)).SignOff;
        Assert.Equal(DocumentState.InEffect, sheet.State);
        Assert.Equal(("A1", 50_000L), (sheet.SeriesCode, sheet.AmountRials));
        Assert.Equal(20, Assert.Single(await Stock(app, room)).Available.Units);
        var card = (await app.As(app.Body.Keeper, new StockCard(room.Store, paper))).Value;
        Assert.Equal([20m, 12m], card.Rows.Select(r => r.Balance.Units));
        Assert.All(card.Rows, r => Assert.Equal((MoveReason.Opening, "OB-A1-1405-00001"), (r.Reason, r.Number)));
        var kardex = (await app.As(app.Body.Accountant, new Kardex(app.Body.Centre.Id, paper))).Value;
        Assert.Equal((20m, 50_000L, 2), (kardex.Quantity.Units, kardex.Value.Amount, kardex.Rows.Count));
        Assert.True((await app.As(app.Body.InspectorOne, new CheckStock(room.Store))).Value.IsEqual);
    }

    [EngineFact]
    public async Task Every_faulty_line_is_told_with_its_place(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        await room.Enter("PAP-1", "کاغذ");
        await room.Enter("INK-1", "جوهر", byLot: true);

        var outcome = await room.Draft(
            StoreRoom.Line("PAP-1", 0.5m), StoreRoom.Line("NONE", 1), StoreRoom.Line("PAP-1", 1, bin: "Z"), StoreRoom.Line("INK-1", 1), StoreRoom.Line("PAP-1", 1, lot: "L1"),
            StoreRoom.Line("INK-1", 1, lot: "L1"));

        Assert.Equal(
            [
                ("Lines[0].Quantity", "catalogue.quantity-not-whole"), ("Lines[1].Item", "opening-balance.item-unknown"), ("Lines[2].Bin", "opening-balance.bin-unknown"),
                ("Lines[3].Lot", "opening-balance.lot-missing"), ("Lines[4].Lot", "opening-balance.lot-not-kept"), ("Lines[5].ExpiresOn", "opening-balance.expiry-missing"),
            ], outcome.Refusals.Select(r => (r.Field, r.Code)));
    }

    [EngineFact]
    public async Task A_lot_keeps_one_expiry_date(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        var ink = await room.Enter("INK-1", "جوهر", byLot: true);
        var day = new DateOnly(2027, 5, 1);
        await room.CountIn(StoreRoom.Line("INK-1", 3, lot: "L1", expires: day), StoreRoom.Line("INK-1", 4, lot: "L2", expires: day.AddDays(-9)));

        var other = (await room.Draft(StoreRoom.Line("INK-1", 1, bin: "B", lot: "L1", expires: day.AddDays(1)))).Value;

        (await room.SignAll(other)).ShouldBeRefused("warehousing.lot-expiry-differs");
        await using var scope = app.Scope();
        var facts = (Application.Warehousing.Facts.IStockFacts)scope.ServiceProvider.GetService(typeof(Application.Warehousing.Facts.IStockFacts))!;
        Assert.Equal(["L2", "L1"], (await facts.PickOrder(room.Store, ink, default)).Select(b => b.LotCode));
    }

    [EngineFact]
    public async Task A_count_made_days_ago_stands_in_the_book_from_its_day_with_its_approver(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        var paper = await room.Enter("PAP-1", "کاغذ");
        var counted = TehranTime.Today(app.Clock);
        var id = (await room.Draft(StoreRoom.Line("PAP-1", 5))).Value;
        app.Clock.Pass(TimeSpan.FromDays(3));

        (await room.SignAll(id)).ShouldSucceed();

        var row = Assert.Single((await app.As(app.Body.Keeper, new StockCard(room.Store, paper))).Value.Rows);
        Assert.Equal((counted, "صورتجلسه ۱۲"), (row.Effective, row.BackDatedBecause));
        var move = await app.Look(db => db.Set<Infrastructure.Warehousing.StockMoveRow>().SingleAsync());
        Assert.Equal((app.Body.Keeper, app.Body.GeneralAffairs), (move.BackAskedBy, move.BackApprovedBy));
    }

    [EngineFact]
    public async Task An_item_that_moves_already_takes_no_opening_count(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        var paper = await room.Enter("PAP-1", "کاغذ");
        await room.CountIn(StoreRoom.Line("PAP-1", 5));
        var waiting = (await room.Draft(StoreRoom.Line("PAP-1", 5, bin: "B"))).Value;
        await app.Look(async db => await db.Set<Infrastructure.Warehousing.StockMoveRow>().Take(1).Select(m => m.Seq).SingleAsync());
        await app.Look(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO stock_move (at, effective, item_id, lot_id, from_place, from_kind, to_place, to_kind, out_of_store, qty, document_id, line_id, reason, command_id)
            SELECT at, effective, item_id, lot_id, to_place, 2, from_place, 11, into_store, 1, document_id, line_id, 17, command_id FROM stock_move
            """));

        (await room.SignAll(waiting)).ShouldBeRefused("opening-balance.line-already-moves");
        (await room.Draft(StoreRoom.Line("PAP-1", 5, bin: "B"))).Plain().ShouldBeRefused("opening-balance.item-already-moves");
        Assert.NotEqual(default, paper);
    }

    [EngineFact]
    public async Task Only_the_store_s_own_keeper_counts_it_in_and_never_as_second_counter(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        await room.Enter("PAP-1", "کاغذ");

        var foreign = await app.As(app.Body.CentreKeeper, new DraftOpeningBalance(room.Store, TehranTime.Today(app.Clock), "۱", [StoreRoom.Line("PAP-1", 1)]));
        var accountant = await app.As(app.Body.Accountant, new DraftOpeningBalance(room.Store, TehranTime.Today(app.Clock), "۱", [StoreRoom.Line("PAP-1", 1)]));
        Assert.Equal(("warehousing.store-not-found", RefusalKind.Forbidden), (foreign.Refusal.Code, accountant.Refusal.Kind));

        var id = (await room.Draft(StoreRoom.Line("PAP-1", 1))).Value;
        var seen = (await room.Load(id)).SignOff.ContentVersion;
        (await app.As(app.Body.Keeper, new SubmitDocument(id, seen, null))).ShouldSucceed();
        Assert.Equal("signoff.not-your-turn", (await app.As(app.Body.Keeper, new SignDocuments([new(id, seen)], null))).Refusal.Code);
    }

    [EngineFact]
    public async Task A_draft_is_corrected_by_its_owner_and_shows_items_and_bins_by_name(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var room = await StoreRoom.Open(app);
        await room.Enter("PAP-1", "کاغذ");
        var id = (await room.Draft(StoreRoom.Line("PAP-1", 1))).Value;
        var seen = (await room.Load(id)).SignOff.ContentVersion;
        var edit = new EditOpeningBalance(id, seen, TehranTime.Today(app.Clock), "صورتجلسه ۱۳", [StoreRoom.Line("PAP-1", 7, 10)]);

        (await app.As(app.Body.Keeper, edit)).ShouldSucceed();
        (await app.As(app.Body.Keeper, edit)).ShouldBeRefused("signoff.changed-since-seen");

        var body = (OpeningBalanceView)(await app.As(app.Body.Keeper, new ReadDocument(id))).Value.Body;
        var line = Assert.Single(body.Lines);
        Assert.Equal(("A1", "صورتجلسه ۱۳", 70L), (body.StoreCode, body.Basis, body.Total.Amount));
        Assert.Equal(("PAP-1", "کاغذ", "عدد", "A", 7m), (line.ItemCode, line.ItemName, line.Unit, line.BinCode, line.Quantity.Units));
    }

    private static async Task<IReadOnlyList<StockRow>> Stock(TestApp app, StoreRoom room) =>
        (await app.As(app.Body.Keeper, new ListStock(room.Store))).Value.Rows;
}
