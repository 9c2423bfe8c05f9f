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

    /// <summary>Whether he may buy for another amount: within his ceiling, and nothing unaccounted for past its days (documents 7).</summary>
    public Result MayBuy(Rials amount, ImprestLimits limits, DateOnly today)
    {
        if (_purchases.Find(p => p.IsLate(today)) is { } late) return Refusal.Rule("sourcing.imprest-unsettled", late.Amount, late.SettleBy);
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

    /// <summary>Purchases go into a settlement that is on its route; none into two.</summary>
    public Result PutIn(DocumentId settlement, IReadOnlyList<DocumentId> decisions)
    {
        var chosen = _purchases.FindAll(p => decisions.Contains(p.DecisionId));
        if (chosen.Count != decisions.Count || chosen.Exists(p => !p.IsOpen || p.SettlementId is not null)) return Refusal.Rule("imprest-settlement.purchase-not-open");
        foreach (var purchase in chosen) purchase.PutIn(settlement);
        return Result.Ok;
    }

    /// <summary>A settlement ended before its effect: its purchases are free for another.</summary>
    public void TakeOut(DocumentId settlement)
    {
        foreach (var purchase in _purchases.Where(p => p.SettlementId == settlement)) purchase.PutIn(null);
    }

    /// <summary>A settlement is signed by all: its purchases are accounted for and no longer late.</summary>
    public void AccountFor(DocumentId settlement, DateTimeOffset at)
    {
        foreach (var purchase in _purchases.Where(p => p.SettlementId == settlement)) purchase.AccountFor(at);
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

    /// <summary>Last day to account for it; open past it, it blocks new purchases.</summary>
    public DateOnly SettleBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The voucher that settled it.</summary>
    public DocumentId? SettledBy { get; private set; }

    public bool IsOpen => SettledAt is null;

    /// <summary>The settlement that accounts for it, on its route or in effect; null while none does.</summary>
    public DocumentId? SettlementId { get; private set; }

    /// <summary>When its settlement was signed by all.</summary>
    public DateTimeOffset? AccountedAt { get; private set; }

    /// <summary>Neither accounted for nor given back by its day: how long the bank takes is not the buyer's fault.</summary>
    public bool IsLate(DateOnly today) => IsOpen && AccountedAt is null && SettleBy < today;

    internal void PutIn(DocumentId? settlement) => SettlementId = settlement;

    internal void AccountFor(DateTimeOffset at) => AccountedAt = at;

    internal void Settle(DocumentId voucher, DateTimeOffset at)
    {
        SettledBy = voucher;
        SettledAt = at;
    }
}
