using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Sourcing;

/// <summary>How a small deal is paid (شیوه پرداخت). Stored numbers: never renumber.</summary>
public enum PaymentWay
{
    /// <summary>By voucher to the seller.</summary>
    Voucher = 1,

    /// <summary>By the buyer out of his imprest (تنخواه).</summary>
    Imprest = 2,
}

/// <summary>
/// The result of a purchase (نتیجه خرید): from whom, at which price, on which invoice, and why. Where neither advance, delivery schedule nor
/// guarantee is agreed, the decision <em>is</em> the order.
/// </summary>
public sealed class SourcingDecision : Document
{
    public const int MaxReasonLength = 1000;

    public static readonly DocumentKind Kind = new("sourcing-decision");

    private readonly List<DecisionLine> _lines = [];

    private SourcingDecision()
    {
    }

    public SourcingFileId FileId { get; private set; }

    public PersonId BuyerId { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public PurchaseMethod Method { get; private set; }

    /// <summary>The class and decree of the file, as the decision rests on them.</summary>
    public DealClass DealClass { get; private set; }

    public int DecreeYear { get; private set; }

    public Rials SmallCeiling { get; private set; }

    public Rials MediumLimit { get; private set; }

    public SmallBoundary Boundary { get; private set; }

    public string SetadNumber { get; private set; } = "";

    public string SetadExcuse { get; private set; } = "";

    /// <summary>Invoice or proforma the price rests on.</summary>
    public ClearInvoice Invoice { get; private set; } = null!;

    /// <summary>Number and lowest of the prices the buyer noted (art. 11 a).</summary>
    public int PricesNoted { get; private set; }

    public Rials LowestPrice { get; private set; }

    /// <summary>Why not the lowest price; empty when it is.</summary>
    public string ChoiceReason { get; private set; } = "";

    public DealTerms Terms { get; private set; } = null!;

    public DateOnly DeliverBy { get; private set; }

    public PaymentWay Payment { get; private set; }

    /// <summary>Some of its requests is urgent.</summary>
    public bool IsUrgent { get; private set; }

    public IReadOnlyList<DecisionLine> Lines => _lines;

    /// <summary>What the goods, services and works cost, without tax.</summary>
    public Rials Price => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Price);

    /// <summary>What will be owed: price and value-added tax of the invoice.</summary>
    public Rials Amount => Price + Invoice.Tax;

    /// <summary>Neither advance, schedule nor guarantee: the decision is the order.</summary>
    public bool IsOrder => Terms.IsPlain;

    public override int FormVersion => 1;

