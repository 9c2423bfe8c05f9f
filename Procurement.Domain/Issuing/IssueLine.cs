using System.Globalization;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>What the catalogue says of an item that is handed over.</summary>
/// <param name="Id">The item.</param>
/// <param name="Code">Its code, as it stands on the goods.</param>
/// <param name="Class">Its property class.</param>
/// <param name="NeedsExpertCheck">Whether its group asks for an expert's look.</param>
public sealed record IssuedItem(ItemId Id, string Code, PropertyClass Class, bool NeedsExpertCheck);

/// <summary>One line of a voucher as its keeper typed it.</summary>
/// <param name="RequestLine">The line of the request.</param>
/// <param name="Item">What is handed over.</param>
/// <param name="Quantity">How much, in the item's base unit.</param>
/// <param name="Held">What the store still holds for the request's line.</param>
/// <param name="Value">What it is worth at today's average.</param>
public sealed record IssueLineInput(Guid RequestLine, IssuedItem Item, Quantity Quantity, Quantity Held, Rials Value)
{
    /// <summary>The very pieces, for state property.</summary>
    public IReadOnlyList<PropertyItem> Pieces { get; init; } = [];

    /// <summary>Who will answer for the pieces.</summary>
    public PersonId? Custodian { get; init; }

    /// <summary>The room the pieces go to.</summary>
    public string? Room { get; init; }

    /// <summary>Why another item is handed over than was asked for.</summary>
    public string? SubstituteReason { get; init; }
}

/// <summary>What the expert says of one line (control 6.4.c).</summary>
/// <param name="ScannedCode">The item code as scanned or read off the goods.</param>
/// <param name="Remark">Kind, material and grade as he found them.</param>
public sealed record KindCheck(string? ScannedCode, string? Remark);

/// <summary>One item of a voucher.</summary>
public sealed class IssueLine
{
    public const int MaxReasonLength = 300;
    public const int MaxRemarkLength = 500;

    private readonly List<IssuedPiece> _pieces = [];

    private IssueLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid RequestLineId { get; private set; }

    /// <summary>What was asked for.</summary>
    public ItemId RequestedItem { get; private set; }

    public Quantity Requested { get; private set; }

    /// <summary>What is handed over.</summary>
    public ItemId Item { get; private set; }

    public string ItemCode { get; private set; } = "";

    public PropertyClass Class { get; private set; }

    public Quantity Quantity { get; private set; }

    /// <summary>What it is worth at the average of the day it was drafted, in rials.</summary>
    public Rials Value { get; private set; }

    /// <summary>Why another item than the one asked for; empty when it is the same.</summary>
    public string SubstituteReason { get; private set; } = "";

    /// <summary>Who answers for the pieces from the hand-over on (جمعدار); null for goods without property number.</summary>
    public PersonId? CustodianId { get; private set; }

    public string Room { get; private set; } = "";

    public bool NeedsExpertCheck { get; private set; }

    /// <summary>Kind, material and grade as the expert found them.</summary>
    public string CheckRemark { get; private set; } = "";

