using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Xunit;

namespace Procurement.Tests.Support;

/// <summary>The province's store with one bin, and ten of either of two items in it; seated when a test first asks for it.</summary>
public sealed class TestStock
{
    private TestStock(StoreId store, ItemId electrode, ItemId mask) => (Store, Electrode, Mask) = (store, electrode, mask);

    public StoreId Store { get; }

    /// <summary>Goods counted in whole pieces, code W-100.</summary>
    public ItemId Electrode { get; }

    /// <summary>The same, code W-200.</summary>
    public ItemId Mask { get; }

    public static async Task<TestStock> In(IServiceProvider services, OrgUnit province)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        if (await db.Set<Store>().FirstOrDefaultAsync(s => s.Code == "ANB") is { } seated)
        {
            var items = await db.Set<Item>().Where(i => i.Code == "W-100" || i.Code == "W-200").OrderBy(i => i.Code).Select(i => i.Id).ToListAsync();
            return new TestStock(seated.Id, items[0], items[1]);
        }

        var piece = await db.Tracked<UnitOfMeasure>().OrderBy(u => u.Id).FirstOrDefaultAsync(u => u.Name == "عدد")
            ?? db.Add(UnitOfMeasure.Define("piece", "عدد", "piece", divisible: false).Value).Entity;
        var category = await db.Tracked<Category>().OrderBy(c => c.Id).FirstOrDefaultAsync()
            ?? db.Add(Category.Open("WELD", new CategoryDetails("جوشکاری", "Welding", false, null), null, new CategoryTree([])).Value).Entity;
        var electrode = Enter("W-100", "الکترود جوشکاری", "Welding electrode", piece, category);
        var mask = Enter("W-200", "ماسک جوشکاری", "Welding mask", piece, category);
        var store = Domain.Warehousing.Store.Open("ANB", province.Id, "انبار مرکزی نمونه", "Sample central store", hasGuard: true).Value;
        var bin = Place.AddBin(store, "A1", "").Value;
        db.AddRange(electrode, mask, store);
        db.AddRange([.. store.StandingPlaces(), bin]);
        await db.SaveChangesAsync();
        await Fill(scope.ServiceProvider, db, bin.AsStockPlace, electrode.Id, mask.Id);
        return new TestStock(store.Id, electrode.Id, mask.Id);
    }

    private static Item Enter(string code, string name, string nameEn, UnitOfMeasure unit, Category c) => Item.Enter(
        code, ItemKind.Goods, unit, new ItemDetails(name, nameEn, PropertyClass.Consumable, default, null, null, null),
        new CategoryNode(c.Id, c.Code, c.Name, c.NameEn, c.SortKey, c.ParentId, c.ExpertCheckNeeded, c.ConventionalSet, c.IsActive, c.Placement)).Value;

    private static async Task Fill(IServiceProvider services, ProcurementDb db, StockPlace bin, params ItemId[] items)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var document = DocumentId.New();
        Posting[] opening = [.. items.Select(item => new StockMovePosting(
            item, null, StockPlace.Opening, bin, Quantity.Whole(10), TehranTime.LocalDate(now), document, Guid.CreateVersion7(), MoveReason.Opening))];
        using var turn = (await services.GetRequiredService<WriteGate>().Enter(CancellationToken.None)).Value;
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var ledger in services.GetServices<ILedger>().OrderBy(l => l.Order))
        {
            var mine = opening.Where(ledger.Takes).ToList();
            if (mine.Count > 0) Assert.True((await ledger.Apply(mine, new PostingMoment(now, Guid.CreateVersion7()), CancellationToken.None)).Succeeded);
        }

        await transaction.CommitAsync();
    }
}
