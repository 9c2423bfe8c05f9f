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
    /// <summary>Works are asked for in words: the catalogue of the sample body holds goods.</summary>
    public string? Works { get; init; }

    /// <summary>Whether the seller gives a guarantee, so that a contract follows the decision.</summary>
    public bool Guaranteed { get; init; }

    public PaymentWay Payment { get; init; } = PaymentWay.Voucher;

    public long Cost => Quantity * Price;

    public long Tax => Cost / 10;

    public static IReadOnlyList<DemoNeed> All { get; } =
    [
        new("O-A4-80", "کاغذ آزمون‌های پایان دوره", 120, "بسته", 2_700_000, 2_650_000, 1, "گرماژ: 80"),
        new("W-250-INV", "نوسازی کارگاه جوشکاری", 4, "دستگاه", 128_000_000, 126_000_000, 0, "جریان خروجی: 250؛ چرخه کار در ۲۵۰ آمپر: >=60؛ ساخت داخل: بله", ByExpert: true),
        new("S-GLV", "ایمنی کارگاه‌های جوشکاری", 90, "جفت", 640_000, 625_000, 0, "جنس: چرم"),
        new("S-MSK", "ماسک کارآموزان دوره تابستان", 40, "عدد", 2_200_000, 2_150_000, 0, "درجه تیرگی: 11"),
    ];
}

/// <summary>Who asks for, keeps and counts the goods of one unit of the sample body.</summary>
internal sealed record DemoTeam(PersonId Requester, PersonId Manager, PersonId Keeper, PersonId Counter, StoreId Store, string StoreName);

/// <summary>The way in in the sample history: from a need to the order, and from the gate to the shelf.</summary>
internal sealed class DemoPurchasing(DemoStage stage, DemoBody body, DemoGoods goods)
{
    /// <summary>A small grey picture that stands for the photo of a test.</summary>
    private const string SamplePhoto =
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAAAAAApT+BJAAAAHElEQVR42mOoAIITQIBOM1BRApsgiKamxDDxBwCMhfABAkVWDAAAAABJRU5ErkJggg==";

    private int _nextLabel = 4401;
    private int _nextPaper = 12001;

    /// <summary>Asked for, certified, priced and ordered by the decision of a small purchase.</summary>
    public async Task<DocumentId> Order(DemoNeed need, DemoTeam team, BudgetLineId credit, CancellationToken ct)
    {
        var request = await AskFor(need, team, ct);
        await CertifyCredit(request, credit, ct);
        var decision = await Decide(request, need, ct);
        await stage.SignOn(decision, ct);
        return decision;
    }

    /// <summary>Counted twice, checked by the expert where its group asks for it, judged line by line and entered into the store.</summary>
    public async Task<DocumentId> Receive(DocumentId order, DemoNeed need, DemoTeam team, CancellationToken ct)
    {
        var arrival = await Bring(order, need, team, ct);
        await CountAgain(arrival, need, team, ct);
        if (need.ByExpert) await Check(arrival, order, ct);
        var report = await Present(arrival, team, ct);
        await Judge(report, need, team, ct);
        var receipt = await Enter(report, team, ct);
        await stage.SignOn(receipt, ct);
        return receipt;
    }

    /// <summary>Asked for and on its route, with no signature but the requester's.</summary>
    public async Task<DocumentId> Raise(DemoNeed need, DemoTeam team, CancellationToken ct)
    {
        var request = await stage.As(team.Requester, new DraftPurchaseRequest(
            new PurchaseRequestHead(need.Purpose, team.StoreName, need.Works is null ? team.Store : null, stage.Today.AddDays(30), OriginPreference.Iranian),
            [new PurchaseRequestLineForm(
                need.Works is null ? need.Item : null, need.Works, need.Works is null ? ItemKind.Goods : ItemKind.Works, need.Quantity, need.Unit, need.Estimate,
                EstimateBasis.MarketInquiry, "استعلام از سه فروشنده «نمونه»", need.Asked)]), ct);
        await stage.Submit(request, team.Requester, ct);
        return request;
    }

    /// <summary>Asked for, with the keeper's word that the store has none, and signed up to the finance controller.</summary>
    public async Task<DocumentId> AskFor(DemoNeed need, DemoTeam team, CancellationToken ct)
    {
        var request = await Raise(need, team, ct);
        if (need.Works is null)
        {
            await stage.SignUpTo(Capacity.Keeper, request, ct);
            await stage.As(team.Keeper, new DeclareAbsent(request, await stage.Version(request, ct), [], null), ct);
        }

        await stage.SignUpTo(Capacity.FinanceController, request, ct);
        return request;
    }

