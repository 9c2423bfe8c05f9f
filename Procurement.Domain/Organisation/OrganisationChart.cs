using System.Collections.Frozen;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Organisation;

public sealed record ChartUnit(OrgUnitId Id, string Code, string Name, string NameEn, UnitKind Kind, OrgUnitId? ParentId, bool IsActive);

public sealed record ChartPerson(PersonId Id, string FullName, OrgUnitId UnitId, bool IsActive);

public sealed record ChartAppointment(AppointmentId Id, PersonId PersonId, DateOnly From, DateOnly? To, bool IsActing)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

public sealed record ChartPost(
    PostId Id, Capacity Capacity, OrgUnitId UnitId, bool ServesSubtree, bool IsOpen, IReadOnlyList<ChartAppointment> Appointments);

/// <summary>The right to sign for a post: as its holder, or for another by delegation.</summary>
/// <param name="Post">The post.</param>
/// <param name="ActingFor">The delegator; null when the person holds the post himself.</param>
public sealed record Authority(ChartPost Post, PersonId? ActingFor);

/// <summary>
/// The whole organisation at one moment, immutable and in memory: who holds what, who serves which unit, who may act for whom.
/// Every decision about people is made against one chart, and the transaction re-checks that its version still stands.
/// </summary>
public sealed class OrganisationChart
{
    private readonly FrozenDictionary<OrgUnitId, ChartUnit> _units;
    private readonly FrozenDictionary<PersonId, ChartPerson> _people;
    private readonly FrozenDictionary<PostId, ChartPost> _posts;
    private readonly ILookup<(Capacity, OrgUnitId), ChartPost> _postsAt;
    private readonly ILookup<PersonId, ChartPost> _postsOf;
    private readonly ILookup<PersonId, Delegation> _delegationsTo;
    private readonly ILookup<OrgUnitId, ChartUnit> _children;

