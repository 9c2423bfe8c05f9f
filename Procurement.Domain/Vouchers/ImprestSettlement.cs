using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>
/// A buyer accounts for what he bought out of his imprest (صورت واریز تنخواه; documents 2 and 7, PAL art. 36): each purchase with the invoices that
/// were checked and matched with accepted goods. From its last signature on those purchases are no longer late; the money comes back by voucher.
/// </summary>
public sealed class ImprestSettlement : Document
{
    public const int MaxLines = 100;
    public const int MaxRemarkLength = 1000;

    public static readonly DocumentKind Kind = new("imprest-settlement");

    private readonly List<SettledPurchase> _lines = [];

    private ImprestSettlement()
    {
    }

    public PersonId BuyerId { get; private set; }

    /// <summary>What became of money that was bought for and not spent: refused goods, a lower bill.</summary>
    public string Remark { get; private set; } = "";

    public IReadOnlyList<SettledPurchase> Lines => _lines;

    /// <summary>What was bought for, in rials.</summary>
    public Rials Bought => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Bought);

    /// <summary>What invoices and accepted goods prove, in rials.</summary>
    public Rials Spent => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Spent);

    public override int FormVersion => 1;

    /// <summary>Drafts the account of some of a buyer's open purchases; it joins their files.</summary>
    /// <param name="unit">The buying unit and its code.</param>
    /// <param name="purchases">The purchases, with what is proven of each.</param>
    /// <param name="remark">What became of the rest.</param>
    /// <param name="by">The buyer.</param>
    /// <param name="from">The decisions' sheets.</param>
    public static Result<ImprestSettlement> Draft(
        (OrgUnitId Id, string Code) unit, IReadOnlyList<ProvenPurchase> purchases, string? remark, ActBy by, params IEnumerable<SignOffSheet> from)
    {
        if (purchases.Count is 0 or > MaxLines) return Refusal.Invalid("imprest-settlement.no-lines", MaxLines).At("Purchases");
        var why = PersianText.CleanLines(remark);
        if (why.Length > MaxRemarkLength) return Refusal.Invalid("imprest-settlement.remark-too-long", MaxRemarkLength).At(nameof(Remark));
        var bare = purchases.Where(p => p.Spent.IsZero).Select(p => Refusal.Rule("imprest-settlement.not-billed", p.What).At("Purchases")).ToList();
        if (bare.Count > 0) return Result<ImprestSettlement>.RefusedBy(bare);
        if (why.Length == 0 && purchases.Any(p => p.Spent < p.Bought)) return Refusal.Rule("imprest-settlement.rest-unexplained").At(nameof(Remark));

        var id = DocumentId.New();
        var settlement = new ImprestSettlement
        {
            Id = id, SignOff = SignOffSheet.Open(id, Kind, unit.Id, unit.Code, by, from), BuyerId = by.Person, Remark = why,
        };
        settlement._lines.AddRange(purchases.Select((p, i) => new SettledPurchase(i + 1, p)));
        settlement.ContentChanged();
        return settlement;
    }

    public override Result CheckReady() => Result.Ok;

    public override DocumentBrief Brief() => new(string.Join("، ", _lines.OrderBy(l => l.Order).Select(l => l.What).Distinct(StringComparer.Ordinal)), Spent);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("buyer", BuyerId)
        .Text("remark", Remark)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => w
            .Number("order", l.Order)
            .Id("decision", l.DecisionId)
            .Text("decisionSha256", l.DecisionSha256)
            .Text("what", l.What)
            .Amount("bought", l.Bought)
            .Amount("spent", l.Spent)
            .Text("invoices", l.Invoices)
            .Text("invoicesSha256", l.InvoicesSha256));

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new ImprestSettlementSubmitted(Id, BuyerId, Decisions));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new ImprestSettlementGivenBack(Id, BuyerId));
        return Result.Ok;
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new ImprestSettled(Id, BuyerId, by.At));
        return Result.Ok;
    }

    private List<DocumentId> Decisions => _lines.ConvertAll(l => l.DecisionId);
}

/// <summary>A purchase out of an imprest, with what proves it.</summary>
/// <param name="Decision">The decision that bought.</param>
/// <param name="DecisionSha256">Hash of its content.</param>
/// <param name="What">What was bought.</param>
/// <param name="Bought">Its amount.</param>
/// <param name="Spent">What checked invoices and accepted goods prove of it.</param>
/// <param name="Invoices">The invoices' numbers.</param>
/// <param name="InvoicesSha256">Hashes of their contents.</param>
public sealed record ProvenPurchase(
    DocumentId Decision, string DecisionSha256, string What, Rials Bought, Rials Spent, IReadOnlyList<string> Invoices, IReadOnlyList<string> InvoicesSha256);

/// <summary>One purchase a settlement accounts for.</summary>
public sealed class SettledPurchase
{
    public const int MaxTextLength = 4000;

    internal SettledPurchase(int order, ProvenPurchase proven)
    {
        Order = order;
        DecisionId = proven.Decision;
        DecisionSha256 = proven.DecisionSha256;
        What = proven.What;
        Bought = proven.Bought;
        Spent = proven.Spent;
        Invoices = string.Join("، ", proven.Invoices);
        InvoicesSha256 = string.Join(' ', proven.InvoicesSha256);
    }

    private SettledPurchase()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public DocumentId DecisionId { get; private set; }

    public string DecisionSha256 { get; private set; } = "";

    public string What { get; private set; } = "";

    public Rials Bought { get; private set; }

    public Rials Spent { get; private set; }

    public string Invoices { get; private set; } = "";

    public string InvoicesSha256 { get; private set; } = "";
}

/// <summary>A settlement is on its route: its purchases belong to it.</summary>
public sealed record ImprestSettlementSubmitted(DocumentId DocumentId, PersonId Buyer, IReadOnlyList<DocumentId> Decisions) : IDomainEvent;

/// <summary>It ended before its effect: its purchases are free for another.</summary>
public sealed record ImprestSettlementGivenBack(DocumentId DocumentId, PersonId Buyer) : IDomainEvent;

/// <summary>Everybody has signed: the purchases are accounted for.</summary>
public sealed record ImprestSettled(DocumentId DocumentId, PersonId Buyer, DateTimeOffset At) : IDocumentTookEffect;
