using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing;

/// <summary>Another document, as a form refers to it.</summary>
public sealed record DocumentLabel(DocumentId Id, string Kind, string Number, string NumberFa);

/// <summary>A person who may be named on a form.</summary>
public sealed record PersonChoice(PersonId Id, string Name);

internal static class Staff
{
    /// <summary>The active staff of a unit who do not keep its store, by name.</summary>
    public static IReadOnlyList<PersonChoice> Besides(this OrganisationChart chart, OrgUnitId unit, DateOnly day, params IReadOnlyList<PersonId?> others) =>
    [
        .. chart.People.Where(p => p.IsActive && p.UnitId == unit && !others.Contains(p.Id) && !chart.HasCapacityFor(p.Id, Capacity.Keeper, unit, day))
            .OrderBy(p => p.FullName, StringComparer.Ordinal).Select(p => new PersonChoice(p.Id, p.FullName)),
    ];
}
