using System.Globalization;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.AppointExpert;
using Procurement.Application.Receiving.CompleteChecklist;
using Procurement.Application.Receiving.CountDelivery;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.JudgeDelivery;
using Procurement.Application.Receiving.LabelGoods;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Receiving.RegisterArrival;
using Procurement.Application.Requests.CertifyCredit;
using Procurement.Application.Requests.DeclareAbsent;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Application.Sourcing.KeepSourcingFile;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Sourcing.OpenSourcingFile;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Warehousing;

namespace Procurement.Web.Demo;

/// <summary>Something the sample body buys: its specification as the requester types it, from which of the sample suppliers, and whether its group asks for an expert.</summary>
internal sealed record DemoNeed(string Item, string Purpose, int Quantity, string Unit, long Estimate, long Price, int Supplier, string Asked, bool ByExpert = false)
{
    public static IReadOnlyList<DemoNeed> All { get; } =
    [
        new("O-A4-80", "کاغذ آزمون‌های پایان دوره", 120, "بسته", 2_700_000, 2_650_000, 1, "گرماژ: 80"),
        new("W-250-INV", "نوسازی کارگاه جوشکاری", 4, "دستگاه", 128_000_000, 126_000_000, 0, "جریان خروجی: 250؛ چرخه کار در ۲۵۰ آمپر: >=60؛ ساخت داخل: بله", ByExpert: true),
        new("S-GLV", "ایمنی کارگاه‌های جوشکاری", 90, "جفت", 640_000, 625_000, 0, "جنس: چرم"),
        new("S-MSK", "ماسک کارآموزان دوره تابستان", 40, "عدد", 2_200_000, 2_150_000, 0, "درجه تیرگی: 11"),
    ];
}

/// <summary>The way in in the sample history: from a need to the order, and from the gate to the shelf.</summary>
internal sealed class DemoPurchasing(DemoStage stage, DemoBody body, DemoGoods goods)
{
    /// <summary>A small grey picture that stands for the photo of a test.</summary>
    private const string SamplePhoto =
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAAAAAApT+BJAAAAHElEQVR42mOoAIITQIBOM1BRApsgiKamxDDxBwCMhfABAkVWDAAAAABJRU5ErkJggg==";

    private int _nextLabel = 4401;
    private int _nextInvoice = 12001;

    /// <summary>Asked for, certified, priced and ordered by the decision of a small purchase.</summary>
    public async Task<DocumentId> Order(DemoNeed need, StoreId store, BudgetLineId credit, CancellationToken ct)
    {
        var request = await stage.As(body.Requester, new DraftPurchaseRequest(
            new PurchaseRequestHead(need.Purpose, "انبار مرکزی استان نمونه", store, stage.Today.AddDays(30), OriginPreference.Iranian),
            [new PurchaseRequestLineForm(need.Item, null, ItemKind.Goods, need.Quantity, need.Unit, need.Estimate, EstimateBasis.MarketInquiry, "استعلام از سه فروشنده «نمونه»", need.Asked)]), ct);
        await stage.Submit(request, body.Requester, ct);
        await stage.SignUpTo(Capacity.Keeper, request, ct);
        await stage.As(body.Keeper, new DeclareAbsent(request, await stage.Version(request, ct), [], null), ct);
        await stage.SignUpTo(Capacity.FinanceController, request, ct);
        var asked = await stage.Read<PurchaseRequest>(request, ct);
        await stage.As(body.Controller, new CertifyCredit(
            request, asked.SignOff.ContentVersion, [.. asked.Lines.Select(l => new LineCredit(l.Id, credit, l.Estimate.Amount))], null), ct);
        await stage.SignOn(request, ct);

        var file = await stage.As(body.HeadOfProcurement, new OpenSourcingFile(
            [.. asked.Lines.Select(l => new NeedToBuy(request, l.Id))], PurchaseMethod.SmallPurchase, body.Buyer), ct);
        foreach (var (seller, extra) in new[] { ("فروشگاه یک نمونه", 4), ("فروشگاه دو نمونه", 2), ("فروشگاه سه نمونه", 0) })
            await stage.As(body.Buyer, new NotePrice(file, null, seller, need.Quantity * need.Price * (100 + extra) / 100, stage.Today, PriceSource.Shop, null), ct);
        await stage.As(body.Official, new ExcuseSetad(file, "خرید جزئی روزمره"), ct);

        var price = need.Quantity * need.Price;
        var tax = price / 10;
        var lines = await stage.Fact(async services => (await services.GetRequiredService<Application.Sourcing.ISourcingFiles>().Find(file, ct))!.Lines);
        var decision = await stage.As(body.Buyer, new DraftDecision(file, new DecisionForm(
            goods.Suppliers[need.Supplier], InvoiceKind.Proforma, "پ-" + (_nextInvoice++).ToString(CultureInfo.InvariantCulture), stage.Today, tax, price + tax, true, true, 0,
            false, false, stage.Today.AddDays(10), PaymentWay.Voucher, null, [.. lines.Select(l => new DecisionLineForm(l.Id, need.Quantity, need.Price))])), ct);
        await stage.Submit(decision, body.Buyer, ct);
        await stage.SignOn(decision, ct);
        return decision;
    }

