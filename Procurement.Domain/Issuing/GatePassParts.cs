using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>What goods leave by (مبنای خروج). Stored numbers: never renumber.</summary>
public enum PassBasis
{
    /// <summary>حواله انبار.</summary>
    IssueVoucher = 1,

    /// <summary>انتقال بین انبارها.</summary>
    Transfer = 2,

    /// <summary>برگشت به فروشنده.</summary>
    ReturnToSupplier = 3,

    /// <summary>تحویل اموال اسقاط یا فروخته‌شده.</summary>
    Disposal = 4,

    /// <summary>خروج موقت، with a day on which the goods are back.</summary>
    TemporaryExit = 5,
}

/// <summary>What a pass must know of the document it rests on.</summary>
/// <param name="Basis">Its sort.</param>
/// <param name="Sheet">Its sheet: the pass joins its file and carries its hash.</param>
/// <param name="Store">The store the goods leave.</param>
/// <param name="StoreCode">The store's code: the number series.</param>
/// <param name="Unit">The store's unit: its site has the gate.</param>
/// <param name="HasGuard">Whether a guard stands there.</param>
/// <param name="Guards">Who holds the guard's post now.</param>
/// <param name="Receiver">Who takes the goods over; null when they leave the body.</param>
/// <param name="Lines">What may still go out.</param>
/// <param name="OutsideReceiver">Who takes them over outside the body; empty when somebody of the body does.</param>
/// <param name="ReturnDue">The day on which they are back; null for goods that stay away.</param>
public sealed record PassBasisFacts(
    PassBasis Basis, SignOffSheet Sheet, StoreId Store, string StoreCode, OrgUnitId Unit, bool HasGuard, IReadOnlyList<PersonId> Guards, PersonId? Receiver,
    IReadOnlyList<PassableLine> Lines, string OutsideReceiver = "", DateOnly? ReturnDue = null);

/// <summary>What of one line of a basis may still go out.</summary>
/// <param name="Line">The basis's line.</param>
/// <param name="Item">The item.</param>
/// <param name="ItemCode">Its code, as it stands on the goods.</param>
/// <param name="Quantity">How much waits at the hand-over place.</param>
/// <param name="IsLabelled">State property: piece by piece.</param>
/// <param name="Pieces">The property numbers that wait.</param>
public sealed record PassableLine(Guid Line, ItemId Item, string ItemCode, Quantity Quantity, bool IsLabelled, IReadOnlyList<string> Pieces);

/// <summary>How the goods travel, as the keeper typed it.</summary>
/// <param name="Destination">Where they go.</param>
/// <param name="Bearer">Who carries them.</param>
/// <param name="Vehicle">The vehicle and its plate.</param>
/// <param name="RosterGuard">Who does the guard's part where no guard stands.</param>
/// <param name="Confirmer">Who brings the paper of a receiver outside the body.</param>
public sealed record PassTerms(string? Destination, string? Bearer, string? Vehicle, PersonId? RosterGuard = null, PersonId? Confirmer = null);

/// <summary>What of a basis's line goes out with a pass.</summary>
public sealed record PassLineInput(Guid BasisLine, Quantity Quantity, IReadOnlyList<string> Pieces);

/// <summary>What was counted or scanned of one line of a pass, at the gate or at the destination.</summary>
/// <param name="Line">The pass's line.</param>
/// <param name="Quantity">The quantity typed or confirmed; null for numbered pieces, and where nobody said one.</param>
/// <param name="Pieces">The property numbers scanned.</param>
public sealed record ExitInput(Guid Line, Quantity? Quantity, IReadOnlyList<string> Pieces)
{
    internal bool Scanned(string number) => Pieces.Any(p => PropertyNumber.Create(p) is { Succeeded: true } read && read.Value.Value == number);
}

/// <summary>One item of a pass.</summary>
public sealed class GatePassLine
{
    private readonly List<GatePassPiece> _pieces = [];

    internal GatePassLine(int order, PassableLine may, PassLineInput typed)
    {
        Order = order;
        BasisLineId = may.Line;
        Item = may.Item;
        ItemCode = may.ItemCode;
        IsLabelled = may.IsLabelled;
        Quantity = typed.Quantity;
        if (IsLabelled) _pieces.AddRange(typed.Pieces.Select((p, i) => new GatePassPiece(i + 1, p)));
    }

    private GatePassLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid BasisLineId { get; private set; }

    public ItemId Item { get; private set; }

    public string ItemCode { get; private set; } = "";

    public bool IsLabelled { get; private set; }

    /// <summary>What may go out.</summary>
    public Quantity Quantity { get; private set; }

    /// <summary>What went out through the gate.</summary>
    public Quantity Left { get; private set; }

    /// <summary>What the receiver confirmed.</summary>
    public Quantity Arrived { get; private set; }

    /// <summary>What went out and was not confirmed when the receiver spoke.</summary>
    public Quantity Disputed { get; private set; }

    /// <summary>Of a temporary exit: with its holder and not back; kept beside the signed content.</summary>
    public Quantity Away { get; private set; }

    /// <summary>Of a temporary exit: came back; kept beside the signed content.</summary>
    public Quantity Returned { get; private set; }

