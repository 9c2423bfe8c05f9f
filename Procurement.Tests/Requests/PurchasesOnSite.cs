using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Budget.DecideAllotment;
using Procurement.Application.Budget.Facts;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Budget.ProposeAllotment;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Catalogue;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Requests;

/// <summary>Purchase requests and their credit as a scene for tests of the pages.</summary>
internal static class PurchasesOnSite
{
    /// <summary>The store's items with a specification template: electrodes by diameter, coating and standard.</summary>
    public static async Task<TestStock> SpecifiedStock(this WebSite site)
    {
        var stock = await site.Stock();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        foreach (var id in new[] { stock.Electrode, stock.Mask })
        {
            var item = await db.Tracked<Item>().SingleAsync(i => i.Id == id);
            if (item.Templates.Count == 0) Done(item.PublishTemplate(Template(), site.Body.Keeper, ACatalogue.Noon));
        }

        await db.SaveChangesAsync();
        return stock;
    }

    public static async Task<BudgetLineId> BudgetLine(this WebSite site, long credit, string code = "101")
    {
        var opened = await site.As(site.Body.Accountant, new OpenBudgetLine(
            site.Body.Province.Id, code, "لوازم مصرفی کارگاه", "آموزش مهارت", "فصل دوم", CreditKind.Current, 1405));
        Done(opened.Plain());
        if (credit == 0) return opened.Value;
        var entered = await site.As(site.Body.Accountant, new ProposeAllotment(
            AllotmentKind.Allot, opened.Value, null, credit, "۱۲/۳۴", new DateOnly(2026, 4, 1), "ماده ۳۰ قانون برنامه و بودجه"));
        Done(entered.Plain());
        Done(await site.As(site.Body.Controller, new DecideAllotment(entered.Value, true, null)));
        return opened.Value;
    }

    public static async Task<BudgetLineCredit> CreditOf(this WebSite site, BudgetLineId line)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IBudgetFacts>().Credit(line, CancellationToken.None))!;
    }

    /// <summary>A service asked for in free words: it has no keeper on its route.</summary>
    public static PurchaseRequestLineForm Service(long unitEstimate = 1_000_000, string? specification = "دوره: ماهانه") =>
        new(null, "سرویس آسانسور", ItemKind.Service, 10, "نوبت", unitEstimate, EstimateBasis.PriceList, null, specification);

    public static async Task<DocumentId> DraftedPurchase(this WebSite site, params PurchaseRequestLineForm[] lines)
    {
        var drafted = await site.As(site.Body.Requester, new DraftPurchaseRequest(
            new PurchaseRequestHead("سرویس ساختمان", "ساختمان مرکزی", null, new DateOnly(2026, 12, 1), OriginPreference.Any), lines.Length == 0 ? [Service()] : lines));
        Done(drafted.Plain());
        return drafted.Value;
    }

    public static async Task<DocumentId> PurchaseBeforeTheController(this WebSite site, params PurchaseRequestLineForm[] lines)
    {
        var id = await site.DraftedPurchase(lines);
        Done(await site.As(site.Body.Requester, new SubmitDocument(id, (await site.Purchase(id)).SignOff.ContentVersion, null)));
        foreach (var signer in new[] { site.Body.Manager, site.Body.HeadOfProcurement, site.Body.Official })
            Done((await site.As(signer, new SignDocuments([new(id, (await site.Purchase(id)).SignOff.ContentVersion)], null))).Plain());
        return id;
    }

    public static async Task<PurchaseRequest> Purchase(this WebSite site, DocumentId id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<PurchaseRequest>().AsSplitQuery().SingleAsync(r => r.Id == id);
    }

    private static IReadOnlyList<AttributeDefinition> Template() =>
    [
        new(null, "قطر", "Diameter", AttributeKind.Number, AttributeCheck.Measurement, true, "میلی‌متر", 2, 5),
        new(null, "پوشش", "Coating", AttributeKind.Choice, AttributeCheck.Sight, true, Choices: "روتیلی\nقلیایی"),
        new(null, "ساخت داخل", "Domestic", AttributeKind.YesNo, AttributeCheck.Certificate),
        new(null, "استاندارد", "Standard", AttributeKind.Standard, AttributeCheck.Certificate, false, Standard: "ISIRI 871"),
        new(null, "بسته‌بندی", "Packing", AttributeKind.Text, AttributeCheck.Sight, false),
    ];

    private static void Done(Result outcome) => Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusal.ToString());
}
