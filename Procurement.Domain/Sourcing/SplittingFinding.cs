using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Sourcing;

/// <summary>What a person decided about a set. Stored numbers: never renumber.</summary>
public enum SplittingVerdict
{
    /// <summary>Not one conventional set: each deal stands for itself, and may go on.</summary>
    SeparateDeals = 1,

    /// <summary>One conventional set: it must be bought together, by the method of the sum.</summary>
    OneSet = 2,
}

/// <summary>The step of the chain a finding opened at. Stored numbers: never renumber.</summary>
public enum ExaminedAt
{
    Request = 1,
    FileOpening = 2,
    Award = 3,
}

/// <summary>
/// Deals that together cross a limit (یافته تفکیک معامله; tender law art. 3 note 3). The next signature on what opened it waits until
/// somebody other than buyer and requesters has decided; the decision covers the set and is reused until a member is added.
/// </summary>
public sealed class SplittingFinding : AggregateRoot<SplittingFindingId>
{
    public const int MaxSetLength = 150;
    public const int MaxReasonLength = 1000;

    private readonly List<SplittingMember> _members = [];

    private SplittingFinding()
    {
    }

    public OrgUnitId UnitId { get; private set; }

    /// <summary>The conventional set.</summary>
    public string Set { get; private set; } = "";

    public SplittingTest Test { get; private set; }

    public int WindowDays { get; private set; }

    public Rials Sum { get; private set; }

    public DealClass ClassUsed { get; private set; }

    public DealClass ClassOfSum { get; private set; }

    public ExaminedAt At { get; private set; }

    /// <summary>The document or file it holds back.</summary>
    public Guid SubjectId { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The buyer of the file; null at the request.</summary>
    public PersonId? BuyerId { get; private set; }

    public SplittingVerdict? Verdict { get; private set; }

    public string Reason { get; private set; } = "";

    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The requests of the set.</summary>
    public IReadOnlyList<SplittingMember> Members => _members;

    public bool IsOpen => Verdict is null;

    /// <summary>
    /// Whether it holds the next signature back: undecided; or, once a file is open, decided to be one set that this file does not buy
    /// together. A need may go on either way.
    /// </summary>
    public bool Blocks => Verdict is null || (Verdict == SplittingVerdict.OneSet && At != ExaminedAt.Request);

    /// <summary>Opens a finding over a blocking signal.</summary>
    /// <param name="unit">The unit the set belongs to.</param>
    /// <param name="set">The conventional set.</param>
    /// <param name="signal">What a test saw.</param>
    /// <param name="requesters">Requester of each member; they decide nothing about it.</param>
    /// <param name="at">The step of the chain.</param>
    /// <param name="subject">What it holds back.</param>
    /// <param name="buyer">The buyer, once there is one.</param>
    /// <param name="now">When.</param>
    public static SplittingFinding Open(
        OrgUnitId unit, string set, SplittingSignal signal, IReadOnlyDictionary<Guid, PersonId> requesters, ExaminedAt at, Guid subject, PersonId? buyer, DateTimeOffset now)
    {
        var finding = new SplittingFinding
        {
            Id = SplittingFindingId.New(),
            UnitId = unit,
            Set = Known(set),
            Test = signal.Test,
            WindowDays = signal.WindowDays,
            Sum = signal.Sum,
            ClassUsed = signal.ClassUsed,
            ClassOfSum = signal.ClassOfSum,
            At = at,
            SubjectId = subject,
            BuyerId = buyer,
            OpenedAt = now,
        };
        finding._members.AddRange(signal.Members.Select(m => new SplittingMember(m, requesters.GetValueOrDefault(m))));
        return finding;
    }

    /// <summary>Whether a decision over this set also answers a signal over these requests: no member was added since.</summary>
    public bool Covers(string set, IEnumerable<Guid> members) =>
        Verdict == SplittingVerdict.SeparateDeals && string.Equals(Set, Known(set), StringComparison.Ordinal) && HasAll(members);

    /// <summary>Whether every one of these requests is a member.</summary>
    public bool HasAll(IEnumerable<Guid> requests) => requests.All(r => _members.Exists(m => m.RequestId == r));

    /// <summary>Whether a person bought or asked for a member, and so decides nothing about it.</summary>
    public bool IsParty(PersonId person) => person == BuyerId || _members.Exists(m => m.RequesterId == person);

    /// <summary>The name of a set as findings keep it.</summary>
    public static string Known(string set) => set.Length > MaxSetLength ? set[..MaxSetLength] : set;

    /// <summary>Decides with a reason; never buyer or a requester of the set.</summary>
    public Result Decide(SplittingVerdict verdict, string? reason, PersonId by, DateTimeOffset at)
    {
        if (Verdict is not null) return Refusal.Rule("sourcing.finding-decided-already");
        if (!Enum.IsDefined(verdict)) return Refusal.Invalid("sourcing.verdict-missing").At(nameof(Verdict));
        if (IsParty(by)) return Refusal.Rule("sourcing.decider-is-buyer-or-requester");
        var why = PersianText.CleanLines(reason ?? "");
        if (why.Length is 0 or > MaxReasonLength) return Refusal.Invalid("sourcing.reason-missing", MaxReasonLength).At(nameof(Reason));

        Verdict = verdict;
        Reason = why;
        DecidedBy = by;
        DecidedAt = at;
        return Result.Ok;
    }
}

/// <summary>One request of a set.</summary>
public sealed class SplittingMember
{
    internal SplittingMember(Guid request, PersonId requester)
    {
        RequestId = request;
        RequesterId = requester;
    }

    private SplittingMember()
    {
    }

    public Guid RequestId { get; private set; }

    public PersonId RequesterId { get; private set; }
}