    public IReadOnlyList<GatePassPiece> Pieces => _pieces;

    internal TakeInput Whole => new(BasisLineId, Quantity, [.. _pieces.Select(p => p.Number)]);

    internal TakeInput Gone => new(BasisLineId, Left, [.. _pieces.Where(p => p.HasLeft).Select(p => p.Number)]);

    internal TakeInput Came => new(BasisLineId, Arrived, [.. _pieces.Where(p => p.HasArrived).Select(p => p.Number)]);

    internal void Leave(Quantity quantity, IReadOnlyList<string> numbers)
    {
        Left = quantity;
        foreach (var piece in _pieces.Where(p => numbers.Contains(p.Number))) piece.Leave();
    }

    internal void Arrive(Quantity quantity, IReadOnlyList<string> numbers)
    {
        Arrived = quantity;
        Disputed = Left.Minus(quantity).Value;
        foreach (var piece in _pieces.Where(p => numbers.Contains(p.Number))) piece.Arrive();
    }

    internal void GoAway(Quantity quantity, IReadOnlyList<string> numbers)
    {
        Away += quantity;
        foreach (var piece in _pieces.Where(p => numbers.Contains(p.Number))) piece.GoAway(true);
    }

    internal void ComeBack(TakeInput take)
    {
        Away = Away.Minus(take.Quantity).Value;
        Returned += take.Quantity;
        foreach (var piece in _pieces.Where(p => take.Pieces.Contains(p.Number))) piece.GoAway(false);
    }

    internal void WriteCanonical(CanonicalWriter writer) => writer
        .Number("order", Order)
        .Text("basisLine", BasisLineId.ToString("N"))
        .Id("item", Item)
        .Text("code", ItemCode)
        .Amount("quantity", Quantity)
        .Amount("left", Left)
        .Amount("arrived", Arrived)
        .Amount("disputed", Disputed)
        .List("pieces", _pieces.OrderBy(p => p.Order), static (w, p) => w.Text("number", p.Number).Flag("left", p.HasLeft).Flag("arrived", p.HasArrived));
}

/// <summary>One numbered piece on a pass.</summary>
public sealed class GatePassPiece
{
    internal GatePassPiece(int order, string number)
    {
        Order = order;
        Number = number;
    }

    private GatePassPiece()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>Its label was read at the gate.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>The receiver has it.</summary>
    public bool HasArrived { get; private set; }

    /// <summary>Of a temporary exit: with its holder and not back.</summary>
    public bool IsAway { get; private set; }

    internal void GoAway(bool away) => IsAway = away;

    internal void Leave() => HasLeft = true;

    internal void Arrive() => HasArrived = true;
}

/// <summary>Something somebody tried to take out that the pass does not name (کالای متوقف‌شده).</summary>
public sealed class StoppedItem
{
    public const int MaxLength = 80;

    internal StoppedItem(int order, string scanned, ActBy by)
    {
        Order = order;
        Scanned = scanned;
        StoppedBy = by.Person;
        StoppedAt = by.At;
    }

    private StoppedItem()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    /// <summary>What was scanned or typed.</summary>
    public string Scanned { get; private set; } = "";

    public PersonId StoppedBy { get; private set; }

    public DateTimeOffset StoppedAt { get; private set; }
}

/// <summary>A pass is on its way to the gate: its goods are set aside for it.</summary>
public sealed record GatePassSubmitted(DocumentId DocumentId, PassBasis Basis, DocumentId BasisId, IReadOnlyList<TakeInput> Lines) : IDomainEvent;

/// <summary>The goods of a pass may go out.</summary>
public sealed record GatePassIssued(DocumentId DocumentId, PassBasis Basis, DocumentId BasisId) : IDocumentTookEffect;

/// <summary>A pass ended before the gate: its goods are free again.</summary>
public sealed record GatePassGivenUp(DocumentId DocumentId, PassBasis Basis, DocumentId BasisId) : IDomainEvent;

/// <summary>Goods of a pass went out; lines are the basis's lines.</summary>
public sealed record GoodsLeft(DocumentId DocumentId, PassBasis Basis, DocumentId BasisId, StoreId Store, DateTimeOffset At, IReadOnlyList<TakeInput> Lines) : IDomainEvent;

/// <summary>The receiver confirmed goods of a pass; what he disputed is still with the carrier.</summary>
public sealed record GoodsArrived(
    DocumentId DocumentId, PassBasis Basis, DocumentId BasisId, StoreId Store, ActBy By, IReadOnlyList<TakeInput> Lines, bool IsDisputed) : IDomainEvent;

/// <summary>Goods of a temporary exit came back through the gate; lines are the basis's lines.</summary>
public sealed record GoodsCameBack(DocumentId DocumentId, DocumentId BasisId, StoreId Store, ActBy By, IReadOnlyList<TakeInput> Lines) : IDomainEvent;

/// <summary>Something that is on no pass was stopped; keeper and inspector are told.</summary>
public sealed record StoppedAtGate(DocumentId DocumentId, StoreId Store, OrgUnitId Unit, PersonId By, DateTimeOffset At, IReadOnlyList<string> Scanned) : IDomainEvent;
