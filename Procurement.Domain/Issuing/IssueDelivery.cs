using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>
/// What the store has done with a voucher in effect (اجرای حواله): what was picked from which bin, what was handed over, what passed the gate,
/// what the receiver confirmed. It carries the voucher's id and is the one place where the three are held against each other (control 6.4.a).
/// </summary>
/// <remarks>Every picked parcel is somewhere at any time: back in its bin, at the hand-over place, with a carrier, taken over, or decided lost.</remarks>
public sealed class IssueDelivery : AggregateRoot<DocumentId>
{
    private readonly List<DeliveryLine> _lines = [];
    private readonly List<PickedParcel> _parcels = [];
    private readonly List<ReceiverSubstitute> _substitutes = [];

    private IssueDelivery()
    {
    }

    public StoreId StoreId { get; private set; }

    /// <summary>The unit that uses up what is not state property.</summary>
    public OrgUnitId UnitId { get; private set; }

    public PersonId RequesterId { get; private set; }

    public PersonId KeeperId { get; private set; }

    public IReadOnlyList<DeliveryLine> Lines => _lines;

    public IReadOnlyList<PickedParcel> Parcels => _parcels;

    /// <summary>Everybody who was named to take the goods over, the last one in force.</summary>
    public IReadOnlyList<ReceiverSubstitute> Substitutes => _substitutes;

    /// <summary>Who takes the goods over: the requester, or the substitute named last.</summary>
    public PersonId ReceiverId => _substitutes.Count == 0 ? RequesterId : _substitutes[^1].SubstituteId;

    public bool IsClosed { get; private set; }

    /// <summary>Everything the voucher names was taken over.</summary>
    public bool IsComplete => _lines.TrueForAll(l => TakenOver(l.Id) == l.Quantity);

    /// <summary>Nothing lies at the hand-over place or with a carrier.</summary>
    public bool IsQuiet => _parcels.TrueForAll(p => p.Staged.IsZero && p.WithCarrier.IsZero);

    /// <summary>Opens the delivery of a voucher that has just taken effect.</summary>
    public static IssueDelivery Open(IssueVoucher voucher)
    {
        var delivery = new IssueDelivery
        {
            Id = voucher.Id,
            StoreId = voucher.StoreId,
            UnitId = voucher.SignOff.UnitId,
            RequesterId = voucher.RequesterId,
            KeeperId = voucher.SignOff.OwnerId,
        };
        delivery._lines.AddRange(voucher.Lines.OrderBy(l => l.Order).Select(l => new DeliveryLine(l)));
        return delivery;
    }

    /// <summary>What of a line is still to be picked.</summary>
    public Quantity ToPick(Guid line) => Quantity.FromScaled(LineOf(line).Quantity.Scaled - ParcelsOf(line).Sum(p => p.Quantity.Scaled - p.PutBack.Scaled));

    /// <summary>What of a line lies at the hand-over place and is on no gate pass.</summary>
    public Quantity Free(Guid line) => Sum(ParcelsOf(line), p => p.Free);

    public Quantity WithCarrier(Guid line) => Sum(ParcelsOf(line), p => p.WithCarrier);

    public Quantity TakenOver(Guid line) => Sum(ParcelsOf(line), p => p.TakenOver);

    /// <summary>Takes goods from their bins to the hand-over place; never more of a line than its voucher names.</summary>
    public Result<IReadOnlyList<PickedParcel>> Pick(IReadOnlyList<PickInput> picks, ActBy by)
    {
        if (IsClosed) return Refusal.Rule("issue-delivery.closed");
        if (picks.Count == 0) return Refusal.Invalid("issue-delivery.nothing-picked").At("Picks");

        var faults = new List<Refusal>();
        var picked = new List<PickedParcel>();
        foreach (var (pick, i) in picks.Select((p, i) => (p, i)))
        {
            var read = ReadPick(pick, picked, i, by);
            if (read.Succeeded) picked.Add(read.Value);
            else faults.AddRange(read.Refusals);
        }

        if (faults.Count > 0) return Result<IReadOnlyList<PickedParcel>>.RefusedBy(faults);
        _parcels.AddRange(picked);
        return picked;
    }

    /// <summary>Picked goods that are on no gate pass go back to the bins they came from.</summary>
    public Result<IReadOnlyList<ParcelPart>> PutBack(IReadOnlyList<TakeInput> lines)
    {
        var parts = Choose(lines, p => p.Free, "issue-delivery.not-at-the-counter");
        if (parts.Succeeded)
        {
            foreach (var part in parts.Value) part.Parcel.GoBack(part.Quantity);
        }

        return parts;
    }

