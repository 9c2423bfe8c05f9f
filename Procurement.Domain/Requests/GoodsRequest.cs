using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Requests;

/// <summary>
/// A unit's request for goods from a store (درخواست کالا). The manager approves the need, the keeper says line by line what the store has;
/// what it has is reserved, the rest becomes a purchase request.
/// </summary>
public sealed class GoodsRequest : Document
{
    public const int MaxLines = 200;
    public const int MaxPurposeLength = 500;

    public static readonly DocumentKind Kind = new("goods-request");

    private readonly List<GoodsRequestLine> _lines = [];

    private GoodsRequest()
    {
    }

    public StoreId StoreId { get; private set; }

    /// <summary>What the goods are for: project, workshop, class.</summary>
    public string Purpose { get; private set; } = "";

    public DateOnly NeededBy { get; private set; }

    /// <summary>The keeper has answered every line.</summary>
    public bool IsAnswered { get; private set; }

    public IReadOnlyList<GoodsRequestLine> Lines => _lines;

    public override int FormVersion => 1;

    /// <summary>Drafts a request on a store that serves the unit.</summary>
    public static Result<GoodsRequest> Draft(OrgUnitId unit, string unitCode, StoreId store, string? purpose, DateOnly neededBy, ActBy by)
    {
        var id = DocumentId.New();
        var request = new GoodsRequest { Id = id, SignOff = SignOffSheet.Open(id, Kind, unit, unitCode, by) };
        var described = request.Set(store, purpose, neededBy, by);
        return described.Succeeded ? request : described;
    }

    public Result Describe(StoreId store, string? purpose, DateOnly neededBy, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        return editable.Succeeded ? Set(store, purpose, neededBy, by) : editable;
    }

