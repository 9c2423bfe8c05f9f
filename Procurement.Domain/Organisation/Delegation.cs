using Procurement.Domain.Shared;

namespace Procurement.Domain.Organisation;

/// <summary>
/// A holder lets another person sign for him (تفویض امضا): direct, dated, bounded by kind and amount, never re-delegated
/// (PAL art. 53 note 1). The signature shows "A for B"; the delegator keeps power and responsibility.
/// </summary>
public sealed class Delegation : AggregateRoot<DelegationId>
{
    private Delegation()
    {
    }

    public PostId PostId { get; private set; }

    public PersonId FromPersonId { get; private set; }

    public PersonId ToPersonId { get; private set; }

    public string LetterNumber { get; private set; } = "";

    public DateOnly LetterDate { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>Document kind code the delegation is limited to; null for every kind of the post.</summary>
    public string? OnlyKind { get; private set; }

    /// <summary>Highest amount in rials the delegate may sign; null for no limit.</summary>
    public long? AmountLimit { get; private set; }

    public DateOnly? RevokedOn { get; private set; }

    /// <summary>Grants the delegation.</summary>
    /// <remarks>
    /// The controller's delegate comes only from finance and the inspector's only from appointed inspectors (documents 3.6); powers of
    /// the head and of the controller never meet in one person (PAL art. 53 note 2), which <see cref="OrganisationChart"/> checks too.
    /// </remarks>
    public static Result<Delegation> Grant(
        OrganisationChart chart, PostId post, PersonId from, PersonId to, AppointmentLetter letter, DateOnly first, DateOnly last,
        string? onlyKind, Rials? amountLimit)
    {
        if (from == to) return Refusal.Rule("organisation.delegation-to-oneself");
        if (last < first) return Refusal.Invalid("organisation.appointment-ends-before-start").At("To");
        if (!chart.Holds(from, post, first)) return Refusal.Rule("organisation.delegation-needs-own-post");
        if (!chart.IsActive(to)) return Refusal.Rule("organisation.person-left", chart.NameOf(to));

        var capacity = chart.PostOf(post)!.Capacity;
        if (capacity == Capacity.Inspector && !chart.HasCapacity(to, Capacity.Inspector, first))
            return Refusal.Rule("organisation.delegation-inspector-only-to-inspector");
        if (capacity == Capacity.FinanceController
            && !chart.HasCapacity(to, Capacity.AccountsOfficer, first) && !chart.HasCapacity(to, Capacity.FinanceController, first))
            return Refusal.Rule("organisation.delegation-controller-only-to-finance");
        var clash = chart.ClashOfPosts(to, capacity, first, last);
        if (clash is not null) return clash;

        return new Delegation
        {
            Id = DelegationId.New(),
            PostId = post,
            FromPersonId = from,
            ToPersonId = to,
            LetterNumber = letter.Number,
            LetterDate = letter.Date,
            From = first,
            To = last,
            OnlyKind = onlyKind,
            AmountLimit = amountLimit?.Amount,
        };
    }

    public Result Revoke(PersonId by, DateOnly on)
    {
        if (by != FromPersonId) return Refusal.Forbidden("organisation.delegation-not-yours");
        if (RevokedOn is not null) return Refusal.Rule("organisation.delegation-already-revoked");

        RevokedOn = on;
        return Result.Ok;
    }

    /// <summary>Whether the delegate may use it on the day for a document of this kind and amount.</summary>
    public bool Covers(string kind, Rials? amount, DateOnly day) =>
        RevokedOn is null && From <= day && day <= To
        && (OnlyKind is null || OnlyKind == kind)
        && (AmountLimit is null || (amount?.Amount ?? 0) <= AmountLimit);
}