    public PersonId? CheckedBy { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>The pieces of state property, by number.</summary>
    public IReadOnlyList<IssuedPiece> Pieces => _pieces;

    public bool IsSubstitute => Item != RequestedItem;

    public bool IsConsumable => Class == PropertyClass.Consumable;

    /// <summary>State property: never without property number and named custodian (law file 6.3).</summary>
    public bool IsLabelled => Class == PropertyClass.NonConsumable;

    internal static Result<IssueLine> Read(int order, GoodsRequestLine asked, IssueLineInput typed, StoreId store, PersonId keeper, string field)
    {
        var reason = PersianText.Clean(typed.SubstituteReason);
        var line = new IssueLine
        {
            Order = order,
            RequestLineId = asked.Id,
            RequestedItem = asked.Item,
            Requested = asked.Quantity,
            Item = typed.Item.Id,
            ItemCode = typed.Item.Code,
            Class = typed.Item.Class,
            Quantity = typed.Quantity,
            Value = typed.Value,
            NeedsExpertCheck = typed.Item.NeedsExpertCheck,
        };
        line.SubstituteReason = line.IsSubstitute ? reason : "";

        var faults = new List<Refusal>();
        if (typed.Quantity.IsZero) faults.Add(Refusal.Invalid("issue-voucher.quantity-zero", order).At($"{field}.Quantity"));
        if (typed.Quantity > typed.Held) faults.Add(Refusal.Rule("issue-voucher.more-than-reserved", order, typed.Held.Units).At($"{field}.Quantity"));
        if (line.IsSubstitute && reason.Length is 0 or > MaxReasonLength)
            faults.Add(Refusal.Invalid("issue-voucher.substitute-reason-missing", order, MaxReasonLength).At($"{field}.SubstituteReason"));
        faults.AddRange(line.IsLabelled ? line.Name(typed, store, keeper, field) : line.NameNothing(typed, field));
        return faults.Count == 0 ? line : Result<IssueLine>.RefusedBy(faults);
    }

    /// <summary>Whether a code read off the goods is this item's, whatever digits and case it was read in.</summary>
    internal bool BearsCode(string? scanned) =>
        string.Equals(PersianText.ToLatinDigits(PersianText.Clean(scanned)), ItemCode, StringComparison.OrdinalIgnoreCase);

    internal void Check(string remark, ActBy by)
    {
        CheckRemark = remark;
        CheckedBy = by.Person;
        CheckedAt = by.At;
    }

    internal void ForgetCheck()
    {
        CheckRemark = "";
        CheckedBy = null;
        CheckedAt = null;
    }

    internal void WriteCanonical(CanonicalWriter writer) => writer
        .Number("order", Order)
        .Text("requestLine", RequestLineId.ToString("N"))
        .Id("requestedItem", RequestedItem)
        .Id("item", Item)
        .Text("code", ItemCode)
        .Amount("quantity", Quantity)
        .Amount("value", Value)
        .Text("substituteReason", SubstituteReason)
        .Id("custodian", CustodianId)
        .Text("room", Room)
        .Flag("expertCheck", NeedsExpertCheck)
        .Id("checkedBy", CheckedBy)
        .Text("checkRemark", CheckRemark)
        .List("pieces", _pieces.OrderBy(p => p.Order), static (w, p) => w.Text("number", p.Number));

    private List<Refusal> Name(IssueLineInput typed, StoreId store, PersonId keeper, string field)
    {
        var faults = new List<Refusal>();
        var whole = Quantity.Scaled / Shared.Quantity.Scale;
        if (Quantity.Scaled % Shared.Quantity.Scale != 0 || typed.Pieces.Count != whole)
            faults.Add(Refusal.Rule("issue-voucher.one-number-a-piece", Order, whole, typed.Pieces.Count).At($"{field}.Pieces"));
        foreach (var piece in typed.Pieces)
        {
            if (piece.ItemId != Item || piece.State != PropertyState.InStore || piece.StoreId != store)
                faults.Add(Refusal.Rule("issue-voucher.piece-not-here", piece.Number.Value).At($"{field}.Pieces"));
            else if (piece.LabelledAt is null) faults.Add(Refusal.Rule("property.not-labelled", piece.Number.Value).At($"{field}.Pieces"));
            else if (piece.AwayBy is not null) faults.Add(Refusal.Rule("property.away", piece.Number.Value).At($"{field}.Pieces"));
            else _pieces.Add(new IssuedPiece(_pieces.Count + 1, piece));
        }

        CustodianId = typed.Custodian;
        Room = PersianText.Clean(typed.Room);
        if (CustodianId is null) faults.Add(Refusal.Rule("issue-voucher.custodian-missing", Order).At($"{field}.Custodian"));
        if (CustodianId == keeper) faults.Add(Refusal.Rule("issue-voucher.keeper-as-custodian", Order).At($"{field}.Custodian"));
        if (Room.Length is 0 or > PropertyItem.MaxRoomLength) faults.Add(Refusal.Invalid("issue-voucher.room-missing", Order, PropertyItem.MaxRoomLength).At($"{field}.Room"));
        return faults;
    }

    private List<Refusal> NameNothing(IssueLineInput typed, string field) =>
        typed.Pieces.Count == 0 ? [] : [Refusal.Rule("issue-voucher.not-numbered", Order.ToString(CultureInfo.InvariantCulture)).At($"{field}.Pieces")];
}

/// <summary>One numbered piece on a voucher.</summary>
public sealed class IssuedPiece
{
    internal IssuedPiece(int order, PropertyItem piece)
    {
        Order = order;
        PropertyItemId = piece.Id;
        Number = piece.Number.Value;
    }

    private IssuedPiece()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public PropertyItemId PropertyItemId { get; private set; }

    /// <summary>The number on the label.</summary>
    public string Number { get; private set; } = "";
}
