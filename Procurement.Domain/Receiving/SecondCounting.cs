using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Receiving;

/// <summary>
/// Who counts a delivery beside the keeper (control 6.1.a): the property officer; or, where he is the keeper himself or does not sit at the
/// site, a person of the counters' roster.
/// </summary>
public static class SecondCounting
{
    /// <summary>In which hand the person would count; a refusal says why he may not.</summary>
    /// <param name="chart">The organisation.</param>
    /// <param name="unit">The store's unit.</param>
    /// <param name="keeper">The keeper who receives.</param>
    /// <param name="second">Who is to count beside him.</param>
    /// <param name="day">The day of the count.</param>
    public static Result<Capacity> HandOf(OrganisationChart chart, OrgUnitId unit, PersonId keeper, PersonId second, DateOnly day)
    {
        if (second == keeper) return Refusal.Rule("temporary-receipt.keeper-counts-alone").At("SecondCounter");
        if (chart.HasCapacityFor(second, Capacity.PropertyOfficer, unit, day)) return Capacity.PropertyOfficer;
        if (!chart.HasCapacityFor(second, Capacity.SecondCounter, unit, day))
            return Refusal.Rule("temporary-receipt.not-a-counter", chart.NameOf(second)).At("SecondCounter");

        return OfficersOnSite(chart, unit, keeper, day).FirstOrDefault() is var officer && officer != default
            ? Refusal.Rule("temporary-receipt.property-officer-counts-himself", chart.NameOf(officer)).At("SecondCounter")
            : Capacity.SecondCounter;
    }

    /// <summary>Everybody who may count beside the keeper, for the form's list.</summary>
    public static IReadOnlyList<PersonId> Candidates(OrganisationChart chart, OrgUnitId unit, PersonId keeper, DateOnly day) =>
        [.. new[] { Capacity.PropertyOfficer, Capacity.SecondCounter }
            .SelectMany(c => chart.PostsServing(c, unit)).SelectMany(p => chart.HoldersOf(p, day)).Distinct()
            .Where(p => HandOf(chart, unit, keeper, p, day).Succeeded)];

    /// <summary>Property officers of the unit itself other than the keeper; a pooled officer of the province is not at the gate.</summary>
    private static IEnumerable<PersonId> OfficersOnSite(OrganisationChart chart, OrgUnitId unit, PersonId keeper, DateOnly day) =>
        chart.PostsServing(Capacity.PropertyOfficer, unit).Where(p => p.UnitId == unit).SelectMany(p => chart.HoldersOf(p, day)).Where(p => p != keeper);
}
