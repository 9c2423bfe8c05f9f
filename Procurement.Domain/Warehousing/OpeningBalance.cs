using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Warehousing;

/// <summary>
/// The first signed count of a store (موجودی اول دوره): what lies in which bin, at which value. It brings goods into the books without a
/// purchase, so it works only for items that have not moved in the store yet.
/// </summary>
public sealed class OpeningBalance : Document
{
    public const int MaxLines = 2000;
    public const int MaxBasisLength = BackDating.MaxReasonLength;

    public static readonly DocumentKind Kind = new("opening-balance");

    private static readonly Capacity[] SecondPeople = [Capacity.HeadOfGeneralAffairs, Capacity.FinanceController, Capacity.Inspector];

    private readonly List<OpeningLine> _lines = [];

    private OpeningBalance()
    {
    }

    public StoreId StoreId { get; private set; }

    /// <summary>The day of the count; the goods stand in the book from that day.</summary>
    public DateOnly CountedOn { get; private set; }

    /// <summary>What the count rests on: number and day of its minutes.</summary>
    public string Basis { get; private set; } = "";

    public IReadOnlyList<OpeningLine> Lines => _lines;

    public Rials Total => _lines.Aggregate(Rials.Zero, (sum, line) => sum + line.Value);

    public override int FormVersion => 1;

    /// <summary>Drafts the first count of a store; its keeper is the owner.</summary>
    public static Result<OpeningBalance> Draft(Store store, DateOnly countedOn, string? basis, ActBy by)
    {
        if (!store.IsActive) return Refusal.Rule("warehousing.store-closed", store.Name);
        var id = DocumentId.New();
        var opening = new OpeningBalance { Id = id, StoreId = store.Id, SignOff = SignOffSheet.Open(id, Kind, store.UnitId, store.Code, by) };
        var described = opening.Set(countedOn, basis, by);
        return described.Succeeded ? opening : described;
    }

    public Result Describe(DateOnly countedOn, string? basis, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        return editable.Succeeded ? Set(countedOn, basis, by) : editable;
    }

    /// <summary>Replaces the lines; every faulty line is told, none is dropped.</summary>
    public Result ReplaceLines(IReadOnlyList<OpeningLineInput> lines, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (lines.Count > MaxLines) return Refusal.Invalid("opening-balance.too-many-lines", MaxLines, lines.Count).At("Lines");

        var faults = new List<Refusal>();
        var seen = new HashSet<(ItemId, PlaceId, string)>();
        var written = lines.Select((l, i) => new OpeningLine(i + 1, l, PersianText.Clean(l.Lot))).ToList();
        foreach (var line in written)
        {
            if (line.Quantity.IsZero) faults.Add(Fault(line, "opening-balance.quantity-zero", "Quantity"));
            if (line.Lot.Length > Lot.MaxCodeLength) faults.Add(Fault(line, "opening-balance.lot-too-long", "Lot"));
            if (line.Lot.Length == 0 && line.ExpiresOn is not null) faults.Add(Fault(line, "opening-balance.expiry-without-lot", "ExpiresOn"));
            if (!seen.Add((line.Item, line.Bin, line.Lot))) faults.Add(Fault(line, "opening-balance.line-twice", "Item"));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);

        _lines.Clear();
        _lines.AddRange(written);
        SignOff.StampEdited(by);
        ContentChanged();
        return Result.Ok;
    }

    public override Result CheckReady() => _lines.Count == 0 ? Refusal.Invalid("opening-balance.no-lines").At("Lines") : Result.Ok;

    public override DocumentBrief Brief() => new(Basis, Total);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("store", StoreId)
        .Date("countedOn", CountedOn)
        .Text("basis", Basis)
        .List("lines", _lines.OrderBy(l => l.Order), (w, l) => w
            .Number("order", l.Order)
            .Id("item", l.Item)
            .Id("bin", l.Bin)
            .Text("lot", l.Lot)
            .Date("expiresOn", l.ExpiresOn)
            .Amount("quantity", l.Quantity)
            .Amount("unitValue", l.UnitValue));

    protected internal override Result TakeEffect(ActBy by)
    {
        // The count lies before its last signature, so it is posted back-dated: another signer than the keeper stands for it.
        var second = SecondPeople
            .Select(capacity => SignOff.CurrentSteps.FirstOrDefault(s => s.Capacity == capacity && s.SignedBy is { } signer && signer != SignOff.OwnerId)?.SignedBy)
            .FirstOrDefault(signer => signer is not null);
        if (second is not { } approver) return Refusal.Rule("warehousing.back-dating-needs-second-person");
        var explained = BackDating.Of(Basis, SignOff.OwnerId, approver);
        if (!explained.Succeeded) return explained.Plain();

        Raise(new OpeningBalanceTookEffect(Id, StoreId, SignOff.UnitId, CountedOn, explained.Value, [.. _lines.OrderBy(l => l.Order)]));
        return Result.Ok;
    }

    private static Refusal Fault(OpeningLine line, string code, string field) =>
        Refusal.Invalid(code, line.Order).At(FormattableString.Invariant($"Lines[{line.Order - 1}].{field}"));

    private Result Set(DateOnly countedOn, string? basis, ActBy by)
    {
        var text = PersianText.Clean(basis);
        if (text.Length is 0 or > MaxBasisLength) return Refusal.Invalid("opening-balance.basis-missing", MaxBasisLength).At("Basis");
        if (countedOn > TehranTime.LocalDate(by.At)) return Refusal.Invalid("opening-balance.counted-in-the-future").At("CountedOn");

        CountedOn = countedOn;
        Basis = text;
        ContentChanged();
        return Result.Ok;
    }
}

/// <summary>One counted line as it was typed.</summary>
/// <param name="Item">The item.</param>
/// <param name="Bin">The bin it lies in.</param>
/// <param name="Lot">The lot as printed on the goods; empty for an item without lots.</param>
/// <param name="ExpiresOn">When the lot expires.</param>
/// <param name="Quantity">Counted, in the item's base unit.</param>
/// <param name="UnitValue">Rials a base unit.</param>
public sealed record OpeningLineInput(ItemId Item, PlaceId Bin, string? Lot, DateOnly? ExpiresOn, Quantity Quantity, Rials UnitValue);

/// <summary>One item in one bin, as counted.</summary>
public sealed class OpeningLine
{
    internal OpeningLine(int order, OpeningLineInput typed, string lot)
    {
        Order = order;
        Item = typed.Item;
        Bin = typed.Bin;
        Lot = lot;
        ExpiresOn = typed.ExpiresOn;
        Quantity = typed.Quantity;
        UnitValue = typed.UnitValue;
    }

    private OpeningLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public ItemId Item { get; private set; }

    public PlaceId Bin { get; private set; }

    public string Lot { get; private set; } = "";

    public DateOnly? ExpiresOn { get; private set; }

    public Quantity Quantity { get; private set; }

    public Rials UnitValue { get; private set; }

    public Rials Value => Rials.Price(Quantity, UnitValue);
}

/// <summary>The first count of a store was signed by all: its goods and their value are to be posted.</summary>
public sealed record OpeningBalanceTookEffect(
    DocumentId DocumentId, StoreId Store, OrgUnitId Unit, DateOnly CountedOn, BackDating Explained, IReadOnlyList<OpeningLine> Lines) : IDocumentTookEffect;