    public async Task CertifyCredit(DocumentId request, BudgetLineId credit, CancellationToken ct)
    {
        await CertifyCredit(request, credit, Capacity.Inspector, ct);
        await stage.SignOn(request, ct);
    }

    /// <param name="request">The request at the finance controller.</param>
    /// <param name="credit">The line that pays.</param>
    /// <param name="before">Whose signature is left to come.</param>
    /// <param name="ct">Ends the work early.</param>
    public async Task CertifyCredit(DocumentId request, BudgetLineId credit, Capacity before, CancellationToken ct)
    {
        var asked = await stage.Read<PurchaseRequest>(request, ct);
        await stage.As(body.Controller, new CertifyCredit(
            request, asked.SignOff.ContentVersion, [.. asked.Lines.Select(l => new LineCredit(l.Id, credit, l.Estimate.Amount))], null), ct);
        await stage.SignUpTo(before, request, ct);
    }

    /// <summary>Three prices asked for; the decision for the lowest is sent to the head of procurement.</summary>
    public async Task<DocumentId> Decide(DocumentId request, DemoNeed need, CancellationToken ct)
    {
        var asked = await stage.Read<PurchaseRequest>(request, ct);
        var file = await stage.As(body.HeadOfProcurement, new OpenSourcingFile(
            [.. asked.Lines.Select(l => new NeedToBuy(request, l.Id))], PurchaseMethod.SmallPurchase, body.Buyer), ct);
        foreach (var (seller, extra) in new[] { ("فروشگاه یک نمونه", 4), ("فروشگاه دو نمونه", 2), ("فروشگاه سه نمونه", 0) })
            await stage.As(body.Buyer, new NotePrice(file, null, seller, need.Quantity * need.Price * (100 + extra) / 100, stage.Today, PriceSource.Shop, null), ct);
        await stage.As(body.Official, new ExcuseSetad(file, "خرید جزئی روزمره"), ct);

        var lines = await stage.Fact(async services => (await services.GetRequiredService<Application.Sourcing.ISourcingFiles>().Find(file, ct))!.Lines);
        var decision = await stage.As(body.Buyer, new DraftDecision(file, new DecisionForm(
            goods.Suppliers[need.Supplier], InvoiceKind.Proforma, "پ-" + NextPaper(), stage.Today, need.Tax, need.Cost + need.Tax, true, true, 0,
            false, need.Guaranteed, stage.Today.AddDays(10), need.Payment, null, [.. lines.Select(l => new DecisionLineForm(l.Id, need.Quantity, need.Price))])), ct);
        await stage.Submit(decision, body.Buyer, ct);
        return decision;
    }

    /// <summary>At the gate, counted by the keeper; the second count is to come.</summary>
    public async Task<DocumentId> Bring(DocumentId order, DemoNeed need, DemoTeam team, CancellationToken ct)
    {
        var deal = await Deal(order, ct);
        var invoice = "ف-" + NextPaper();
        var arrival = await stage.As(team.Keeper, new RegisterArrival(
            team.Store, deal.Id, null, null, null, team.Counter, "ب-" + invoice, invoice, "۱۲ ب ۳۴۵", "راننده نمونه", stage.Clock.GetUtcNow().AddMinutes(-40),
            [.. deal.Lines.Select(l => new ArrivedLineForm(l.LineId, null))]), ct);
        var counted = await Count(arrival, need, ct);
        await stage.As(team.Keeper, new CountAsKeeper(arrival, await stage.Version(arrival, ct), counted), ct);
        await stage.As(team.Keeper, new ReadPapers(arrival, await stage.Version(arrival, ct), counted), ct);
        await stage.Submit(arrival, team.Keeper, ct);
        return arrival;
    }

    public async Task CountAgain(DocumentId arrival, DemoNeed need, DemoTeam team, CancellationToken ct) =>
        await stage.As(team.Counter, new CountAsSecond(arrival, await stage.Version(arrival, ct), await Count(arrival, need, ct), null), ct);

    /// <summary>Laid before the requester, who has to say whether it conforms.</summary>
    public async Task<DocumentId> Present(DocumentId arrival, DemoTeam team, CancellationToken ct)
    {
        var report = await stage.As(team.Keeper, new OpenConformance(arrival, team.Requester, []), ct);
        await stage.Submit(report, team.Keeper, ct);
        return report;
    }