    /// <summary>The receiver takes goods over at the counter, in his own name: the requester, or the substitute recorded for him (6.4.c).</summary>
    public Result<IReadOnlyList<ParcelPart>> HandOver(IReadOnlyList<TakeInput> lines, ActBy by)
    {
        var may = MayReceive(by.Person);
        if (!may.Succeeded) return may;
        var parts = Choose(lines, p => p.Free, "issue-delivery.not-at-the-counter");
        if (parts.Succeeded)
        {
            foreach (var part in parts.Value) part.Parcel.HandOver(part.Quantity, by);
        }

        return parts;
    }

    /// <summary>Names somebody else to take the goods over: by the requester himself, or by the manager of his unit.</summary>
    public Result NameSubstitute(OrganisationChart chart, PersonId substitute, string? reason, ActBy by, DateOnly day)
    {
        var why = PersianText.Clean(reason);
        if (IsClosed) return Refusal.Rule("issue-delivery.closed");
        if (by.Person != RequesterId && !chart.HasCapacityFor(by.Person, Capacity.UnitManager, UnitId, day))
            return Refusal.Forbidden("issue-delivery.requester-or-manager-names");
        if (why.Length is 0 or > ReceiverSubstitute.MaxReasonLength)
            return Refusal.Invalid("issue-delivery.substitute-reason-missing", ReceiverSubstitute.MaxReasonLength).At("Reason");
        if (chart.Person(substitute) is not { IsActive: true } named) return Refusal.NotFound("issue-delivery.substitute-unknown").At("Substitute");
        if (substitute == KeeperId || chart.HasCapacityFor(substitute, Capacity.Keeper, UnitId, day)) return Refusal.Rule("issue-delivery.keeper-cannot-receive").At("Substitute");
        if (substitute == ReceiverId) return Refusal.Rule("issue-delivery.receives-already", named.FullName).At("Substitute");

        _substitutes.Add(new ReceiverSubstitute(_substitutes.Count + 1, substitute, why, by));
        return Result.Ok;
    }

    /// <summary>Sets goods aside for a gate pass, so that nothing else takes them.</summary>
    public Result<IReadOnlyList<ParcelPart>> Promise(DocumentId pass, IReadOnlyList<TakeInput> lines)
    {
        var parts = Choose(lines, p => p.Free, "issue-delivery.not-at-the-counter");
        if (parts.Succeeded)
        {
            foreach (var part in parts.Value) part.Parcel.Promise(pass, part.Quantity);
        }

        return parts;
    }

    /// <summary>The pass was given up before the gate: its goods are free again.</summary>
    public void Release(DocumentId pass)
    {
        foreach (var parcel in _parcels) parcel.Release(pass);
    }

    /// <summary>Goods of a pass leave through the gate; what the guard did not let out stays at the hand-over place.</summary>
    public Result<IReadOnlyList<ParcelPart>> Leave(DocumentId pass, IReadOnlyList<TakeInput> lines)
    {
        var parts = Choose(lines, p => p.PromisedTo(pass), "issue-delivery.not-on-this-pass");
        if (!parts.Succeeded) return parts;
        foreach (var part in parts.Value) part.Parcel.Leave(pass, part.Quantity);
        Release(pass);
        return parts;
    }

    /// <summary>The receiver confirms what arrived of a pass; what he does not confirm stays with the carrier.</summary>
    public Result<IReadOnlyList<ParcelPart>> Arrive(DocumentId pass, IReadOnlyList<TakeInput> lines, ActBy by)
    {
        var parts = Choose(lines, p => p.OutOn(pass), "issue-delivery.not-with-the-carrier");
        if (parts.Succeeded)
        {
            foreach (var part in parts.Value) part.Parcel.Arrive(pass, part.Quantity, by);
        }

        return parts;
    }

    /// <summary>The head of general affairs has decided over goods a receiver disputed.</summary>
    public Result<IReadOnlyList<ParcelPart>> Decide(DocumentId pass, DisputeOutcome outcome, IReadOnlyList<TakeInput> lines, ActBy by)
    {
        var parts = Choose(lines, p => p.OutOn(pass), "issue-delivery.not-with-the-carrier");
        if (parts.Succeeded)
        {
            foreach (var part in parts.Value) part.Parcel.Decide(pass, outcome, part.Quantity, by);
        }

        return parts;
    }

