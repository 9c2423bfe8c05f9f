using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Warehousing;

public readonly record struct PropertyItemId(Guid Value) : ITypedId<PropertyItemId>
{
    public static PropertyItemId From(Guid value) => new(value);

    public static PropertyItemId New() => new(Guid.CreateVersion7());
}

/// <summary>Where a piece of state property stands. Stored numbers: never renumber.</summary>
public enum PropertyState
{
    /// <summary>Labelled, in a store, under its keeper (در انبار).</summary>
    InStore = 1,

    /// <summary>With a custodian in a room (در اختیار جمعدار).</summary>
    InUse = 2,

    /// <summary>Left the book by an order of removal (حذف‌شده).</summary>
    Removed = 3,
}

/// <summary>
/// One piece of state property in the property officer's book (مال در دفتر اموال; law file 3.5-3.7): a number, a custodian, a place, and
/// everybody who ever answered for it.
/// </summary>
public sealed class PropertyItem : AggregateRoot<PropertyItemId>
{
    public const int MaxSerialLength = 60;
    public const int MaxRoomLength = 80;

    private readonly List<PropertyCustody> _custodies = [];

    private PropertyItem()
    {
    }

    public PropertyNumber Number { get; private set; }

    public ItemId ItemId { get; private set; }

    /// <summary>The maker's serial number; empty where the piece has none.</summary>
    public string Serial { get; private set; } = "";

    /// <summary>The document that brought it into the book.</summary>
    public DocumentId EnteredBy { get; private set; }

    public Guid EnteredByLine { get; private set; }

    public DateOnly EnteredOn { get; private set; }

    /// <summary>What it cost, in rials; provisional until its invoice is confirmed.</summary>
    public Rials Cost { get; private set; }

    public PropertyState State { get; private set; }

    /// <summary>The unit it serves now.</summary>
    public OrgUnitId UnitId { get; private set; }

    /// <summary>The store it lies in; null once handed over.</summary>
    public StoreId? StoreId { get; private set; }

    /// <summary>Who answers for it now: the keeper while it lies in a store, then the custodian.</summary>
    public PersonId CustodianId { get; private set; }

    public string Room { get; private set; } = "";

    /// <summary>When its label was stuck on; null while only numbered.</summary>
    public DateTimeOffset? LabelledAt { get; private set; }

    public PersonId? LabelledBy { get; private set; }

    /// <summary>The temporary exit it is set aside for or out on; its custodian stays answerable. Null while it is here.</summary>
    public DocumentId? AwayBy { get; private set; }

    /// <summary>Every custody, oldest first; the last one holds now.</summary>
    public IReadOnlyList<PropertyCustody> Custodies => _custodies;

    /// <summary>Enters a received piece, in the keeper's custody until it is handed over.</summary>
    public static PropertyItem Enter(
        PropertyNumber number, ItemId item, string serial, Rials cost, StoreId store, OrgUnitId unit, PersonId keeper, DocumentId receipt, Guid line, DateTimeOffset at)
    {
        var entered = new PropertyItem
        {
            Id = PropertyItemId.New(),
            Number = number,
            ItemId = item,
            Serial = serial,
            EnteredBy = receipt,
            EnteredByLine = line,
            EnteredOn = TehranTime.LocalDate(at),
            Cost = cost,
            State = PropertyState.InStore,
            UnitId = unit,
            StoreId = store,
            CustodianId = keeper,
        };
        entered._custodies.Add(new PropertyCustody(1, unit, keeper, store, "", receipt, at));
        return entered;
    }

    /// <summary>The property officer stuck the label on the piece.</summary>
    public Result ConfirmLabel(PersonId officer, DateTimeOffset at)
    {
        if (State == PropertyState.Removed) return Refusal.Rule("property.removed", Number.Value);
        if (LabelledAt is not null) return Refusal.Rule("property.labelled-already", Number.Value);

        LabelledAt = at;
        LabelledBy = officer;
        return Result.Ok;
    }