    public async Task Judge(DocumentId report, DemoNeed need, DemoTeam team, CancellationToken ct)
    {
        var presented = await stage.Read<ConformanceReport>(report, ct);
        await stage.As(team.Requester, new JudgeDelivery(report, presented.SignOff.ContentVersion, [.. presented.Lines.Select(l => new JudgedLineForm(
            l.Id, l.Presented.Units, 0, 0, null, null, null, need.ByExpert ? [] : [.. Measured(l.Required).Select(m => new CheckForm(m.Key, m.Value, "سنجش در انبار"))]))], null), ct);
        await stage.SignOn(report, ct);
    }

    /// <summary>Some of the first line fails its first attribute, with a photo of it; the rest is taken.</summary>
    public async Task JudgeSomeFailing(DocumentId report, DemoTeam team, int failing, string measured, string reason, CancellationToken ct)
    {
        var presented = await stage.Read<ConformanceReport>(report, ct);
        var line = presented.Lines[0];
        var photo = await Photo(ct);
        var check = Measured(line.Required).First();
        await stage.As(team.Requester, new JudgeDelivery(report, presented.SignOff.ContentVersion, [new JudgedLineForm(
            line.Id, line.Presented.Units - failing, failing, 0, null, reason, null, [new CheckForm(check.Key, measured, "سنجش در انبار", FailsFor: failing, Evidence: photo)])], null), ct);
        await stage.SignOn(report, ct);
    }

    /// <summary>Put on the shelf and labelled where due; the receipt is on its way to its signatures.</summary>
    public async Task<DocumentId> Enter(DocumentId report, DemoTeam team, CancellationToken ct)
    {
        var bin = await stage.Fact(async services => (await services.GetRequiredService<IStockFacts>().PlacesOf(team.Store, ct))!.Bins[0].Place.Id);
        var judged = await stage.Read<ConformanceReport>(report, ct);
        var receipt = await stage.As(team.Keeper, new EnterGoods(
            report, null, new SourceFactsInput(), [.. judged.Lines.Select(l => new ShelvedLineForm(l.Id, l.Accepted.Units, bin))]), ct);
        await stage.Submit(receipt, team.Keeper, ct);
        var entered = await stage.Read<GoodsReceipt>(receipt, ct);
        if (entered.AwaitsContribution(entered.SignOff.OpenStep!))
        {
            await stage.As(body.PropertyOfficer, new LabelGoods(receipt, entered.SignOff.ContentVersion, [.. entered.Lines.Where(l => l.NeedsLabels).Select(l => new LabelledLineForm(
                l.Id, [.. Enumerable.Range(0, (int)l.Quantity.Units).Select(_ => Label())]))], null), ct);
        }

        return receipt;
    }

    /// <summary>General affairs names the expert; his checklists are to come.</summary>
    public async Task Appoint(DocumentId arrival, CancellationToken ct)
    {
        foreach (var line in (await stage.Read<TemporaryReceipt>(arrival, ct)).Lines)
            await stage.As(body.GeneralAffairs, new AppointExpert(arrival, line.Id, body.Expert), ct);
    }

    public Task<DealFacts> Deal(DocumentId order, CancellationToken ct) =>
        stage.Fact(async services => (await services.GetRequiredService<IOrderFacts>().Find(order, ct))!);

    private async Task<List<LineQuantity>> Count(DocumentId arrival, DemoNeed need, CancellationToken ct) =>
        [.. (await stage.Read<TemporaryReceipt>(arrival, ct)).Lines.Select(l => new LineQuantity(l.Id, need.Quantity))];

    private string NextPaper() => (_nextPaper++).ToString(CultureInfo.InvariantCulture);

    /// <summary>The expert fills in a checklist for every line.</summary>
    public async Task Check(DocumentId arrival, DocumentId order, CancellationToken ct)
    {
        var deal = await Deal(order, ct);
        var photo = await Photo(ct);
        foreach (var line in (await stage.Read<TemporaryReceipt>(arrival, ct)).Lines)
        {
            var asked = deal.Lines.Single(l => l.LineId == line.BasisLineId).Specification;
            var checklist = await stage.As(body.GeneralAffairs, new AppointExpert(arrival, line.Id, body.Expert), ct);
            await stage.As(body.Expert, new CompleteChecklist(checklist, [.. Measured(asked).Select(m => new ChecklistResultForm(m.Key, m.Value, "آزمون کارگاهی", null, null, photo))], null), ct);
        }
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