    /// <summary>Replaces the lines; every faulty line is told, none is dropped.</summary>
    public Result ReplaceLines(IReadOnlyList<GoodsRequestLineInput> lines, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (lines.Count > MaxLines) return Refusal.Invalid("goods-request.too-many-lines", MaxLines, lines.Count).At("Lines");

        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Quantity.IsZero) faults.Add(Refusal.Invalid("goods-request.quantity-zero", i + 1).At(FormattableString.Invariant($"Lines[{i}].Quantity")));
            if (lines.Take(i).Any(l => l.Item == lines[i].Item)) faults.Add(Refusal.Invalid("goods-request.item-twice", i + 1).At(FormattableString.Invariant($"Lines[{i}].Item")));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);

        _lines.Clear();
        _lines.AddRange(lines.Select((l, i) => new GoodsRequestLine(i + 1, l.Item, l.Quantity, PersianText.CleanLines(l.Remark))));
        SignOff.StampEdited(by);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>
    /// The keeper's answer: how much of each line the store has (<em>available / partly / not</em>). He may not promise more than was asked.
    /// </summary>
    public Result AnswerAvailability(IReadOnlyDictionary<Guid, Quantity> available, ActBy by)
    {
        if (SignOff.OpenStep?.Capacity != Capacity.Keeper) return Refusal.Rule("goods-request.not-with-the-keeper");
        if (IsAnswered) return Refusal.Rule("goods-request.answered-already");

        foreach (var line in _lines)
        {
            if (!available.TryGetValue(line.Id, out var has)) return Refusal.Invalid("goods-request.line-not-answered", line.Order).At(FormattableString.Invariant($"Lines[{line.Order - 1}].Available"));
            if (has > line.Quantity) return Refusal.Invalid("goods-request.more-than-asked", line.Order).At(FormattableString.Invariant($"Lines[{line.Order - 1}].Available"));
        }

        foreach (var line in _lines) line.Answer(available[line.Id]);
        IsAnswered = true;
        SignOff.StampRecorded(by, null);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>The requester gives up what he has not received yet, with a reason; what is held for him goes back to the store.</summary>
    public Result GiveUpRemainder(ActBy by, string? reason)
    {
        if (by.Person != SignOff.OwnerId) return Refusal.Forbidden("goods-request.not-your-request");
        var closed = SignOff.CloseShort(by, reason);
        if (closed.Succeeded) Raise(new GoodsRequestGivenUp(Id));
        return closed;
    }

    public override Result CheckReady()
    {
        if (_lines.Count == 0) return Refusal.Invalid("goods-request.no-lines").At("Lines");
        return Purpose.Length == 0 ? Refusal.Invalid("goods-request.purpose-missing").At("Purpose") : Result.Ok;
    }

    public override bool AwaitsContribution(RouteStep step) => step.Capacity == Capacity.Keeper && !IsAnswered;

    public override DocumentBrief Brief() => new(Purpose, null);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("store", StoreId)
        .Text("purpose", Purpose)
        .Date("neededBy", NeededBy)
        .Flag("answered", IsAnswered)
        .List("lines", _lines.OrderBy(l => l.Order), (w, l) => w
            .Number("order", l.Order)
            .Id("item", l.Item)
            .Amount("quantity", l.Quantity)
            .Text("remark", l.Remark)
            .Amount("available", IsAnswered ? l.Available : null));

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new GoodsRequestAnswered(
            Id, StoreId, by.At, [.. _lines.Where(l => !l.Available.IsZero).Select(l => new AnsweredLine(l.Id, l.Item, l.Available))]));
        return Result.Ok;
    }

    /// <summary>A request that comes back to its owner is asked again, so the keeper answers again.</summary>
    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        if (endedAs == DocumentState.Expired) Raise(new GoodsRequestGivenUp(Id));
        if (endedAs != DocumentState.Draft || !IsAnswered) return Result.Ok;

        IsAnswered = false;
        foreach (var line in _lines) line.Answer(Quantity.Zero);
        ContentChanged();
        return Result.Ok;
    }

    private Result Set(StoreId store, string? purpose, DateOnly neededBy, ActBy by)
    {
        var text = PersianText.CleanLines(purpose);
        if (text.Length == 0) return Refusal.Invalid("goods-request.purpose-missing").At("Purpose");
        if (text.Length > MaxPurposeLength) return Refusal.Invalid("goods-request.purpose-too-long", MaxPurposeLength).At("Purpose");
        if (neededBy < TehranTime.LocalDate(by.At)) return Refusal.Invalid("goods-request.needed-in-the-past").At("NeededBy");

        StoreId = store;
        Purpose = text;
        NeededBy = neededBy;
        ContentChanged();
        return Result.Ok;
    }
}

/// <summary>One line as its requester typed it.</summary>
public sealed record GoodsRequestLineInput(ItemId Item, Quantity Quantity, string? Remark);

/// <summary>One item asked for, and what the keeper says of it.</summary>
public sealed class GoodsRequestLine
{
    internal GoodsRequestLine(int order, ItemId item, Quantity quantity, string remark)
    {
        Order = order;
        Item = item;
        Quantity = quantity;
        Remark = remark;
    }

    private GoodsRequestLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public ItemId Item { get; private set; }

    /// <summary>Asked for, in the item's base unit.</summary>
    public Quantity Quantity { get; private set; }

    public string Remark { get; private set; } = "";

    /// <summary>What the keeper says the store has of it; zero before his answer.</summary>
    public Quantity Available { get; private set; }

    /// <summary>What has to be bought.</summary>
    public Quantity Missing => Quantity.Minus(Available).Value;

    internal void Answer(Quantity available) => Available = available;
}

/// <summary>The keeper signed his answer: what he said the store has is to be reserved.</summary>
public sealed record GoodsRequestAnswered(DocumentId DocumentId, StoreId Store, DateTimeOffset At, IReadOnlyList<AnsweredLine> Lines) : IDocumentTookEffect;

public sealed record AnsweredLine(Guid LineId, ItemId Item, Quantity Available);

/// <summary>The request ended before everything was received: what is still held for it is free again.</summary>
public sealed record GoodsRequestGivenUp(DocumentId DocumentId) : IDomainEvent;
