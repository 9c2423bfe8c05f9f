using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Infrastructure.Warehousing;
using Procurement.Tests.Support;

namespace Procurement.Tests.Warehousing;

/// <summary>The stock and value ledgers over a real database, one store with two bins, and a clock the test sets.</summary>
internal sealed class AWarehouse
{
    private readonly TestDatabase _database;

    private AWarehouse(TestDatabase database, Store store, StockPlace quarantine, StockPlace staged, StockPlace binA, StockPlace binB)
    {
        _database = database;
        Store = store;
        (Quarantine, Staged, BinA, BinB) = (quarantine, staged, binA, binB);
    }

    public static ItemId Paper { get; } = ItemId.New();

    public static ItemId Toner { get; } = ItemId.New();

    public Store Store { get; }

    public StockPlace Quarantine { get; }

    public StockPlace Staged { get; }

    public StockPlace BinA { get; }

    public StockPlace BinB { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 10, 6, 0, 0, TimeSpan.Zero);

    public DateOnly Today => TehranTime.LocalDate(Now);

    public static async Task<AWarehouse> On(TestDatabase database)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        var unit = OrgUnit.Found("1", "ستاد", "Head office", UnitKind.HeadOffice, null).Value;
        var store = Store.Open("A1", unit.Id, "انبار مرکزی", "Central store", hasGuard: true).Value;
        var standing = store.StandingPlaces().ToList();
        var (a, b) = (Place.AddBin(store, "A", "").Value, Place.AddBin(store, "B", "").Value);
        db.Add(unit);
        db.Add(store);
        db.AddRange([.. standing, a, b]);
        await db.SaveChangesAsync();
        return new AWarehouse(
            database, store, standing.Single(p => p.Kind == PlaceKind.Quarantine).AsStockPlace, standing.Single(p => p.Kind == PlaceKind.Staged).AsStockPlace,
            a.AsStockPlace, b.AsStockPlace);
    }

    /// <summary>Applies postings as one command does: one turn, one transaction, nothing kept when refused.</summary>
    public async Task<Result> Post(params IReadOnlyList<Posting> postings)
    {
        for (; ; )
        {
            await using var scope = _database.Scope();
            var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
            var sql = scope.ServiceProvider.GetRequiredService<ISqlSession>();
            var refusals = new StockRefusals(sql);
            ILedger[] ledgers = [new StockLedger(sql, new ReservationRows(sql, refusals), refusals), new ValueLedger(sql, refusals)];
            var moment = new PostingMoment(Now, Guid.CreateVersion7());

            using var turn = (await scope.ServiceProvider.GetRequiredService<WriteGate>().Enter(CancellationToken.None)).Value;
            await using var transaction = await db.Database.BeginTransactionAsync();
            try
            {
                foreach (var ledger in ledgers)
                {
                    var mine = postings.Where(ledger.Takes).ToList();
                    if (mine.Count == 0) continue;
                    var applied = await ledger.Apply(mine, moment, CancellationToken.None);
                    if (!applied.Succeeded) return applied;
                }

                await transaction.CommitAsync();
                return Result.Ok;
            }
            catch (Exception fault) when (DatabaseFaults.MayRunAgain(fault))
            {
                await transaction.RollbackAsync();
            }
        }
    }

    public StockMovePosting Move(ItemId item, StockPlace from, StockPlace to, long quantity, DateOnly? effective = null, LotId? lot = null, BackDating? why = null) =>
        new(item, lot, from, to, Quantity.Whole(quantity), effective ?? Today, DocumentId.New(), Guid.CreateVersion7(), MoveReason.Receipt, why);

    public Task<Result> Receive(ItemId item, long quantity, DateOnly? effective = null, LotId? lot = null) =>
        Post(Move(item, StockPlace.Supplier, BinA, quantity, effective, lot));

    public ReservePosting Reserve(DocumentId document, Guid line, ItemId item, long quantity, LotId? lot = null) =>
        new(Store.Id, item, lot, Quantity.Whole(quantity), document, line);

    public ConsumeReservationPosting Consume(DocumentId document, Guid line, long quantity) => new(document, line, Store.Id, Quantity.Whole(quantity));

    public async Task<T> Look<T>(Func<ISqlSession, Task<T>> look)
    {
        await using var scope = _database.Scope();
        return await look(scope.ServiceProvider.GetRequiredService<ISqlSession>());
    }

    /// <summary>Whole units at a place; zero when nothing ever lay there.</summary>
    public Task<long> At(StockPlace place, ItemId item) => Look(async sql =>
        (await sql.Query($"SELECT SUM(qty) FROM stock_balance WHERE place_id = {place.Id} AND item_id = {item}", row => row.GetSum(0)))[0] / Quantity.Scale);

    public Task<(long OnHand, long Booked, long Reserved)> Level(ItemId item) => Look(async sql =>
        (await sql.Query(
            $"SELECT SUM(on_hand), SUM(booked), SUM(reserved) FROM stock_level WHERE store_id = {Store.Id} AND item_id = {item}",
            row => (row.GetSum(0) / Quantity.Scale, row.GetSum(1) / Quantity.Scale, row.GetSum(2) / Quantity.Scale)))[0]);

    public Task<StockCheck> Recompute() => Look(sql => new StockChecks(sql).Recompute(null, CancellationToken.None));

    public static BackDating Explained(string reason = "رسید با تأخیر ثبت شد") => BackDating.Of(reason, PersonId.New(), PersonId.New()).Value;
}

internal static class Outcomes
{
    public static void ShouldSucceed(this Result outcome) => Xunit.Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusal.ToString());

    public static void ShouldBeRefused(this Result outcome, string code)
    {
        Xunit.Assert.False(outcome.Succeeded);
        Xunit.Assert.Equal(code, outcome.Refusal.Code);
    }
}
