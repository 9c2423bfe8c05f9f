using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>Id of a document of any kind: sheet, versions, signatures and links all hang on it.</summary>
public readonly record struct DocumentId(Guid Value) : ITypedId<DocumentId>, IComparable<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);

    /// <summary>By time of making: the order lists page by, the same in C# and on both engines.</summary>
    public int CompareTo(DocumentId other) => Value.CompareTo(other.Value);

    public static bool operator <(DocumentId left, DocumentId right) => left.CompareTo(right) < 0;

    public static bool operator >(DocumentId left, DocumentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(DocumentId left, DocumentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DocumentId left, DocumentId right) => left.CompareTo(right) >= 0;

    public static DocumentId New() => new(Guid.CreateVersion7());
}

/// <summary>A kind of document (نوع سند), by its stable code: <c>goods-request</c>.</summary>
public readonly record struct DocumentKind(string Code)
{
    public override string ToString() => Code;
}

/// <summary>Which of the three groups of documents a kind belongs to.</summary>
public enum DocumentGroup
{
    /// <summary>Finance controller and Article 91 inspector are steps of every route; a route without them cannot be saved.</summary>
    Signed = 1,

    /// <summary>Own signers; covered by the signatures on the Signed document that rests on it and contains its hash.</summary>
    Internal = 2,
}

/// <summary>Where a document stands (documents 5). Stored numbers: never renumber.</summary>
public enum DocumentState
{
    Draft = 1,
    InRoute = 2,
    InEffect = 3,
    Closed = 4,
    Refused = 5,
    Cancelled = 6,
    Expired = 7,
    Reversed = 8,
}

/// <summary>A move of the shared life cycle; each kind says which it has.</summary>
public enum DocumentMove
{
    Submit = 1,
    Withdraw = 2,
    Return = 3,
    Refuse = 4,
    Cancel = 5,
    TakeEffect = 6,
    Expire = 7,
    Close = 8,
    CloseShort = 9,
    Reverse = 10,
}

/// <summary>What someone did to a document, as the timeline and the audit leaf name it. Stored numbers: never renumber.</summary>
public enum ActCode
{
    Drafted = 1,
    Submitted = 2,
    Signed = 3,
    Returned = 4,
    Refused = 5,
    Withdrawn = 6,
    Cancelled = 7,
    Expired = 8,
    Closed = 9,
    ClosedShort = 10,
    Reversed = 11,
    TookEffect = 12,
    Objected = 13,
    ObjectionAnswered = 14,
    ObjectionWithdrawn = 15,
    ObjectionMaintained = 16,
    ResponsibilityTaken = 17,
    InspectorRecused = 18,
    InspectorDrawn = 19,
    Edited = 20,
    Claimed = 21,
    Recorded = 22,
    Attached = 23,
    Detached = 24,

    /// <summary>A signature due after the effect was not given in its days.</summary>
    FellOverdue = 25,

    /// <summary>Goods of an issue were taken from their bins.</summary>
    Picked = 40,

    /// <summary>Picked goods went back to their bins.</summary>
    PutBack = 41,

    /// <summary>The receiver took goods over at the counter.</summary>
    HandedOver = 42,

    /// <summary>Somebody else was named to take the goods over.</summary>
    ReceiverNamed = 43,

    /// <summary>Goods passed the gate.</summary>
    LeftThroughGate = 44,

    /// <summary>Something that was not on the pass was stopped at the gate.</summary>
    StoppedAtGate = 45,

    /// <summary>The receiver said what arrived.</summary>
    DeliveryConfirmed = 46,

    /// <summary>Goods of a temporary exit came back through the gate.</summary>
    CameBack = 47,

    /// <summary>An approved payment went to the accounts in a batch.</summary>
    SentToBank = 60,

    /// <summary>The bank paid.</summary>
    PaidByBank = 61,

    /// <summary>The bank sent a payment back.</summary>
    ReturnedByBank = 62,

    /// <summary>A payment under objection was reported to the ministry and the audit court (PAL art. 91).</summary>
    ReportedUnderObjection = 63,
}

/// <summary>Who acts, as what, for whom, and when: passed into every act on a document.</summary>
/// <param name="Person">The person himself.</param>
/// <param name="At">The instant, from the clock port.</param>
/// <param name="Post">The post he acts from; null when he acts as owner or named person.</param>
/// <param name="ActingFor">The delegator he signs for; null when he acts for himself.</param>
public sealed record ActBy(Organisation.PersonId Person, DateTimeOffset At, Organisation.PostId? Post = null, Organisation.PersonId? ActingFor = null);
