using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Requests.CertifyCredit;
using Procurement.Application.Requests.DeclareAbsent;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Catalogue;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Requests;

/// <summary>What tests of the purchase do again and again: draft, submit, and walk a request along its route.</summary>
internal static class PurchaseDesk
{
    public const string Paper = "رنگ: سفید؛ گرماژ: 80";

    public static DateOnly InDays(this TestApp app, int days) => TehranTime.LocalDate(app.Clock.GetUtcNow()).AddDays(days);

    public static async Task<PurchaseRequestHead> Head(this TestApp app) =>
        new("کاغذ برای آزمون‌ها", "انبار استان", await app.ProvincialStore(), app.InDays(30), OriginPreference.Iranian);

    /// <summary>The province's own store, opened once.</summary>
    public static async Task<StoreId> ProvincialStore(this TestApp app)
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        if (await db.Set<Store>().FirstOrDefaultAsync(s => s.UnitId == app.Body.Province.Id) is { } known) return known.Id;

        var store = db.Add(Store.Open("A12", app.Body.Province.Id, "انبار استان", "Provincial store", hasGuard: true).Value).Entity;
        await db.SaveChangesAsync();
        return store.Id;
    }

    /// <summary>A line of a free description with its own specification.</summary>
    public static PurchaseRequestLineForm Line(long unitEstimate = 1_000_000, decimal quantity = 10, string description = "کاغذ A4", string? specification = Paper, ItemKind kind = ItemKind.Goods) =>
        new(null, description, kind, quantity, "بسته", unitEstimate, EstimateBasis.MarketInquiry, "استعلام تلفنی از سه فروشگاه", specification);

    public static async Task<DocumentId> Drafted(this TestApp app, params PurchaseRequestLineForm[] lines)
    {
        var drafted = await app.As(app.Body.Requester, new DraftPurchaseRequest(await app.Head(), lines.Length == 0 ? [Line()] : lines));
        Assert.True(drafted.Succeeded, drafted.Succeeded ? "" : drafted.Refusal.ToString());
        return drafted.Value;
    }

    public static async Task<DocumentId> Submitted(this TestApp app, params PurchaseRequestLineForm[] lines)
    {
        var id = await app.Drafted(lines);
        Done(await app.As(app.Body.Requester, new SubmitDocument(id, await app.Version(id), null)));
        return id;
    }

    /// <summary>Signed by everyone up to and without the finance controller.</summary>
    public static async Task<DocumentId> BeforeTheController(this TestApp app, params PurchaseRequestLineForm[] lines)
    {
        var id = await app.Submitted(lines);
        await app.SignAs(app.Body.Manager, id);
        if ((await app.Request(id)).SignOff.OpenStep!.Capacity == Capacity.Keeper)
            Done(await app.As(app.Body.Keeper, await app.Absent(id)));
        await app.SignAs(app.Body.HeadOfProcurement, id);
        await app.SignAs(app.Body.Official, id);
        return id;
    }

    /// <summary>The keeper's declaration, with a catalogue item for every line asked for in free words.</summary>
    public static async Task<DeclareAbsent> Absent(this TestApp app, DocumentId id)
    {
        var item = await app.GoodsItem();
        var request = await app.Request(id);
        return new DeclareAbsent(id, request.SignOff.ContentVersion, [.. request.Lines.Where(l => l.Item is null).Select(l => new CodedLine(l.Id, item))], null);
    }

    /// <summary>The code of an item of goods in the catalogue, entered once.</summary>
    public static async Task<string> GoodsItem(this TestApp app, string code = "PAP-1")
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        if (await db.Set<Item>().AnyAsync(i => i.Code == code)) return code;

        var unit = await db.Tracked<UnitOfMeasure>().FirstOrDefaultAsync(u => u.Id == ACatalogue.Unit().Id) ?? db.Add(ACatalogue.Unit()).Entity;
        var category = await db.Tracked<Category>().FirstOrDefaultAsync(c => c.Code == "STAT") ?? db.Add(ACatalogue.Category()).Entity;
        var item = db.Add(ACatalogue.Item(code, unit: unit, category: category)).Entity;
        Done(item.PublishTemplate([ACatalogue.Weight(), ACatalogue.Colour()], app.Body.Keeper, ACatalogue.Noon));
        await db.SaveChangesAsync();
        return code;
    }

    /// <summary>Certified on the budget line at the estimate.</summary>
    public static async Task<Result> Certified(this TestApp app, DocumentId id, BudgetLineId budget, long? amount = null)
    {
        var request = await app.Request(id);
        return await app.As(app.Body.Controller, new CertifyCredit(
            id, request.SignOff.ContentVersion, [.. request.Lines.Select(l => new LineCredit(l.Id, budget, amount ?? l.Estimate.Amount))], null));
    }

    /// <summary>In effect: the inspector has signed too.</summary>
    public static async Task<DocumentId> Approved(this TestApp app, BudgetLineId budget, params PurchaseRequestLineForm[] lines)
    {
        var id = await app.BeforeTheController(lines);
        Done(await app.Certified(id, budget));
        await app.InspectorSigns(id);
        return id;
    }

    public static async Task InspectorSigns(this TestApp app, DocumentId id) =>
        await app.SignAs((await app.Sheet(id)).OpenStep!.PersonId!.Value, id);

    public static async Task SignAs(this TestApp app, PersonId person, DocumentId id) =>
        Done((await app.As(person, new SignDocuments([new(id, await app.Version(id))], null))).Plain());

    public static async Task<int> Version(this TestApp app, DocumentId id) => (await app.Sheet(id)).ContentVersion;

    public static Task<SignOffSheet> Sheet(this TestApp app, DocumentId id) =>
        app.Look(db => db.Set<SignOffSheet>().AsSplitQuery().SingleAsync(s => s.Id == id));

    public static Task<PurchaseRequest> Request(this TestApp app, DocumentId id) =>
        app.Look(db => db.Set<PurchaseRequest>().AsSplitQuery().SingleAsync(r => r.Id == id));

    public static void Done(Result outcome) => Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusal.ToString());
}