    /// <summary>Counted twice, checked by the expert where its group asks for it, judged line by line and entered into the store.</summary>
    public async Task<DocumentId> Receive(DocumentId order, DemoNeed need, StoreId store, CancellationToken ct)
    {
        var deal = await stage.Fact(async services => (await services.GetRequiredService<IOrderFacts>().Find(order, ct))!);
        var arrival = await Arrived(deal, need, store, ct);
        if (need.ByExpert) await Check(arrival, deal, ct);
        var report = await stage.As(body.Keeper, new OpenConformance(arrival, body.Requester, []), ct);
        await stage.Submit(report, body.Keeper, ct);
        var judged = await stage.Read<ConformanceReport>(report, ct);
        await stage.As(body.Requester, new JudgeDelivery(report, judged.SignOff.ContentVersion, [.. judged.Lines.Select(l => new JudgedLineForm(
            l.Id, l.Presented.Units, 0, 0, null, null, null, need.ByExpert ? [] : [.. Measured(l.Required).Select(m => new CheckForm(m.Key, m.Value, "سنجش در انبار"))]))], null), ct);
        await stage.SignOn(report, ct);
        return await Entered(report, store, ct);
    }

    private async Task<DocumentId> Arrived(DealFacts deal, DemoNeed need, StoreId store, CancellationToken ct)
    {
        var invoice = "ف-" + (_nextInvoice++).ToString(CultureInfo.InvariantCulture);
        var arrival = await stage.As(body.Keeper, new RegisterArrival(
            store, deal.Id, null, null, null, body.PropertyOfficer, "ب-" + invoice, invoice, "۱۲ ب ۳۴۵", "راننده نمونه", stage.Clock.GetUtcNow().AddMinutes(-40),
            [.. deal.Lines.Select(l => new ArrivedLineForm(l.LineId, null))]), ct);
        var receipt = await stage.Read<TemporaryReceipt>(arrival, ct);
        List<LineQuantity> counted = [.. receipt.Lines.Select(l => new LineQuantity(l.Id, need.Quantity))];
        await stage.As(body.Keeper, new CountAsKeeper(arrival, receipt.SignOff.ContentVersion, counted), ct);
        await stage.As(body.Keeper, new ReadPapers(arrival, await stage.Version(arrival, ct), counted), ct);
        await stage.Submit(arrival, body.Keeper, ct);
        await stage.As(body.PropertyOfficer, new CountAsSecond(arrival, await stage.Version(arrival, ct), counted, null), ct);
        return arrival;
    }

    /// <summary>The expert fills in a checklist for every line.</summary>
    private async Task Check(DocumentId arrival, DealFacts deal, CancellationToken ct)
    {
        var photo = await Photo(ct);
        foreach (var line in (await stage.Read<TemporaryReceipt>(arrival, ct)).Lines)
        {
            var asked = deal.Lines.Single(l => l.LineId == line.BasisLineId).Specification;
            var checklist = await stage.As(body.GeneralAffairs, new AppointExpert(arrival, line.Id, body.Expert), ct);
            await stage.As(body.Expert, new CompleteChecklist(checklist, [.. Measured(asked).Select(m => new ChecklistResultForm(m.Key, m.Value, "آزمون کارگاهی", null, null, photo))], null), ct);
        }
    }

    private async Task<DocumentId> Entered(DocumentId report, StoreId store, CancellationToken ct)
    {
        var bin = await stage.Fact(async services => (await services.GetRequiredService<IStockFacts>().PlacesOf(store, ct))!.Bins[0].Place.Id);
        var judged = await stage.Read<ConformanceReport>(report, ct);
        var receipt = await stage.As(body.Keeper, new EnterGoods(
            report, null, new SourceFactsInput(), [.. judged.Lines.Select(l => new ShelvedLineForm(l.Id, l.Accepted.Units, bin))]), ct);
        await stage.Submit(receipt, body.Keeper, ct);
        var entered = await stage.Read<GoodsReceipt>(receipt, ct);
        if (entered.AwaitsContribution(entered.SignOff.OpenStep!))
        {
            await stage.As(body.PropertyOfficer, new LabelGoods(receipt, entered.SignOff.ContentVersion, [.. entered.Lines.Where(l => l.NeedsLabels).Select(l => new LabelledLineForm(
                l.Id, [.. Enumerable.Range(0, (int)l.Quantity.Units).Select(_ => Label())]))], null), ct);
        }

        await stage.SignOn(receipt, ct);
        return receipt;
    }

    private Task<Evidence> Photo(CancellationToken ct) => stage.Fact(async services =>
    {
        await using var content = new MemoryStream(Convert.FromBase64String(SamplePhoto));
        var stored = (await services.GetRequiredService<IFileVault>().Store(content, "آزمون.png", "image/png", ct)).Value;
        return new Evidence(stored.Hash.ToString(), "آزمون.png", stored.Size, "image/png");
    });

    private LabelInput Label() => new("12-" + (_nextLabel++).ToString("00000", CultureInfo.InvariantCulture), null);

    /// <summary>Goods exactly as they were asked for.</summary>
    private static IEnumerable<(int Key, string Value)> Measured(Specification? asked) => (asked?.Attributes ?? []).Select(a => (a.Key, a.Kind == AttributeKind.Number
        ? (a.Min ?? a.Max ?? 0).ToString("0.######", CultureInfo.InvariantCulture)
        : a.Value));
}