    /// <summary>
    /// Hands the piece over to a custodian in a room, out of the store or from one custodian to another. It must carry its label (law file
    /// 6.3: non-consumables never leave without number and named custodian).
    /// </summary>
    public Result HandOver(PersonId custodian, OrgUnitId unit, string? room, DocumentId by, DateTimeOffset at)
    {
        var where = PersianText.Clean(room);
        if (State == PropertyState.Removed) return Refusal.Rule("property.removed", Number.Value);
        if (LabelledAt is null) return Refusal.Rule("property.not-labelled", Number.Value);
        if (AwayBy is not null) return Refusal.Rule("property.away", Number.Value);
        if (where.Length is 0 or > MaxRoomLength) return Refusal.Invalid("property.room-missing", MaxRoomLength).At(nameof(Room));
        if (State == PropertyState.InUse && (custodian, where) == (CustodianId, Room)) return Refusal.Rule("property.already-there", Number.Value);

        Move(PropertyState.InUse, unit, custodian, null, where, by, at);
        return Result.Ok;
    }

    /// <summary>Takes the piece back into a store, or into another store, under its keeper.</summary>
    public Result TakeIn(StoreId store, OrgUnitId unit, PersonId keeper, DocumentId by, DateTimeOffset at)
    {
        if (State == PropertyState.Removed) return Refusal.Rule("property.removed", Number.Value);
        if (StoreId == store) return Refusal.Rule("property.in-that-store", Number.Value);
        if (AwayBy is not null) return Refusal.Rule("property.away", Number.Value);

        Move(PropertyState.InStore, unit, keeper, store, "", by, at);
        return Result.Ok;
    }

    /// <summary>Takes the piece out of the book by a signed order of removal.</summary>
    public Result Remove(DocumentId by, DateTimeOffset at)
    {
        if (State == PropertyState.Removed) return Refusal.Rule("property.removed", Number.Value);
        if (AwayBy is not null) return Refusal.Rule("property.away", Number.Value);

        Move(PropertyState.Removed, UnitId, CustodianId, null, "", by, at);
        return Result.Ok;
    }

    /// <summary>
    /// Sets the piece aside for a signed temporary exit: from then on nobody else hands it over. It must still be where the exit names it.
    /// </summary>
    /// <param name="exit">The exit.</param>
    /// <param name="heldBy">Its custodian; null for a piece that lies in the store.</param>
    /// <param name="store">The store.</param>
    public Result SetOut(DocumentId exit, PersonId? heldBy, StoreId store)
    {
        if (State == PropertyState.Removed) return Refusal.Rule("property.removed", Number.Value);
        if (LabelledAt is null) return Refusal.Rule("property.not-labelled", Number.Value);
        if (AwayBy is not null) return Refusal.Rule("property.away", Number.Value);
        if (heldBy is { } custodian ? State != PropertyState.InUse || CustodianId != custodian : StoreId != store)
            return Refusal.Rule("property.moved-meanwhile", Number.Value);

        AwayBy = exit;
        return Result.Ok;
    }

    /// <summary>The piece is where it was before its temporary exit.</summary>
    public void ComeBack() => AwayBy = null;

    private void Move(PropertyState state, OrgUnitId unit, PersonId custodian, StoreId? store, string room, DocumentId by, DateTimeOffset at)
    {
        _custodies[^1].End(at);
        State = state;
        UnitId = unit;
        CustodianId = custodian;
        StoreId = store;
        Room = room;
        if (state != PropertyState.Removed) _custodies.Add(new PropertyCustody(_custodies.Count + 1, unit, custodian, store, room, by, at));
    }
}

/// <summary>A time during which one person answered for a piece (تحویل).</summary>
public sealed class PropertyCustody
{
    internal PropertyCustody(int order, OrgUnitId unit, PersonId custodian, StoreId? store, string room, DocumentId by, DateTimeOffset from)
    {
        Order = order;
        UnitId = unit;
        CustodianId = custodian;
        StoreId = store;
        Room = room;
        ByDocument = by;
        From = from;
    }

    private PropertyCustody()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public OrgUnitId UnitId { get; private set; }

    public PersonId CustodianId { get; private set; }

    public StoreId? StoreId { get; private set; }

    public string Room { get; private set; } = "";

    /// <summary>The document that gave it to him.</summary>
    public DocumentId ByDocument { get; private set; }

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset? To { get; private set; }

    internal void End(DateTimeOffset at) => To = at;
}
