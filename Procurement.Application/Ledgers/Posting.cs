using Procurement.Domain.Shared;

namespace Procurement.Application.Ledgers;

/// <summary>One entry a handler or a reaction wants a ledger to take. Balances are never touched outside the plan's one pass.</summary>
public abstract record Posting;

/// <summary>
/// Everything one command posts, collected while it is decided and applied in one sorted pass inside the transaction: budget lines first,
/// then balances by place, item and lot, then counters. Sorting is what keeps two commands from dead-locking.
/// </summary>
public sealed class PostingPlan
{
    private readonly List<Posting> _postings = [];

    public IReadOnlyList<Posting> Postings => _postings;

    public void Add(Posting posting) => _postings.Add(posting);

    public void Add(IEnumerable<Posting> postings) => _postings.AddRange(postings);
}

/// <summary>
/// A double-entry, append-only ledger on the shared kernel. It nets and applies its postings in key order; a guarded update that hits no
/// row becomes a refusal of the posting's owner.
/// </summary>
public interface ILedger
{
    /// <summary>Position in the pass: hands 10, budget 20, stock 30, reservations 40, value 50, property 60, links 70.</summary>
    int Order { get; }

    bool Takes(Posting posting);

    Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct);
}

/// <summary>When and by what the postings are made.</summary>
public sealed record PostingMoment(DateTimeOffset At, Guid CommandId);
