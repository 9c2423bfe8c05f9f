using Procurement.Domain.Organisation;

namespace Procurement.Application.Organisation;

/// <summary>Units, people, posts and delegations to change; tracked and whole.</summary>
public interface IOrganisationStore
{
    Task<OrgUnit?> Unit(OrgUnitId id, CancellationToken ct);

    Task<Person?> Person(PersonId id, CancellationToken ct);

    /// <summary>Those of the national ids that are employed, or were; one question however long the list.</summary>
    Task<IReadOnlyList<Person>> PeopleByNationalId(IReadOnlyCollection<string> nationalIds, CancellationToken ct);

    Task<Post?> Post(PostId id, CancellationToken ct);

    Task<Delegation?> Delegation(DelegationId id, CancellationToken ct);

    void Add(OrgUnit unit);

    void Add(Person person);

    void Add(Post post);

    void Add(Delegation delegation);
}
