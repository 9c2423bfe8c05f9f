using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Sourcing;

/// <summary>What the price rests on. Stored numbers: never renumber.</summary>
public enum InvoiceKind
{
    /// <summary>The seller's invoice (فاکتور).</summary>
    Invoice = 1,

    /// <summary>His offer before delivery (پیش‌فاکتور).</summary>
    Proforma = 2,
}

/// <summary>The facts of an invoice as the buyer typed them.</summary>
public sealed record InvoiceInput(InvoiceKind Kind, string? Number, DateOnly Date, Rials Tax, Rials Total, bool IsItemised, bool IsSealed);

/// <summary>
/// A clear invoice (فاکتور مشخص; tender law art. 11 a): numbered, dated, itemised, signed and sealed by the seller, its total to the rial.
/// </summary>
public sealed class ClearInvoice
{
    public const int MaxNumberLength = 40;

    private ClearInvoice()
    {
    }

    public InvoiceKind Kind { get; private set; }

    public string Number { get; private set; } = "";

    public DateOnly Date { get; private set; }

    /// <summary>Value-added tax and duties stated on it.</summary>
    public Rials Tax { get; private set; }

    public Rials Total { get; private set; }

    internal static Result<ClearInvoice> Of(InvoiceInput input, ActBy by)
    {
        var number = PersianText.ToLatinDigits(PersianText.Clean(input.Number));
        if (!Enum.IsDefined(input.Kind)) return Refusal.Invalid("sourcing.invoice-kind-missing").At("Invoice.Kind");
        if (number.Length is 0 or > MaxNumberLength) return Refusal.Rule("sourcing.invoice-without-number", MaxNumberLength).At("Invoice.Number");
        if (input.Date > TehranTime.LocalDate(by.At)) return Refusal.Invalid("sourcing.invoice-in-the-future").At("Invoice.Date");
        if (!input.IsItemised) return Refusal.Rule("sourcing.invoice-not-itemised").At("Invoice.IsItemised");
        if (!input.IsSealed) return Refusal.Rule("sourcing.invoice-not-sealed").At("Invoice.IsSealed");

        return new ClearInvoice { Kind = input.Kind, Number = number, Date = input.Date, Tax = input.Tax, Total = input.Total };
    }
}

/// <summary>What is agreed beside price and day, as typed: advance in hundredths of a percent.</summary>
public sealed record TermsInput(long AdvanceBasisPoints = 0, bool HasSchedule = false, bool HasGuarantee = false);

/// <summary>Terms that make a contract necessary (documents 2): advance, delivery schedule, guarantee.</summary>
public sealed class DealTerms
{
    private const long Whole = 10_000;

    private DealTerms()
    {
    }

    /// <summary>Advance in hundredths of a percent of the price; zero for none.</summary>
    public long AdvanceBasisPoints { get; private set; }

    public bool HasSchedule { get; private set; }

    public bool HasGuarantee { get; private set; }

    /// <summary>None of them: a signed decision is all there is.</summary>
    public bool IsPlain => AdvanceBasisPoints == 0 && !HasSchedule && !HasGuarantee;

    internal static Result<DealTerms> Of(TermsInput input) => input.AdvanceBasisPoints is < 0 or > Whole
        ? Refusal.Invalid("sourcing.advance-out-of-range").At("Terms.Advance")
        : new DealTerms { AdvanceBasisPoints = input.AdvanceBasisPoints, HasSchedule = input.HasSchedule, HasGuarantee = input.HasGuarantee };
}

/// <summary>One bought line as typed: the file's line, its unit price, and the requester's own frozen specification.</summary>
public sealed record DecisionLineInput(Guid FileLine, Quantity Quantity, Rials UnitPrice, Specification Specification);

/// <summary>One line of a decision (سطر نتیجه خرید): what is bought of a request's line, at which price, to its own specification.</summary>
public sealed class DecisionLine
{
    private DecisionLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid FileLine { get; private set; }

    public DocumentId RequestId { get; private set; }

    public Guid RequestLine { get; private set; }

    public PersonId RequesterId { get; private set; }

    public OrgUnitId UnitId { get; private set; }

    public ItemKind ItemKind { get; private set; }

    public ItemId? Item { get; private set; }

    public string Description { get; private set; } = "";

    public Quantity Quantity { get; private set; }

    public string UnitName { get; private set; } = "";

    public Rials UnitPrice { get; private set; }

    /// <summary>Quantity times unit price, rounded once; without tax.</summary>
    public Rials Price { get; private set; }

    /// <summary>The request's specification, word for word (control 6.2.a).</summary>
    public Specification Specification { get; private set; } = null!;

    internal static Result<IReadOnlyList<DecisionLine>> Of(SourcingFile file, IReadOnlyList<DecisionLineInput> inputs)
    {
        var faults = new List<Refusal>();
        var lines = new List<DecisionLine>();
        foreach (var from in file.Lines.OrderBy(l => l.Order))
        {
            var field = FormattableString.Invariant($"Lines[{from.Order - 1}]");
            if (inputs.FirstOrDefault(i => i.FileLine == from.Id) is not { } input)
            {
                faults.Add(Refusal.Rule("sourcing.line-without-price", from.Order).At(field + ".UnitPrice"));
                continue;
            }

            if (input.Quantity.IsZero || input.Quantity > from.Quantity) faults.Add(Refusal.Rule("sourcing.more-than-requested", from.Order, from.Quantity).At(field + ".Quantity"));
            if (input.UnitPrice.IsZero) faults.Add(Refusal.Rule("sourcing.line-without-price", from.Order).At(field + ".UnitPrice"));
            lines.Add(new DecisionLine
            {
                Order = from.Order,
                FileLine = from.Id,
                RequestId = from.RequestId,
                RequestLine = from.RequestLine,
                RequesterId = from.RequesterId,
                UnitId = from.UnitId,
                ItemKind = from.Kind,
                Item = from.Item,
                Description = from.Description,
                Quantity = input.Quantity,
                UnitName = from.UnitName,
                UnitPrice = input.UnitPrice,
                Price = Rials.Price(input.Quantity, input.UnitPrice),
                Specification = input.Specification.Copy(),
            });
        }

        return faults.Count == 0 ? lines : Result<IReadOnlyList<DecisionLine>>.RefusedBy(faults);
    }

    internal void WriteCanonical(CanonicalWriter writer)
    {
        writer
            .Number("order", Order)
            .Id("request", RequestId)
            .Text("requestLine", RequestLine.ToString("N"))
            .Id("item", Item)
            .Text("description", Description)
            .Amount("quantity", Quantity)
            .Text("unit", UnitName)
            .Amount("unitPrice", UnitPrice)
            .Amount("price", Price);
        Specification.WriteCanonical(writer);
    }
}
