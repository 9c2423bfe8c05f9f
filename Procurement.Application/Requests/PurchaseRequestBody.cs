using Procurement.Application.Budget.Facts;
using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests;

/// <summary>What the page, the print form and the API show of a purchase request.</summary>
public sealed record PurchaseRequestView(
    string Purpose, string DeliveryPlace, StoreId? StoreId, DateOnly NeededBy, OriginPreference Origin, string OriginReason, UrgencyReason? Urgency, string UrgencyNote, int? UrgentThisQuarter,
    DocumentId? GoodsRequestId, bool IsAbsenceDeclared, bool IsCreditCertified, Rials Estimate, IReadOnlyList<PurchaseRequestLineView> Lines,
    IReadOnlyList<BudgetChoice> BudgetLines)
{
    public DocumentId Id { get; init; }

    public string StoreName { get; init; } = "";

    public string StoreNameEn { get; init; } = "";

    /// <summary>The reader may still change it: his own draft.</summary>
    public bool MayEdit { get; init; }

    /// <summary>The first line without a specification; null when every line has one.</summary>
    public int? FirstOpenLine => Lines.FirstOrDefault(l => l.Specification.Count == 0)?.Order;
}

/// <summary>One line with its specification and credit.</summary>
public sealed record PurchaseRequestLineView(
    Guid Id, int Order, ItemKind Kind, ItemId? Item, string ItemCode, string Description, Quantity Quantity, string UnitName, Rials UnitEstimate, Rials Estimate,
    EstimateBasis Basis, string BasisNote, string SpecificationText, IReadOnlyList<AttributeView> Specification, string Brand, string BrandReason, string BudgetLine, Rials? Credit, bool IsTakenUp)
{
    /// <summary>English name of the catalogue item; empty for a free description.</summary>
    public string DescriptionEn { get; init; } = "";

    public string UnitNameEn { get; init; } = "";

    /// <summary>The line of the goods request it buys for.</summary>
    public Guid? GoodsRequestLine { get; init; }

    /// <summary>What the store can still promise of it; told only while the keeper is asked.</summary>
    public Quantity? InStock { get; init; }
}

/// <summary>One attribute with the value that is asked for, and how it is checked.</summary>
public sealed record AttributeView(int Key, string Name, string NameEn, AttributeKind Kind, string Value, string Unit, AttributeCheck Check)
{
    /// <summary>Least number accepted; null where none is.</summary>
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }
}

/// <summary>A budget line the controller may choose, with what is free on it.</summary>
public sealed record BudgetChoice(BudgetLineId Id, string Code, string Title, Rials Free);

internal sealed class PurchaseRequestBody(
    ICatalogueFacts catalogue, IBudgetFacts budget, IStockFacts stock, IPurchaseRequestFacts requests, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IDocumentBody
{
    public DocumentKind Kind => PurchaseRequest.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var request = (PurchaseRequest)document;
        var items = await catalogue.Items([.. request.Lines.Select(l => l.Item).OfType<ItemId>().Distinct()], ct);
        var credits = new Dictionary<BudgetLineId, BudgetLine>();
        foreach (var id in request.Lines.Select(l => l.BudgetLine).OfType<BudgetLineId>().Distinct())
        {
            if (await budget.Line(id, ct) is { } line) credits[id] = line;
        }

        var store = request.StoreId is { } at ? await stock.Store(at, ct) : null;
        var held = store is not null && request.SignOff.OpenStep?.Capacity == Capacity.Keeper && !request.IsAbsenceDeclared
            ? (await stock.Of(store.Id, items.Keys.ToList(), ct)).ToDictionary(s => s.Item, s => s.Available)
            : null;
        return new PurchaseRequestView(
            request.Purpose, request.DeliveryPlace, request.StoreId, request.NeededBy, request.Origin, request.OriginReason, request.Urgency, request.UrgencyNote,
            await UrgentThisQuarter(request, ct), request.GoodsRequestId, request.IsAbsenceDeclared, request.IsCreditCertified, request.Estimate,
            [.. request.Lines.OrderBy(l => l.Order).Select(l => Line(l, items, credits, held))], await Choices(request, ct))
        {
            Id = request.Id,
            StoreName = store?.Name ?? "",
            StoreNameEn = store?.NameEn ?? "",
            MayEdit = request.SignOff.MayEdit(actor.Person).Succeeded,
        };
    }

    /// <summary>The attributes of a specification in the order of the form.</summary>
    public static IReadOnlyList<AttributeView> Attributes(Specification? specification) =>
        specification is null
            ? []
            : [.. specification.Attributes.OrderBy(a => a.Place).Select(a => new AttributeView(a.Key, a.Name, a.NameEn, a.Kind, SpecificationText.ValueOf(a), a.Unit, a.Check) { Min = a.Min, Max = a.Max })];

    private static PurchaseRequestLineView Line(
        PurchaseRequestLine l, IReadOnlyDictionary<ItemId, ItemFacts> items, Dictionary<BudgetLineId, BudgetLine> credits, Dictionary<ItemId, Quantity>? held) => new(
        l.Id, l.Order, l.Kind, l.Item, l.Item is { } item ? items.GetValueOrDefault(item)?.Code ?? "" : "", l.Description, l.Quantity, l.UnitName, l.UnitEstimate, l.Estimate,
        l.Basis, l.BasisNote, SpecificationText.Of(l.Specification), Attributes(l.Specification), l.Specification?.Brand ?? "", l.Specification?.BrandReason ?? "",
        l.BudgetLine is { } line && credits.TryGetValue(line, out var credit) ? $"{credit.Code} {credit.Title}" : "", l.BudgetLine is null ? null : l.CreditAmount, l.FileId is not null)
    {
        DescriptionEn = l.Item is { } named ? items.GetValueOrDefault(named)?.NameEn ?? "" : "",
        UnitNameEn = l.Item is { } counted ? items.GetValueOrDefault(counted)?.UnitNameEn ?? "" : "",
        GoodsRequestLine = l.GoodsRequestLine,
        InStock = held is not null && l.Item is { } kept ? held.GetValueOrDefault(kept) : null,
    };

    /// <summary>How often the unit called urgent in this quarter, for the inspector.</summary>
    private async Task<int?> UrgentThisQuarter(PurchaseRequest request, CancellationToken ct)
    {
        if (!request.IsUrgent) return null;
        var day = JalaliDate.From(TehranTime.LocalDate(request.SignOff.SubmittedAt ?? request.SignOff.OpenedAt));
        var quarter = new JalaliDate(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1).ToDateOnly();
        return await requests.UrgentCount(request.SignOff.UnitId, TehranTime.StartOfDay(quarter), clock.Now, ct);
    }

    /// <summary>Only while the controller is due: the lines he may choose from.</summary>
    private async Task<IReadOnlyList<BudgetChoice>> Choices(PurchaseRequest request, CancellationToken ct)
    {
        if (request.SignOff.OpenStep?.Capacity != Capacity.FinanceController || request.IsCreditCertified) return [];
        var units = (await charts.Get(ct)).PathUp(request.SignOff.UnitId).Select(u => u.Id).ToList();
        return [.. (await budget.OpenLines(units, FiscalYear.Of(clock.Today), ct)).Select(l => new BudgetChoice(l.Id, l.Code, l.Title, l.Free))];
    }
}
