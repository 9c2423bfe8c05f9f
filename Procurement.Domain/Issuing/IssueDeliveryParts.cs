using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>Goods taken from one bin for one line, as the keeper typed or scanned them.</summary>
/// <param name="Line">The voucher's line.</param>
/// <param name="Bin">The bin.</param>
/// <param name="Lot">The lot; null for an item without lots.</param>
/// <param name="Quantity">How much; one for a numbered piece.</param>
/// <param name="Piece">The property number; null for goods without one.</param>
public sealed record PickInput(Guid Line, PlaceId Bin, LotId? Lot, Quantity Quantity, string? Piece = null);

/// <summary>How much of a line an act is about.</summary>
/// <param name="Line">The voucher's line.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Pieces">The property numbers, for state property.</param>
public sealed record TakeInput(Guid Line, Quantity Quantity, IReadOnlyList<string> Pieces);

/// <summary>Some of a parcel, with the line it belongs to: what the ledger moves.</summary>
public sealed record ParcelPart(PickedParcel Parcel, DeliveryLine Line, Quantity Quantity);

/// <summary>What was decided over disputed goods. Stored numbers: never renumber.</summary>
public enum DisputeOutcome
{
    /// <summary>They came back to the hand-over place (برگشت به انبار).</summary>
    Returned = 1,

    /// <summary>They are lost; a finding follows (مفقود).</summary>
    Lost = 2,

    /// <summary>The receiver has them after all (پذیرفته شد).</summary>
    Accepted = 3,
}

/// <summary>One line of a voucher as the counter and the gate need it.</summary>
public sealed class DeliveryLine
{
    private readonly List<DeliveryPiece> _pieces = [];

    internal DeliveryLine(IssueLine issued)
    {
        Id = issued.Id;
        Order = issued.Order;
        Item = issued.Item;
        ItemCode = issued.ItemCode;
        Quantity = issued.Quantity;
        IsLabelled = issued.IsLabelled;
        CustodianId = issued.CustodianId;
        Room = issued.Room;
        _pieces.AddRange(issued.Pieces.OrderBy(p => p.Order).Select(p => new DeliveryPiece(p)));
    }

    private DeliveryLine()
    {
    }

    /// <summary>The voucher's line.</summary>
    public Guid Id { get; private set; }

    public int Order { get; private set; }

    public ItemId Item { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>What the voucher names.</summary>
    public Quantity Quantity { get; private set; }

    public bool IsLabelled { get; private set; }

    public PersonId? CustodianId { get; private set; }

    public string Room { get; private set; } = "";

    public IReadOnlyList<DeliveryPiece> Pieces => _pieces;
}

/// <summary>One numbered piece a line names.</summary>
public sealed class DeliveryPiece
{
    internal DeliveryPiece(IssuedPiece issued)
    {
        Order = issued.Order;
        PropertyItemId = issued.PropertyItemId;
        Number = issued.Number;
    }

    private DeliveryPiece()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public PropertyItemId PropertyItemId { get; private set; }

    public string Number { get; private set; } = "";
}

/// <summary>
/// Goods taken together from one bin for one line (بسته برداشت): one lot, or one numbered piece. All of it is somewhere at any time.
/// </summary>
public sealed class PickedParcel
{
    private readonly List<PassedPart> _passed = [];

    internal PickedParcel(int order, DeliveryLine line, PickInput pick, DeliveryPiece? piece, ActBy by)
    {
        Order = order;
        LineId = line.Id;
        Item = line.Item;
        Bin = pick.Bin;
        Lot = pick.Lot;
        Quantity = pick.Quantity;
        PropertyItemId = piece?.PropertyItemId;
        PieceNumber = piece?.Number ?? "";
        PickedBy = by.Person;
        PickedAt = by.At;
    }

    private PickedParcel()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid LineId { get; private set; }

    public ItemId Item { get; private set; }

    public PlaceId Bin { get; private set; }

    public LotId? Lot { get; private set; }

    /// <summary>What was picked.</summary>
    public Quantity Quantity { get; private set; }

    public PropertyItemId? PropertyItemId { get; private set; }

    /// <summary>The number on the label; empty for goods without one.</summary>
    public string PieceNumber { get; private set; } = "";

    public PersonId PickedBy { get; private set; }

    public DateTimeOffset PickedAt { get; private set; }

    /// <summary>What went back to the bin.</summary>
    public Quantity PutBack { get; private set; }

    /// <summary>What its receiver took over at the counter.</summary>
    public Quantity HandedOver { get; private set; }

