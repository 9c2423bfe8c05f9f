using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>
/// What the supplier asks for (صورت‌حساب فروشنده): his invoice as the paper states it, line by line, tied to the order or contract it bills.
/// </summary>
/// <remarks>
/// The buyer brings it, an accounts officer checks it; what of it is payable is told by <see cref="InvoiceMatch"/>, never by the paper.
/// A number is taken once for a supplier, and so is the number the tax memory gave it (law file 4.4 item 8).
/// </remarks>
public sealed class SupplierInvoice : Document
{
    public const int MaxLines = 200;
    public const int MaxNumberLength = 40;
    public const int MaxNameLength = 200;

    public static readonly DocumentKind Kind = new("supplier-invoice");

    private readonly List<SupplierInvoiceLine> _lines = [];

    private SupplierInvoice()
    {
    }

    /// <summary>The order or contract it bills.</summary>
    public DocumentId BasisId { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public string SupplierName { get; private set; } = "";

    /// <summary>The seller's legal or national id when the invoice was entered.</summary>
    public string SupplierIdentifier { get; private set; } = "";

    public string EconomicCode { get; private set; } = "";

    /// <summary>Number on the paper, in Latin digits.</summary>
    public string Number { get; private set; } = "";

    public DateOnly Date { get; private set; }

    /// <summary>The unique number of the tax memory (شماره منحصر به فرد مالیاتی); empty where the seller gave none.</summary>
    public string TaxMemoryId { get; private set; } = "";

    /// <summary>The buyer paid it out of his imprest and is himself the one to be paid (تنخواه).</summary>
    public bool ByImprest { get; private set; }

    /// <summary>Who bought.</summary>
    public PersonId BuyerId { get; private set; }

    /// <summary>The total on the paper, in rials; checked against the lines.</summary>
    public Rials StatedTotal { get; private set; }

    public IReadOnlyList<SupplierInvoiceLine> Lines => _lines;

    /// <summary>Price of all lines without tax, in rials.</summary>
    public Rials Price => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Price);

    /// <summary>Value-added tax and duties of all lines, in rials.</summary>
    public Rials Tax => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Tax);

    public Rials Total => Price + Tax;

    public override int FormVersion => 1;

    /// <summary>Enters an invoice; it joins the file of the deal it bills.</summary>
    /// <param name="unit">The buying unit and its code.</param>
    /// <param name="deal">The deal it bills.</param>
    /// <param name="input">The paper, as typed.</param>
    /// <param name="by">The buyer who brings it.</param>
    /// <param name="from">The deal's sheet.</param>
    public static Result<SupplierInvoice> Enter(
        (OrgUnitId Id, string Code) unit, BilledDeal deal, SupplierInvoiceInput input, ActBy by, params IEnumerable<SignOffSheet> from)
    {
        if (by.Person != deal.Buyer) return Refusal.Forbidden("supplier-invoice.only-the-buyer-brings-it");
        var id = DocumentId.New();
        var invoice = new SupplierInvoice
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, unit.Id, unit.Code, by, from),
            BasisId = deal.Id,
            SupplierId = deal.Supplier,
            SupplierName = PersianText.Clean(deal.SupplierName),
            SupplierIdentifier = deal.SupplierIdentifier,
            EconomicCode = deal.EconomicCode,
            ByImprest = deal.ByImprest,
            BuyerId = deal.Buyer,
        };
        var set = invoice.Set(input, by);
        return set.Succeeded ? invoice : set;
    }

    /// <summary>Types the paper anew while it is a draft.</summary>
    public Result Rewrite(SupplierInvoiceInput input, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var set = Set(input, by);
        if (set.Succeeded) SignOff.StampEdited(by);
        return set;
    }

    public override Result CheckReady() =>
        SignOff.Attachments.Count == 0 ? Refusal.Rule("supplier-invoice.paper-missing").At("Attachments") : Result.Ok;

    public override DocumentBrief Brief() => new($"{SupplierName} — {Number}", Total);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("basis", BasisId).Id("supplier", SupplierId).Text("supplierName", SupplierName).Text("supplierIdentifier", SupplierIdentifier)
        .Text("economicCode", EconomicCode).Text("number", Number).Date("date", Date).Text("taxMemory", TaxMemoryId).Flag("byImprest", ByImprest)
        .Id("buyer", BuyerId).Amount("statedTotal", StatedTotal)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => w
            .Number("order", l.Order).Text("basisLine", l.BasisLineId.ToString("N")).Number("kind", (int)l.ItemKind).Text("description", l.Description)
            .Text("unit", l.UnitName).Amount("quantity", l.Quantity).Amount("unitPrice", l.UnitPrice).Amount("price", l.Price).Amount("tax", l.Tax));

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new InvoiceNumbersTaken(Id, SupplierId, Number, TaxMemoryId));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new InvoiceNumbersGivenBack(Id));
        return Result.Ok;
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new InvoiceChecked(Id, by.Person, by.At));
        return Result.Ok;
    }

    private Result Set(SupplierInvoiceInput input, ActBy by)
    {
        var faults = new List<Refusal>();
        var number = PersianText.ToLatinDigits(PersianText.Clean(input.Number));
        var taxMemory = PersianText.ToLatinDigits(PersianText.Compact(input.TaxMemoryId)).ToUpperInvariant();
        if (number.Length is 0 or > MaxNumberLength) faults.Add(Refusal.Invalid("supplier-invoice.number-missing", MaxNumberLength).At(nameof(Number)));
        if (taxMemory.Length > MaxNumberLength) faults.Add(Refusal.Invalid("supplier-invoice.tax-memory-too-long", MaxNumberLength).At(nameof(TaxMemoryId)));
        if (input.Date > TehranTime.LocalDate(by.At)) faults.Add(Refusal.Invalid("supplier-invoice.date-in-future").At(nameof(Date)));
        if (input.Lines.Count is 0 or > MaxLines) faults.Add(Refusal.Invalid("supplier-invoice.no-lines", MaxLines).At("Lines"));
        var lines = new List<SupplierInvoiceLine>();
        for (var i = 0; i < input.Lines.Count; i++)
        {
            var typed = input.Lines[i];
            var field = FormattableString.Invariant($"Lines[{i}]");
            if (typed.Quantity.IsZero) faults.Add(Refusal.Invalid("supplier-invoice.quantity-zero", i + 1).At($"{field}.Quantity"));
            if (typed.UnitPrice.IsZero) faults.Add(Refusal.Invalid("supplier-invoice.price-zero", i + 1).At($"{field}.UnitPrice"));
            if (input.Lines.Take(i).Any(l => l.BasisLine == typed.BasisLine)) faults.Add(Refusal.Invalid("supplier-invoice.line-twice", i + 1).At(field));
            lines.Add(new SupplierInvoiceLine(i + 1, typed));
        }

        var total = lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Price + l.Tax);
        if (faults.Count == 0 && total != input.StatedTotal)
            faults.Add(Refusal.Rule("supplier-invoice.total-differs", input.StatedTotal, total).At(nameof(StatedTotal)));
        if (faults.Count > 0) return Result.RefusedBy(faults);

        Number = number;
        TaxMemoryId = taxMemory;
        Date = input.Date;
        StatedTotal = input.StatedTotal;
        _lines.Clear();
        _lines.AddRange(lines);
        ContentChanged();
        return Result.Ok;
    }
}

