using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Requests;

/// <summary>What an estimate rests on (مبنای برآورد). Stored numbers: never renumber.</summary>
public enum EstimateBasis
{
    /// <summary>Price of the last purchase.</summary>
    LastPurchase = 1,

    /// <summary>Asked in the market.</summary>
    MarketInquiry = 2,

    /// <summary>An official price list.</summary>
    PriceList = 3,

    /// <summary>An expert's estimate.</summary>
    ExpertEstimate = 4,
}

/// <summary>One line of a purchase request as its requester means it.</summary>
public sealed record PurchaseRequestLineInput(
    ItemKind Kind, ItemId? Item, string? Description, Quantity Quantity, string? UnitName, Rials UnitEstimate, EstimateBasis Basis, string? BasisNote,
    Specification? Specification, Guid? GoodsRequestLine = null)
{
    internal IEnumerable<Refusal> Faults(int index)
    {
        var field = FormattableString.Invariant($"Lines[{index}]");
        var order = index + 1;
        if (!Enum.IsDefined(Kind)) yield return Refusal.Invalid("purchase-request.kind-missing", order).At(field + ".Kind");
        if (PersianText.Clean(Description).Length is 0 or > PurchaseRequestLine.MaxDescriptionLength)
            yield return Refusal.Invalid("purchase-request.description-missing", order, PurchaseRequestLine.MaxDescriptionLength).At(field + ".Description");
        if (Quantity.IsZero) yield return Refusal.Invalid("purchase-request.quantity-zero", order).At(field + ".Quantity");
        if (PersianText.Clean(UnitName).Length is 0 or > PurchaseRequestLine.MaxUnitLength)
            yield return Refusal.Invalid("purchase-request.unit-missing", order).At(field + ".Unit");
        if (!Enum.IsDefined(Basis)) yield return Refusal.Invalid("purchase-request.basis-missing", order).At(field + ".Basis");
        if (PersianText.Clean(BasisNote).Length > PurchaseRequestLine.MaxBasisLength)
            yield return Refusal.Invalid("purchase-request.basis-too-long", order, PurchaseRequestLine.MaxBasisLength).At(field + ".BasisNote");
        if (Item is { } item && Specification is { } answered && answered.ItemId != item)
            yield return Refusal.Invalid("purchase-request.specification-of-another-item", order).At(field + ".Specification");
    }
}

/// <summary>One line of a purchase request: goods, a service or works, with its specification, estimate and credit (سطر درخواست خرید).</summary>
public sealed class PurchaseRequestLine
{
    public const int MaxDescriptionLength = 300;
    public const int MaxUnitLength = 30;
    public const int MaxBasisLength = 300;

    internal PurchaseRequestLine(int order, PurchaseRequestLineInput input)
    {
        Order = order;
        Kind = input.Kind;
        Item = input.Item;
        Description = PersianText.Clean(input.Description);
        Quantity = input.Quantity;
        UnitName = PersianText.Clean(input.UnitName);
        UnitEstimate = input.UnitEstimate;
        Estimate = Rials.Price(input.Quantity, input.UnitEstimate);
        Basis = input.Basis;
        BasisNote = PersianText.Clean(input.BasisNote);
        Specification = input.Specification;
        GoodsRequestLine = input.GoodsRequestLine;
    }

    private PurchaseRequestLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public ItemKind Kind { get; private set; }

    /// <summary>The catalogue item; null for a free description that nobody has given a code.</summary>
    public ItemId? Item { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>Asked for, in the item's base unit or the unit named.</summary>
    public Quantity Quantity { get; private set; }

    public string UnitName { get; private set; } = "";

    public Rials UnitEstimate { get; private set; }

    /// <summary>Quantity times unit estimate, rounded once.</summary>
    public Rials Estimate { get; private set; }

    public EstimateBasis Basis { get; private set; }

    public string BasisNote { get; private set; } = "";

    /// <summary>The complete technical specification; null only while the line is a draft (control 6.2.a).</summary>
    public Specification? Specification { get; private set; }

    /// <summary>The line of the goods request it grew out of.</summary>
    public Guid? GoodsRequestLine { get; private set; }

    /// <summary>Budget line the controller named; null before.</summary>
    public BudgetLineId? BudgetLine { get; private set; }

    /// <summary>What the controller set aside; zero before.</summary>
    public Rials CreditAmount { get; private set; }

    /// <summary>The sourcing file it is bought through; null while nobody has taken it up. No part of what is signed.</summary>
    public Guid? FileId { get; private set; }

    internal void Specify(Specification specification) => Specification = specification;

    internal void Codify(ItemId item) => Item = item;

    internal void TakeUp(Guid? file) => FileId = file;

    internal void Credit(CreditInput credit)
    {
        BudgetLine = credit.BudgetLine;
        CreditAmount = credit.Amount;
    }

    internal void ForgetCredit()
    {
        BudgetLine = null;
        CreditAmount = Rials.Zero;
    }

    internal void WriteCanonical(CanonicalWriter writer)
    {
        writer
            .Number("order", Order)
            .Number("kind", (int)Kind)
            .Id("item", Item)
            .Text("description", Description)
            .Amount("quantity", Quantity)
            .Text("unit", UnitName)
            .Amount("unitEstimate", UnitEstimate)
            .Amount("estimate", Estimate)
            .Number("basis", (int)Basis)
            .Text("basisNote", BasisNote)
            .Id("budgetLine", BudgetLine)
            .Amount("credit", BudgetLine is null ? null : CreditAmount)
            .Flag("specified", Specification is not null);
        Specification?.WriteCanonical(writer);
    }
}

/// <summary>
/// The specification of what the catalogue does not know (مشخصات شرح آزاد): rows of attribute and required value, each judged at delivery
/// by a person, in the same form as a template's answer.
/// </summary>
public static class FreeSpecification
{
    /// <summary>Takes rows of name and required value; at least one, and none half filled.</summary>
    public static Result<Specification> Of(IReadOnlyList<(string Name, string Value)> rows, ActBy by)
    {
        if (rows.Count == 0) return Refusal.Rule("purchase-request.free-specification-empty");
        var template = SpecificationTemplate.Draw(
            default, [], [.. rows.Select(r => new AttributeDefinition(null, r.Name, null, AttributeKind.Text, AttributeCheck.Sight))], by.Person, by.At);
        return template.Succeeded
            ? Specification.Fill(template.Value, [.. template.Value.Attributes.Select(a => new AttributeAnswer(a.Key, rows[a.Place - 1].Value))])
            : template.Plain();
    }
}