    public PersonId? HandedOverTo { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>What was set aside for gate passes, and what became of it.</summary>
    public IReadOnlyList<PassedPart> Passed => _passed;

    /// <summary>At the hand-over place.</summary>
    public Quantity Staged => Quantity.FromScaled(
        Quantity.Scaled - PutBack.Scaled - HandedOver.Scaled - _passed.Sum(p => p.Left.Scaled - p.Returned.Scaled));

    /// <summary>At the hand-over place and on no pass.</summary>
    public Quantity Free => Quantity.FromScaled(Staged.Scaled - _passed.Sum(p => p.Promised.Scaled));

    public Quantity WithCarrier => Quantity.FromScaled(_passed.Sum(p => p.Out.Scaled));

    public Quantity TakenOver => Quantity.FromScaled(HandedOver.Scaled + _passed.Sum(p => p.Arrived.Scaled));

    public Quantity PromisedTo(DocumentId pass) => _passed.Find(p => p.PassId == pass)?.Promised ?? Quantity.Zero;

    public Quantity OutOn(DocumentId pass) => _passed.Find(p => p.PassId == pass)?.Out ?? Quantity.Zero;

    internal void GoBack(Quantity quantity) => PutBack += quantity;

    internal void HandOver(Quantity quantity, ActBy by)
    {
        HandedOver += quantity;
        HandedOverTo = by.Person;
        HandedOverAt = by.At;
    }

    internal void Promise(DocumentId pass, Quantity quantity) => _passed.Add(new PassedPart(pass, quantity));

    internal void Release(DocumentId pass) => _passed.Find(p => p.PassId == pass)?.Release();

    internal void Leave(DocumentId pass, Quantity quantity) => Part(pass).Leave(quantity);

    internal void Arrive(DocumentId pass, Quantity quantity, ActBy by) => Part(pass).Arrive(quantity, by);

    internal void Decide(DocumentId pass, DisputeOutcome outcome, Quantity quantity, ActBy by) => Part(pass).Decide(outcome, quantity, by);

    private PassedPart Part(DocumentId pass) => _passed.Find(p => p.PassId == pass) ?? throw new InvalidOperationException("The parcel is not on that pass.");
}

/// <summary>Some of a parcel on one gate pass.</summary>
public sealed class PassedPart
{
    internal PassedPart(DocumentId pass, Quantity quantity)
    {
        PassId = pass;
        Promised = quantity;
    }

    private PassedPart()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public DocumentId PassId { get; private set; }

    /// <summary>Set aside for the pass and still inside.</summary>
    public Quantity Promised { get; private set; }

    /// <summary>Went out through the gate.</summary>
    public Quantity Left { get; private set; }

    /// <summary>Confirmed by the receiver, at once or by decision.</summary>
    public Quantity Arrived { get; private set; }

    public PersonId? ConfirmedBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Came back to the hand-over place by decision.</summary>
    public Quantity Returned { get; private set; }

    /// <summary>Decided to be lost.</summary>
    public Quantity Lost { get; private set; }

    /// <summary>Still with the carrier.</summary>
    public Quantity Out => Quantity.FromScaled(Left.Scaled - Arrived.Scaled - Returned.Scaled - Lost.Scaled);

    internal void Release() => Promised = Quantity.Zero;

    internal void Leave(Quantity quantity)
    {
        Left += quantity;
        Promised = Promised.Minus(quantity).Value;
    }

    internal void Arrive(Quantity quantity, ActBy by)
    {
        Arrived += quantity;
        ConfirmedBy = by.Person;
        ConfirmedAt = by.At;
    }

    internal void Decide(DisputeOutcome outcome, Quantity quantity, ActBy by)
    {
        switch (outcome)
        {
            case DisputeOutcome.Returned:
                Returned += quantity;
                break;
            case DisputeOutcome.Lost:
                Lost += quantity;
                break;
            case DisputeOutcome.Accepted:
                Arrive(quantity, by);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome.");
        }
    }
}

/// <summary>Somebody named to take the goods over in place of the requester (جانشین تحویل‌گیرنده).</summary>
public sealed class ReceiverSubstitute
{
    public const int MaxReasonLength = 300;

    internal ReceiverSubstitute(int order, PersonId substitute, string reason, ActBy by)
    {
        Order = order;
        SubstituteId = substitute;
        Reason = reason;
        NamedBy = by.Person;
        NamedAt = by.At;
    }

    private ReceiverSubstitute()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public PersonId SubstituteId { get; private set; }

    public string Reason { get; private set; } = "";

    public PersonId NamedBy { get; private set; }

    public DateTimeOffset NamedAt { get; private set; }
}