    /// <summary>Nothing more is picked for the voucher; only when nothing is under way.</summary>
    public Result Close()
    {
        if (!IsQuiet) return Refusal.Rule("issue-delivery.goods-under-way");
        IsClosed = true;
        return Result.Ok;
    }

    /// <summary>Whether the person is the one who takes the goods over; whom it should be is told.</summary>
    public Result MayReceive(PersonId person)
    {
        if (person == KeeperId) return Refusal.Forbidden("issue-delivery.keeper-cannot-receive");
        return person == ReceiverId ? Result.Ok : Refusal.Forbidden("issue-delivery.wrong-receiver");
    }

    private static Quantity Sum(IEnumerable<PickedParcel> parcels, Func<PickedParcel, Quantity> of) =>
        parcels.Aggregate(Quantity.Zero, (sum, p) => sum + of(p));

    private DeliveryLine LineOf(Guid line) => _lines.Find(l => l.Id == line) ?? throw new InvalidOperationException("A line of another voucher.");

    private IEnumerable<PickedParcel> ParcelsOf(Guid line) => _parcels.Where(p => p.LineId == line);

    private Result<PickedParcel> ReadPick(PickInput pick, List<PickedParcel> before, int index, ActBy by)
    {
        var field = FormattableString.Invariant($"Picks[{index}]");
        if (_lines.Find(l => l.Id == pick.Line) is not { } line) return Refusal.Invalid("issue-delivery.line-not-found", index + 1).At($"{field}.Line");
        if (pick.Quantity.IsZero) return Refusal.Invalid("issue-delivery.quantity-zero", index + 1).At($"{field}.Quantity");
        var open = ToPick(line.Id).Scaled - before.Where(p => p.LineId == line.Id).Sum(p => p.Quantity.Scaled);
        if (pick.Quantity.Scaled > open)
            return Refusal.Rule("issue-delivery.more-than-issued", line.Order, Quantity.FromScaled(Math.Max(0, open)).Units).At($"{field}.Quantity");
        if (!line.IsLabelled) return new PickedParcel(_parcels.Count + before.Count + 1, line, pick, null, by);

        if (pick.Quantity != Quantity.Whole(1)) return Refusal.Rule("issue-delivery.piece-by-piece", line.Order).At($"{field}.Quantity");
        var number = PropertyNumber.Create(pick.Piece);
        var piece = number.Succeeded ? line.Pieces.FirstOrDefault(p => p.Number == number.Value.Value) : null;
        if (piece is null) return Refusal.Rule("issue-delivery.piece-not-issued", line.Order, PersianText.Clean(pick.Piece)).At($"{field}.Piece");
        if (_parcels.Concat(before).Any(p => p.PieceNumber == piece.Number && p.PutBack.IsZero))
            return Refusal.Rule("issue-delivery.piece-picked-already", piece.Number).At($"{field}.Piece");
        return new PickedParcel(_parcels.Count + before.Count + 1, line, pick, piece, by);
    }

    /// <summary>
    /// Chooses the parcels an act is about, oldest pick first: of numbered pieces exactly those named, of other goods as much as is named.
    /// </summary>
    private Result<IReadOnlyList<ParcelPart>> Choose(IReadOnlyList<TakeInput> takes, Func<PickedParcel, Quantity> available, string refusal)
    {
        var chosen = new List<ParcelPart>();
        foreach (var take in takes.Where(t => !t.Quantity.IsZero))
        {
            if (_lines.Find(l => l.Id == take.Line) is not { } line) return Refusal.Invalid("issue-delivery.line-not-found", 0);
            var open = ParcelsOf(line.Id).Where(p => !available(p).IsZero && (!line.IsLabelled || take.Pieces.Contains(p.PieceNumber))).OrderBy(p => p.Order);
            var wanted = take.Quantity.Scaled;
            foreach (var parcel in open)
            {
                var part = Math.Min(wanted, available(parcel).Scaled);
                if (part > 0) chosen.Add(new ParcelPart(parcel, line, Quantity.FromScaled(part)));
                wanted -= part;
            }

            var asked = line.IsLabelled && Quantity.Whole(take.Pieces.Count) != take.Quantity;
            if (wanted > 0 || asked) return Refusal.Rule(refusal, line.Order, Sum(ParcelsOf(line.Id), available).Units);
        }

        return chosen.Count == 0 ? Refusal.Invalid("issue-delivery.nothing-taken") : chosen;
    }
}
