using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Sourcing;

/// <summary>
/// What a buyer has bought out of his imprest (دفتر تنخواه‌گردان پرداخت; PAL art. 36). One book a buyer, so that two purchases at one moment
/// are judged one after the other.
/// </summary>
public sealed class ImprestBook : AggregateRoot<PersonId>
{
    private readonly List<ImprestPurchase> _purchases = [];

    private ImprestBook()
    {
    }

    public IReadOnlyList<ImprestPurchase> Purchases => _purchases;

    /// <summary>What is out and not settled yet.</summary>
    public Rials Open => _purchases.Where(p => p.IsOpen).Aggregate(Rials.Zero, (sum, p) => sum + p.Amount);

    /// <summary>Opens the book of a buyer at his first purchase.</summary>
    public static ImprestBook Of(PersonId buyer) => new() { Id = buyer };

    /// <summary>Whether he may buy for another amount: within his ceiling, and nothing open past its days (documents 7).</summary>
    public Result MayBuy(Rials amount, ImprestLimits limits, DateOnly today)
    {
        if (_purchases.Find(p => p.IsOpen && p.SettleBy < today) is { } late) return Refusal.Rule("sourcing.imprest-unsettled", late.Amount, late.SettleBy);
        return Open + amount <= limits.Ceiling ? Result.Ok : Refusal.Rule("sourcing.imprest-above-ceiling", Open + amount, limits.Ceiling);
    }

    /// <summary>Enters a purchase whose decision took effect.</summary>
    public Result Enter(SourcingDecision decision, ImprestLimits limits, DateTimeOffset at)
    {
        var today = TehranTime.LocalDate(at);
        var may = MayBuy(decision.Amount, limits, today);
        if (may.Succeeded) _purchases.Add(new ImprestPurchase(decision.Id, decision.Amount, today, today.AddDays(limits.SettlementDays)));
        return may;
    }

    /// <summary>A voucher gave the imprest its money back.</summary>
    public Result Settle(DocumentId decision, DocumentId voucher, DateTimeOffset at)
    {
        if (_purchases.Find(p => p.DecisionId == decision) is not { } purchase) return Refusal.NotFound("sourcing.imprest-purchase-not-found");
        if (!purchase.IsOpen) return Refusal.Rule("sourcing.imprest-settled-already");

        purchase.Settle(voucher, at);
        return Result.Ok;
    }
}

/// <summary>One purchase out of an imprest, open until its voucher settles it.</summary>
public sealed class ImprestPurchase
{
    internal ImprestPurchase(DocumentId decision, Rials amount, DateOnly boughtOn, DateOnly settleBy)
    {
        DecisionId = decision;
        Amount = amount;
        BoughtOn = boughtOn;
        SettleBy = settleBy;
    }

    private ImprestPurchase()
    {
    }

    public DocumentId DecisionId { get; private set; }

    public Rials Amount { get; private set; }

    public DateOnly BoughtOn { get; private set; }

    /// <summary>Last day to settle; open past it, it blocks new purchases.</summary>
    public DateOnly SettleBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The voucher that settled it.</summary>
    public DocumentId? SettledBy { get; private set; }

    public bool IsOpen => SettledAt is null;

    internal void Settle(DocumentId voucher, DateTimeOffset at)
    {
        SettledBy = voucher;
        SettledAt = at;
    }
}