    /// <summary>The buyer drafts the result of a file; it joins the files of every request behind it.</summary>
    public static Result<SourcingDecision> Draft(SourcingFile file, string unitCode, IReadOnlyList<SignOffSheet> requests, bool isUrgent, DecisionInput input, ActBy by)
    {
        if (by.Person != file.BuyerId) return Refusal.Forbidden("sourcing.not-your-file");
        if (file.Method != PurchaseMethod.SmallPurchase)
            return file.Method == PurchaseMethod.Quotes ? Refusal.Rule("sourcing.method-needs-quotes") : Refusal.Rule("sourcing.method-needs-tender");

        var id = DocumentId.New();
        var decision = new SourcingDecision
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, file.UnitId, unitCode, by, requests),
            FileId = file.Id,
            BuyerId = file.BuyerId,
            IsUrgent = isUrgent,
        };
        var set = decision.Set(file, input, by);
        if (!set.Succeeded) return set;
        var taken = file.TakeDecision(id);
        return taken.Succeeded ? decision : taken;
    }

    /// <summary>Rewrites the draft whole.</summary>
    public Result Rewrite(SourcingFile file, DecisionInput input, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var set = Set(file, input, by);
        if (set.Succeeded) SignOff.StampEdited(by);
        return set;
    }

    /// <summary>Price research, clear invoice, SETAD answer and the limits of the class (tender law arts 3 and 11 a).</summary>
    public override Result CheckReady()
    {
        if (PricesNoted == 0) return Refusal.Rule("sourcing.no-price-research");
        if (SetadNumber.Length == 0 && SetadExcuse.Length == 0) return Refusal.Rule("sourcing.setad-missing");
        if (Price > LowestPrice && ChoiceReason.Length == 0) return Refusal.Rule("sourcing.dearer-without-reason", LowestPrice).At(nameof(ChoiceReason));
        if (Invoice.Total != Amount) return Refusal.Rule("sourcing.invoice-total-differs", Invoice.Total, Amount).At("Invoice.Total");

        var decree = new ThresholdDecree(DecreeYear, SmallCeiling, MediumLimit, Boundary, true, "", "");
        return decree.ClassOf(Amount) switch
        {
            DealClass.Small => Result.Ok,
            DealClass.Medium => Refusal.Rule("sourcing.medium-needs-quotes", Amount, SmallCeiling),
            DealClass.Large => Refusal.Rule("sourcing.large-needs-tender", Amount, MediumLimit),
            var other => throw new InvalidOperationException($"No such class: {other}"),
        };
    }

    public override DocumentBrief Brief() => new(string.Join("، ", _lines.OrderBy(l => l.Order).Select(l => l.Description).Take(3)), Amount);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("file", FileId)
        .Id("buyer", BuyerId)
        .Id("supplier", SupplierId)
        .Number("method", (int)Method)
        .Number("class", (int)DealClass)
        .Number("decreeYear", DecreeYear)
        .Amount("smallCeiling", SmallCeiling)
        .Amount("mediumLimit", MediumLimit)
        .Number("boundary", (int)Boundary)
        .Text("setadNumber", SetadNumber)
        .Text("setadExcuse", SetadExcuse)
        .Number("invoiceKind", (int)Invoice.Kind)
        .Text("invoiceNumber", Invoice.Number)
        .Date("invoiceDate", Invoice.Date)
        .Amount("tax", Invoice.Tax)
        .Amount("invoiceTotal", Invoice.Total)
        .Number("pricesNoted", PricesNoted)
        .Amount("lowestPrice", LowestPrice)
        .Text("choiceReason", ChoiceReason)
        .Number("advancePercent", Terms.AdvanceBasisPoints)
        .Flag("schedule", Terms.HasSchedule)
        .Flag("guarantee", Terms.HasGuarantee)
        .Date("deliverBy", DeliverBy)
        .Number("payment", (int)Payment)
        .Flag("urgent", IsUrgent)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => l.WriteCanonical(w));

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new SourcingDecisionSubmitted(Id, FileId, by.At));
        return Result.Ok;
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new SourcingDecided(Id, FileId, by.At));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        if (endedAs != DocumentState.Draft) Raise(new SourcingDecisionEnded(Id, FileId));
        return Result.Ok;
    }

    private Result Set(SourcingFile file, DecisionInput input, ActBy by)
    {
        var invoice = ClearInvoice.Of(input.Invoice, by);
        if (!invoice.Succeeded) return invoice.Plain();
        var terms = DealTerms.Of(input.Terms);
        if (!terms.Succeeded) return terms.Plain();
        var reason = PersianText.CleanLines(input.ChoiceReason ?? "");
        if (reason.Length > MaxReasonLength) return Refusal.Invalid("sourcing.note-too-long", MaxReasonLength).At(nameof(ChoiceReason));
        if (input.DeliverBy < TehranTime.LocalDate(by.At)) return Refusal.Invalid("sourcing.delivery-in-the-past").At(nameof(DeliverBy));
        if (!Enum.IsDefined(input.Payment)) return Refusal.Invalid("sourcing.payment-missing").At(nameof(Payment));
        if (input.Payment == PaymentWay.Imprest && !terms.Value.IsPlain) return Refusal.Rule("sourcing.imprest-has-terms").At(nameof(Payment));
        var lines = DecisionLine.Of(file, input.Lines);
        if (!lines.Succeeded) return lines.Plain();

        SupplierId = input.Supplier;
        Method = file.Method;
        DealClass = file.Classification.Class;
        (DecreeYear, SmallCeiling, MediumLimit, Boundary) =
            (file.Classification.DecreeYear, file.Classification.SmallCeiling, file.Classification.MediumLimit, file.Classification.Boundary);
        (SetadNumber, SetadExcuse) = (file.SetadNumber, file.SetadExcusedBy is null ? "" : file.SetadExcuse);
        Invoice = invoice.Value;
        PricesNoted = file.Prices.Count;
        LowestPrice = file.Prices.Count == 0 ? Rials.Zero : file.Prices.Min(p => p.Total);
        ChoiceReason = reason;
        Terms = terms.Value;
        DeliverBy = input.DeliverBy;
        Payment = input.Payment;
        _lines.Clear();
        _lines.AddRange(lines.Value);
        ContentChanged();
        return Result.Ok;
    }
}

/// <summary>A decision as its buyer typed it.</summary>
public sealed record DecisionInput(
    SupplierId Supplier, InvoiceInput Invoice, TermsInput Terms, DateOnly DeliverBy, PaymentWay Payment, string? ChoiceReason, IReadOnlyList<DecisionLineInput> Lines);

/// <summary>A decision went on its way: supplier, imprest and splitting are examined.</summary>
public sealed record SourcingDecisionSubmitted(DocumentId DocumentId, SourcingFileId FileId, DateTimeOffset At) : IDomainEvent;

/// <summary>A decision took effect: an order where it is one, else the award a contract follows from.</summary>
public sealed record SourcingDecided(DocumentId DocumentId, SourcingFileId FileId, DateTimeOffset At) : IDocumentTookEffect;

/// <summary>A decision ended before its effect; its file may have another.</summary>
public sealed record SourcingDecisionEnded(DocumentId DocumentId, SourcingFileId FileId) : IDomainEvent;
