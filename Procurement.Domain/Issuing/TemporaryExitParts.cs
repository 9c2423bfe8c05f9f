using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>Why goods leave for a time. Stored numbers: never renumber.</summary>
public enum ExitPurpose
{
    /// <summary>To be repaired or gauged (تعمیر).</summary>
    Repair = 1,

    /// <summary>Lent (امانت).</summary>
    Loan = 2,
}

/// <summary>What for, to whom and until when goods leave, as typed.</summary>
/// <param name="Purpose">Repair or loan.</param>
/// <param name="Reason">What is to be done with them, and why not here.</param>
/// <param name="Receiver">Who of the body takes them over; null when somebody outside does.</param>
/// <param name="OutsideReceiver">Who outside takes them over.</param>
/// <param name="ReturnDue">The day on which they are back.</param>
public sealed record ExitTerms(ExitPurpose Purpose, string? Reason, PersonId? Receiver, string? OutsideReceiver, DateOnly? ReturnDue);

/// <summary>Goods of one bin, or pieces of one custodian.</summary>
/// <param name="Item">The item.</param>
/// <param name="ItemCode">Its code.</param>
/// <param name="Bin">The bin they lie in; null for property in use.</param>
/// <param name="Lot">The lot; null for an item without lots.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Pieces">The numbered pieces, for state property.</param>
public sealed record ExitLineInput(ItemId Item, string ItemCode, PlaceId? Bin, LotId? Lot, Quantity Quantity, IReadOnlyList<PropertyItem> Pieces);

/// <summary>One line of a temporary exit.</summary>
public sealed class ExitLine
{
    private readonly List<ExitPiece> _pieces = [];

    internal ExitLine(int order, ExitLineInput typed, PersonId? custodian)
    {
        Order = order;
        Item = typed.Item;
        ItemCode = typed.ItemCode;
        Bin = typed.Bin;
        Lot = typed.Lot;
        CustodianId = custodian;
        Quantity = typed.Quantity;
        _pieces.AddRange(typed.Pieces.Select((p, i) => new ExitPiece(i + 1, p)));
    }

    private ExitLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public ItemId Item { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>The bin they come from and go back to; null for property in use.</summary>
    public PlaceId? Bin { get; private set; }

    public LotId? Lot { get; private set; }

    /// <summary>Who holds property in use; he stays answerable for it. Null for goods of the store.</summary>
    public PersonId? CustodianId { get; private set; }

    public Quantity Quantity { get; private set; }

    public IReadOnlyList<ExitPiece> Pieces => _pieces;

    public bool IsLabelled => _pieces.Count > 0;

    /// <summary>Set aside for gate passes or gone out by them.</summary>
    public Quantity OnPass { get; private set; }

    /// <summary>Came back, or lost by decision.</summary>
    public Quantity Settled { get; private set; }

    /// <summary>At the hand-over place, or with its custodian, and on no pass.</summary>
    public Quantity Waiting => Quantity.FromScaled(Quantity.Scaled - OnPass.Scaled);

    internal void PutOnPass(TakeInput take)
    {
        OnPass += take.Quantity;
        foreach (var piece in _pieces.Where(p => take.Pieces.Contains(p.Number))) piece.PutOnPass(true);
    }

    internal void TakeOffPass(TakeInput take)
    {
        OnPass = OnPass.Minus(take.Quantity).Value;
        foreach (var piece in _pieces.Where(p => take.Pieces.Contains(p.Number))) piece.PutOnPass(false);
    }

    internal void Settle(TakeInput take)
    {
        Settled += take.Quantity;
        foreach (var piece in _pieces.Where(p => take.Pieces.Contains(p.Number))) piece.Settle();
    }

    internal void WriteCanonical(CanonicalWriter writer) => writer
        .Number("order", Order)
        .Id("item", Item)
        .Text("code", ItemCode)
        .Id("bin", Bin)
        .Id("lot", Lot)
        .Id("custodian", CustodianId)
        .Amount("quantity", Quantity)
        .List("pieces", _pieces.OrderBy(p => p.Order), static (w, p) => w.Text("number", p.Number));
}

/// <summary>One numbered piece that leaves for a time.</summary>
public sealed class ExitPiece
{
    internal ExitPiece(int order, PropertyItem piece)
    {
        Order = order;
        PropertyItemId = piece.Id;
        Number = piece.Number.Value;
    }

    private ExitPiece()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public PropertyItemId PropertyItemId { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>Set aside for a pass or gone out by one.</summary>
    public bool OnPass { get; private set; }

    /// <summary>Back, or lost by decision.</summary>
    public bool Settled { get; private set; }

    internal void PutOnPass(bool onPass) => OnPass = onPass;

    internal void Settle() => Settled = true;
}

/// <summary>An exit is on its route: its goods are held for it.</summary>
public sealed record TemporaryExitSubmitted(DocumentId DocumentId, StoreId Store, IReadOnlyList<ExitLine> Lines) : IDomainEvent;

/// <summary>It ended before its effect: its goods are held no longer.</summary>
public sealed record TemporaryExitGivenBack(DocumentId DocumentId) : IDomainEvent;

/// <summary>Everybody has signed: goods of the store wait at the hand-over place.</summary>
public sealed record TemporaryExitTookEffect(DocumentId DocumentId, StoreId Store, IReadOnlyList<ExitLine> Lines) : IDocumentTookEffect;

/// <summary>What had not left is put back.</summary>
public sealed record TemporaryExitGivenUp(DocumentId DocumentId, StoreId Store, IReadOnlyList<ExitLine> Waiting) : IDomainEvent;
