using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Organisation;
using Procurement.Application.Organisation.FindPeople;
using Procurement.Application.Organisation.ReadPerson;
using Procurement.Application.Shared.Search;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;

namespace Procurement.Infrastructure.Organisation;

internal sealed class OrganisationStore(ProcurementDb db) : IOrganisationStore
{
    /// <summary>Both engines bound the parameters of one statement.</summary>
    private const int InOneQuestion = 1000;

    public Task<OrgUnit?> Unit(OrgUnitId id, CancellationToken ct) => db.Tracked<OrgUnit>().FirstOrDefaultAsync(u => u.Id == id, ct);

    public Task<Person?> Person(PersonId id, CancellationToken ct) => db.Tracked<Person>().FirstOrDefaultAsync(p => p.Id == id, ct);

    public async Task<IReadOnlyList<Person>> PeopleByNationalId(IReadOnlyCollection<string> nationalIds, CancellationToken ct)
    {
        var found = new List<Person>();
        foreach (var some in nationalIds.Chunk(InOneQuestion)) found.AddRange(await db.Tracked<Person>().Where(p => some.Contains(p.NationalId)).ToListAsync(ct));
        return found;
    }

    public Task<Post?> Post(PostId id, CancellationToken ct) => db.Tracked<Post>().FirstOrDefaultAsync(p => p.Id == id, ct);

    public Task<Delegation?> Delegation(DelegationId id, CancellationToken ct) => db.Tracked<Delegation>().FirstOrDefaultAsync(d => d.Id == id, ct);

    public void Add(OrgUnit unit) => db.Add(unit);

    public void Add(Person person) => db.Add(person);

    public void Add(Post post) => db.Add(post);

    public void Add(Delegation delegation) => db.Add(delegation);
}

internal sealed class OrganisationUniqueIndexes : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("ix_org_unit_code", Refusal.Rule("organisation.unit-code-taken")),
        ("ix_person_national_id", Refusal.Rule("organisation.person-already-there")),
    ];
}

internal sealed class OrganisationCapability : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IOrganisationStore, OrganisationStore>();
        services.AddScoped<IPeopleQueries, PeopleQueries>();
        services.AddScoped<IPersonQueries, PeopleQueries>();
        services.AddScoped<ISearchSource, PersonSearch>();
    }
}
