using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Sourcing;

/// <summary>Where a sourcing file stands. Stored numbers: never renumber.</summary>
public enum SourcingFileState
{
    /// <summary>Prices are asked for.</summary>
    Open = 1,

    /// <summary>A decision is in effect.</summary>
    Decided = 2,

    /// <summary>Given up; its lines may be bought through another file.</summary>
    Abandoned = 3,
}

/// <summary>
/// The file through which approved needs are bought (پرونده خرید): its lines, the class by the decree in force on the configured day, the
/// method, the buyer, what he found out about prices, and the SETAD number or the approved reason for none.
/// </summary>
public sealed class SourcingFile : AggregateRoot<SourcingFileId>
{
    public const int MaxLines = 200;
    public const int MaxPrices = 50;
    public const int MaxNoteLength = 500;
    public const int MaxSetadLength = 30;

    private readonly List<SourcingLine> _lines = [];
    private readonly List<PriceNote> _prices = [];

    private SourcingFile()
    {
    }

    public OrgUnitId UnitId { get; private set; }

    public SourcingFileState State { get; private set; }

    /// <summary>The head of procurement who opened it.</summary>
    public PersonId OpenedBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The buyer it is given to; he researches prices and drafts the decision.</summary>
    public PersonId BuyerId { get; private set; }

    public Classification Classification { get; private set; } = null!;

    public PurchaseMethod Method { get; private set; }

    /// <summary>Number of the deal in the state's electronic procurement system (SETAD); empty where there is none.</summary>
    public string SetadNumber { get; private set; } = "";

    /// <summary>Why there is no SETAD number (control 9.1); empty with a number.</summary>
    public string SetadExcuse { get; private set; } = "";

    /// <summary>Who approved buying without SETAD; never the buyer.</summary>
    public PersonId? SetadExcusedBy { get; private set; }

    /// <summary>The decision that is drafted, on its route or in effect; null while there is none.</summary>
    public DocumentId? DecisionId { get; private set; }

    public IReadOnlyList<SourcingLine> Lines => _lines;

    /// <summary>What the buyer found out about prices, oldest first (art. 11 a).</summary>
    public IReadOnlyList<PriceNote> Prices => _prices;

