using Microsoft.EntityFrameworkCore;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.DraftOpeningBalance;
using Procurement.Application.Warehousing.OpenStore;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Tests.Support;

namespace Procurement.Tests.Warehousing;

/// <summary>A province's store with bins A and B, and goods of the catalogue to put into it, through the real use cases.</summary>
public sealed class StoreRoom
{
    private readonly TestApp _app;
    private readonly CategoryId _category;

    private StoreRoom(TestApp app, StoreId store, CategoryId category)
    {
        _app = app;
        _category = category;
        Store = store;
    }

    public StoreId Store { get; }

    public static async Task<StoreRoom> Open(TestApp app, string code = "A1")
    {
        var store = Value(await app.As(app.Body.GeneralAffairs, new OpenStore(app.Body.Province.Id, code, "انبار مرکزی", "Central store", true, "A")));
        Value(await app.As(app.Body.Keeper, new Application.Warehousing.KeepBins.AddBin(store, "B", "قفسه بالا")));
        var category = Value(await app.As(app.Body.HeadOfProcurement, new OpenCategory("C" + code, new CategoryForm("نوشت‌افزار", "Stationery"))));
        return new StoreRoom(app, store, category);
    }

    /// <summary>Enters goods counted in whole pieces.</summary>
    public async Task<ItemId> Enter(string code, string name, bool byLot = false, decimal? reorder = null) => Value(await _app.As(
        _app.Body.HeadOfProcurement,
        new EnterItem(code, ItemKind.Goods, "each", new ItemForm(name, code, _category, PropertyClass.Consumable, TracksLot: byLot, TracksExpiry: byLot, ReorderPoint: reorder))));

    public static OpeningLineForm Line(string item, decimal quantity, long unitValue = 1000, string bin = "A", string? lot = null, DateOnly? expires = null) =>
        new(item, bin, lot, expires, quantity, unitValue);

    /// <summary>Drafts the first count; its keeper is the owner.</summary>
    public Task<Result<DocumentId>> Draft(params IReadOnlyList<OpeningLineForm> lines) =>
        _app.As(_app.Body.Keeper, new DraftOpeningBalance(Store, TehranTime.Today(_app.Clock), "صورتجلسه ۱۲", lines));

    /// <summary>Counts goods in with every signature of the route.</summary>
    public async Task<DocumentId> CountIn(params IReadOnlyList<OpeningLineForm> lines)
    {
        var id = Value(await Draft(lines));
        var last = await SignAll(id);
        return last.Succeeded ? id : throw new InvalidOperationException(last.Refusal.ToString());
    }

    /// <summary>Submits a count and has every signer sign; the outcome of the last act.</summary>
    public async Task<Result> SignAll(DocumentId id)
    {
        var body = _app.Body;
        var outcome = await _app.As(body.Keeper, new SubmitDocument(id, (await Load(id)).SignOff.ContentVersion, null));
        while (outcome.Succeeded && (await Load(id)).SignOff is { OpenStep: { } step } sheet)
        {
            var signer = step.PersonId ?? step.Capacity switch
            {
                Capacity.SecondCounter => body.Counter,
                Capacity.HeadOfGeneralAffairs => body.GeneralAffairs,
                Capacity.FinanceController => body.Controller,
                _ => throw new InvalidOperationException($"Nobody is seated as {step.Capacity}."),
            };
            outcome = (await _app.As(signer, new SignDocuments([new(id, sheet.ContentVersion)], null))).Plain();
        }

        return outcome;
    }

    public Task<OpeningBalance> Load(DocumentId id) => _app.Look(db => db.Set<OpeningBalance>().AsSplitQuery().SingleAsync(o => o.Id == id));

    private static T Value<T>(Result<T> outcome) => outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.ToString());
}