    public OrganisationChart(
        long version, IEnumerable<ChartUnit> units, IEnumerable<ChartPerson> people, IEnumerable<ChartPost> posts, IEnumerable<Delegation> delegations)
    {
        Version = version;
        _units = units.ToFrozenDictionary(u => u.Id);
        _people = people.ToFrozenDictionary(p => p.Id);
        _posts = posts.ToFrozenDictionary(p => p.Id);
        _postsAt = _posts.Values.Where(p => p.IsOpen).ToLookup(p => (p.Capacity, p.UnitId));
        _postsOf = _posts.Values.Where(p => p.IsOpen)
            .SelectMany(p => p.Appointments.Select(a => a.PersonId).Distinct().Select(person => (person, p)))
            .ToLookup(x => x.person, x => x.p);
        _delegationsTo = delegations.ToLookup(d => d.ToPersonId);
        _children = _units.Values.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value);
    }

    /// <summary>Raised by every committed change of units, people, posts or delegations.</summary>
    public long Version { get; }

    public IEnumerable<ChartUnit> Units => _units.Values;

    public IEnumerable<ChartPost> Posts => _posts.Values;

    public IEnumerable<ChartPerson> People => _people.Values;

    public ChartUnit? Unit(OrgUnitId id) => _units.GetValueOrDefault(id);

    public ChartPerson? Person(PersonId id) => _people.GetValueOrDefault(id);

    public ChartPost? PostOf(PostId id) => _posts.GetValueOrDefault(id);

    public string NameOf(PersonId id) => Person(id)?.FullName ?? "";

    public bool IsActive(PersonId id) => Person(id)?.IsActive == true;

    /// <summary>The unit, its parent, and so on up to the head office.</summary>
    public IEnumerable<ChartUnit> PathUp(OrgUnitId unit)
    {
        for (var at = Unit(unit); at is not null; at = at.ParentId is { } parent ? Unit(parent) : null) yield return at;
    }

    /// <summary>The unit and everything below it.</summary>
    public IEnumerable<ChartUnit> Subtree(OrgUnitId unit)
    {
        if (Unit(unit) is not { } root) yield break;

        var open = new Stack<ChartUnit>([root]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in _children[next.Id]) open.Push(child);
        }
    }

    public bool Serves(ChartPost post, OrgUnitId unit) =>
        post.UnitId == unit || (post.ServesSubtree && PathUp(unit).Any(u => u.Id == post.UnitId));

    /// <summary>The posts of a capacity that serve a unit, nearest first: the unit's own, then up the tree.</summary>
    public IEnumerable<ChartPost> PostsServing(Capacity capacity, OrgUnitId unit) =>
        PathUp(unit).SelectMany(at => _postsAt[(capacity, at.Id)].Where(p => at.Id == unit || p.ServesSubtree));

    /// <summary>The active people who hold the post on the day.</summary>
    public IEnumerable<PersonId> HoldersOf(ChartPost post, DateOnly day) =>
        post.Appointments.Where(a => a.HoldsOn(day) && IsActive(a.PersonId)).Select(a => a.PersonId).Distinct();

    public bool Holds(PersonId person, PostId post, DateOnly day) =>
        PostOf(post) is { IsOpen: true } found && IsActive(person) && found.Appointments.Any(a => a.PersonId == person && a.HoldsOn(day));

    public IEnumerable<ChartPost> PostsHeldBy(PersonId person, DateOnly day) =>
        IsActive(person) ? _postsOf[person].Where(p => p.Appointments.Any(a => a.PersonId == person && a.HoldsOn(day))) : [];

    public bool HasCapacity(PersonId person, Capacity capacity, DateOnly day) => PostsHeldBy(person, day).Any(p => p.Capacity == capacity);

    /// <summary>Whether the person holds the capacity for this unit on the day.</summary>
    public bool HasCapacityFor(PersonId person, Capacity capacity, OrgUnitId unit, DateOnly day) =>
        PostsHeldBy(person, day).Any(p => p.Capacity == capacity && Serves(p, unit));

    /// <summary>Everything the person may sign as on the day: his own posts, and those delegated to him, whose delegator still holds them.</summary>
    public IEnumerable<Authority> AuthoritiesOf(PersonId person, DateOnly day)
    {
        foreach (var post in PostsHeldBy(person, day)) yield return new Authority(post, null);
        if (!IsActive(person)) yield break;
        foreach (var delegation in _delegationsTo[person])
        {
            if (delegation.Covers(delegation.OnlyKind ?? "", null, day) && Holds(delegation.FromPersonId, delegation.PostId, day))
                yield return new Authority(_posts[delegation.PostId], delegation.FromPersonId);
        }
    }

    /// <summary>The person's right to sign for a post on a document of this kind and amount; null when he has none.</summary>
    public Authority? AuthorityOver(PersonId person, PostId post, string kind, Rials? amount, DateOnly day)
    {
        if (Holds(person, post, day)) return new Authority(_posts[post], null);
        if (!IsActive(person)) return null;

        var delegation = _delegationsTo[person]
            .FirstOrDefault(d => d.PostId == post && d.Covers(kind, amount, day) && Holds(d.FromPersonId, post, day));
        return delegation is null ? null : new Authority(_posts[post], delegation.FromPersonId);
    }

    /// <summary>The units whose data the person sees on the day: those his posts serve, and his own unit.</summary>
    public UnitScope ScopeOf(PersonId person, DateOnly day)
    {
        if (Person(person) is not { IsActive: true } staff) return UnitScope.Nothing;

        var units = new HashSet<OrgUnitId> { staff.UnitId };
        foreach (var authority in AuthoritiesOf(person, day))
        {
            if (authority.Post.ServesSubtree && Unit(authority.Post.UnitId)?.Kind == UnitKind.HeadOffice) return UnitScope.Everything;
            if (authority.Post.ServesSubtree) units.UnionWith(Subtree(authority.Post.UnitId).Select(u => u.Id));
            else units.Add(authority.Post.UnitId);
        }

        return UnitScope.Of(units);
    }

    /// <summary>Why a person may not be given a post of this capacity beside what he holds (documents 3.3); null when he may.</summary>
    /// <param name="person">Who would get the post.</param>
    /// <param name="capacity">The capacity of the post.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day; null for open-ended. What he is already promised for a day in between counts too.</param>
    /// <param name="at">The post, when the check is limited to units both posts serve; null checks against every post.</param>
    public Refusal? ClashOfPosts(PersonId person, Capacity capacity, DateOnly first, DateOnly? last, ChartPost? at = null)
    {
        var beginnings = _postsOf[person].SelectMany(p => p.Appointments).Where(a => a.PersonId == person).Select(a => a.From)
            .Concat(_delegationsTo[person].Select(d => d.From))
            .Where(day => day > first && (last is null || day <= last));
        foreach (var day in beginnings.Order().Prepend(first))
        {
            if (ClashOn(day, person, capacity, at) is { } clash) return clash;
        }

        return null;
    }

    private Refusal? ClashOn(DateOnly day, PersonId person, Capacity capacity, ChartPost? at)
    {
        foreach (var authority in AuthoritiesOf(person, day))
        {
            if (!Incompatibilities.AsPosts(capacity, authority.Post.Capacity)) continue;
            if (at is not null && !ServeACommonUnit(at, authority.Post)) continue;
            return Refusal.Rule("organisation.posts-incompatible", NameOf(person), capacity, authority.Post.Capacity);
        }

        return null;
    }

    private bool ServeACommonUnit(ChartPost one, ChartPost other) => Serves(one, other.UnitId) || Serves(other, one.UnitId);
}

/// <summary>The set of units whose data someone sees; a foreign unit's document answers "not found".</summary>
public sealed class UnitScope
{
    private readonly HashSet<OrgUnitId> _units;

    private UnitScope(bool all, HashSet<OrgUnitId> units)
    {
        All = all;
        _units = units;
    }

    public static UnitScope Everything { get; } = new(true, []);

    public static UnitScope Nothing { get; } = new(false, []);

    public bool All { get; }

    public IReadOnlyCollection<OrgUnitId> Units => _units;

    public static UnitScope Of(IEnumerable<OrgUnitId> units) => new(false, [.. units]);

    public bool Covers(OrgUnitId unit) => All || _units.Contains(unit);
}