    public Rials Estimate => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Estimate);

    /// <summary>The buyer has a SETAD number, or somebody else excused him from one.</summary>
    public bool HasSetadAnswer => SetadNumber.Length > 0 || SetadExcusedBy is not null;

    /// <summary>Opens a file over approved lines and gives it to a buyer who asked for none of them.</summary>
    public static Result<SourcingFile> Open(
        OrgUnitId unit, IReadOnlyList<SourcingLine> lines, Classification classification, PurchaseMethod method, PersonId buyer, ActBy by)
    {
        if (lines.Count is 0 or > MaxLines) return Refusal.Invalid("sourcing.file-lines", MaxLines).At(nameof(Lines));
        if (buyer == by.Person) return Refusal.Rule("sourcing.buyer-opened-it").At(nameof(BuyerId));
        if (lines.Any(l => l.RequesterId == buyer)) return Refusal.Rule("sourcing.buyer-is-requester").At(nameof(BuyerId));
        var allowed = classification.Allows(method);
        if (!allowed.Succeeded) return allowed;

        var file = new SourcingFile
        {
            Id = SourcingFileId.New(),
            UnitId = unit,
            State = SourcingFileState.Open,
            OpenedBy = by.Person,
            OpenedAt = by.At,
            BuyerId = buyer,
            Classification = classification,
            Method = method,
        };
        file._lines.AddRange(lines);
        return file;
    }

    /// <summary>The buyer notes a price he was told: by whom, for what, when, how.</summary>
    public Result NotePrice(PriceInput price, ActBy by)
    {
        var mine = AsBuyer(by);
        if (!mine.Succeeded) return mine;
        if (_prices.Count >= MaxPrices) return Refusal.Rule("sourcing.too-many-prices", MaxPrices);
        var noted = PriceNote.Of(price, this, by);
        if (!noted.Succeeded) return noted.Plain();

        _prices.Add(noted.Value);
        return Result.Ok;
    }

    /// <summary>The buyer enters the SETAD number.</summary>
    public Result EnterSetad(string? number, ActBy by)
    {
        var mine = AsBuyer(by);
        if (!mine.Succeeded) return mine;
        var digits = PersianText.Compact(number);
        if (digits.Length is 0 or > MaxSetadLength || !digits.All(char.IsAsciiLetterOrDigit)) return Refusal.Invalid("sourcing.setad-number-invalid", MaxSetadLength).At(nameof(SetadNumber));

        SetadNumber = digits;
        SetadExcuse = "";
        SetadExcusedBy = null;
        return Result.Ok;
    }

    /// <summary>Somebody other than the buyer approves, with a reason, that the deal goes without SETAD (control 9.1).</summary>
    public Result ExcuseSetad(string? reason, ActBy by)
    {
        if (State != SourcingFileState.Open) return Refusal.Rule("sourcing.file-not-open", State);
        if (by.Person == BuyerId) return Refusal.Rule("sourcing.buyer-excuses-himself");
        var why = PersianText.CleanLines(reason ?? "");
        if (why.Length is 0 or > MaxNoteLength) return Refusal.Invalid("sourcing.setad-excuse-missing", MaxNoteLength).At(nameof(SetadExcuse));

        SetadNumber = "";
        SetadExcuse = why;
        SetadExcusedBy = by.Person;
        return Result.Ok;
    }

    /// <summary>Takes in the one decision it may have at a time.</summary>
    public Result TakeDecision(DocumentId decision)
    {
        if (State != SourcingFileState.Open) return Refusal.Rule("sourcing.file-not-open", State);
        if (DecisionId is { } other && other != decision) return Refusal.Rule("sourcing.decision-drafted-already");

        DecisionId = decision;
        return Result.Ok;
    }

    /// <summary>The decision took effect.</summary>
    public Result Decide(DocumentId decision)
    {
        if (DecisionId != decision || State != SourcingFileState.Open) return Refusal.Rule("sourcing.file-not-open", State);

        State = SourcingFileState.Decided;
        return Result.Ok;
    }

    /// <summary>The decision ended before its effect: another may be drafted.</summary>
    public void LoseDecision(DocumentId decision)
    {
        if (DecisionId == decision && State == SourcingFileState.Open) DecisionId = null;
    }

    /// <summary>Gives the file up; its lines wait again.</summary>
    public Result Abandon(string? reason, ActBy by)
    {
        if (State != SourcingFileState.Open) return Refusal.Rule("sourcing.file-not-open", State);
        if (DecisionId is not null) return Refusal.Rule("sourcing.decision-drafted-already");
        var why = PersianText.CleanLines(reason ?? "");
        if (why.Length is 0 or > MaxNoteLength) return Refusal.Invalid("sourcing.reason-missing", MaxNoteLength).At("Reason");

        State = SourcingFileState.Abandoned;
        AbandonReason = why;
        Raise(new SourcingFileAbandoned(Id, [.. _lines.Select(l => l.RequestId).Distinct()], by.At));
        return Result.Ok;
    }

    /// <summary>Why it was given up; empty otherwise.</summary>
    public string AbandonReason { get; private set; } = "";

    private Result AsBuyer(ActBy by)
    {
        if (by.Person != BuyerId) return Refusal.Forbidden("sourcing.not-your-file");
        return State == SourcingFileState.Open ? Result.Ok : Refusal.Rule("sourcing.file-not-open", State);
    }
}

/// <summary>One approved need in a file; it points to the requester's own line and its frozen specification (control 6.2.a).</summary>
public sealed class SourcingLine
{
    public SourcingLine(
        DocumentId request, Guid requestLine, int order, OrgUnitId unit, PersonId requester, ItemKind kind, ItemId? item, string set, string description, Quantity quantity,
        string unitName, Rials estimate)
    {
        RequestId = request;
        RequestLine = requestLine;
        Order = order;
        UnitId = unit;
        RequesterId = requester;
        Kind = kind;
        Item = item;
        ConventionalSet = set;
        Description = description;
        Quantity = quantity;
        UnitName = unitName;
        Estimate = estimate;
    }

    private SourcingLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public DocumentId RequestId { get; private set; }

    public Guid RequestLine { get; private set; }

    public int Order { get; private set; }

    /// <summary>The unit that asked.</summary>
    public OrgUnitId UnitId { get; private set; }

    public PersonId RequesterId { get; private set; }

    public ItemKind Kind { get; private set; }

    public ItemId? Item { get; private set; }

    /// <summary>What the splitting tests add up by (law file 5.1).</summary>
    public string ConventionalSet { get; private set; } = "";

    public string Description { get; private set; } = "";

    public Quantity Quantity { get; private set; }

    public string UnitName { get; private set; } = "";

    public Rials Estimate { get; private set; }
}

/// <summary>A file was given up: its requests' lines wait again.</summary>
public sealed record SourcingFileAbandoned(SourcingFileId FileId, IReadOnlyList<DocumentId> Requests, DateTimeOffset At) : IDomainEvent;