/// <summary>The deal an invoice bills, as purchasing tells of it.</summary>
/// <param name="Id">The order or contract.</param>
/// <param name="Supplier">Who bills.</param>
/// <param name="SupplierName">By name.</param>
/// <param name="SupplierIdentifier">Legal or national id.</param>
/// <param name="EconomicCode">Economic code; empty where he has none.</param>
/// <param name="Buyer">Who bought.</param>
/// <param name="ByImprest">Bought out of the imprest.</param>
public sealed record BilledDeal(
    DocumentId Id, SupplierId Supplier, string SupplierName, string SupplierIdentifier, string EconomicCode, PersonId Buyer, bool ByImprest);

/// <summary>An invoice as the paper states it.</summary>
public sealed record SupplierInvoiceInput(string? Number, DateOnly Date, string? TaxMemoryId, Rials StatedTotal, IReadOnlyList<BilledLine> Lines);

/// <summary>One line of the paper, tied to the deal's line it bills.</summary>
/// <param name="BasisLine">The order's or contract's line.</param>
/// <param name="Kind">Goods, service or works.</param>
/// <param name="Item">The catalogue's item; null where the deal describes it in words.</param>
/// <param name="Description">In words.</param>
/// <param name="UnitName">The unit its quantity is stated in.</param>
/// <param name="Quantity">Billed quantity.</param>
/// <param name="UnitPrice">Rials a base unit.</param>
/// <param name="Tax">Value-added tax and duties of the line.</param>
public sealed record BilledLine(
    Guid BasisLine, ItemKind Kind, ItemId? Item, string Description, string UnitName, Quantity Quantity, Rials UnitPrice, Rials Tax);

/// <summary>One line of an invoice (سطر صورت‌حساب).</summary>
public sealed class SupplierInvoiceLine
{
    internal SupplierInvoiceLine(int order, BilledLine billed)
    {
        Order = order;
        BasisLineId = billed.BasisLine;
        ItemKind = billed.Kind;
        Item = billed.Item;
        Description = billed.Description;
        UnitName = billed.UnitName;
        Quantity = billed.Quantity;
        UnitPrice = billed.UnitPrice;
        Price = Rials.Price(billed.Quantity, billed.UnitPrice);
        Tax = billed.Tax;
    }

    private SupplierInvoiceLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid BasisLineId { get; private set; }

    public ItemKind ItemKind { get; private set; }

    public ItemId? Item { get; private set; }

    public string Description { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public Quantity Quantity { get; private set; }

    public Rials UnitPrice { get; private set; }

    /// <summary>Quantity times unit price, rounded once; without tax.</summary>
    public Rials Price { get; private set; }

    public Rials Tax { get; private set; }

    public Rials Total => Price + Tax;
}

/// <summary>An invoice was sent on its way: its number, and the tax memory's, are taken for its supplier.</summary>
public sealed record InvoiceNumbersTaken(DocumentId DocumentId, SupplierId Supplier, string Number, string TaxMemoryId) : IDomainEvent;

/// <summary>It ended before its effect; its numbers are free again.</summary>
public sealed record InvoiceNumbersGivenBack(DocumentId DocumentId) : IDomainEvent;

/// <summary>Accounts checked an invoice; what was delivered of it may be matched.</summary>
public sealed record InvoiceChecked(DocumentId DocumentId, PersonId By, DateTimeOffset At) : IDocumentTookEffect;
