using Procurement.Application.Shared.Names;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Organisation;

/// <summary>Names people and units from the chart.</summary>
internal sealed class PeopleAndUnits(ChartOfCall charts) : INameSource
{
    public async Task<IReadOnlyDictionary<Guid, NamedThing>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var named = new Dictionary<Guid, NamedThing>();
        foreach (var id in ids)
        {
            if (chart.Person(new PersonId(id)) is { } person) named[id] = new NamedThing(person.FullName);
            else if (chart.Unit(new OrgUnitId(id)) is { } unit) named[id] = new NamedThing(unit.Name, unit.NameEn, unit.Code);
        }

        return named;
    }
}
