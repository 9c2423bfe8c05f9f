using System.Collections.Frozen;
using System.Reflection;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Shared.Access;

/// <summary>The permission a command or query needs; every one of them names exactly one (tested).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    public string Permission => permission;
}

/// <summary>One line of the permission table: who may.</summary>
/// <param name="Permission">Capability, a dot, and the act: <c>requests.draft</c>.</param>
/// <param name="Capacities">Posts that give it; empty with <paramref name="AnyStaff"/> for every person with an active login.</param>
/// <param name="AnyStaff">Every active person.</param>
/// <param name="Anonymous">No login is needed (verification page, health).</param>
public sealed record PermissionGrant(string Permission, IReadOnlyList<Capacity> Capacities, bool AnyStaff = false, bool Anonymous = false)
{
    public static PermissionGrant To(string permission, params Capacity[] capacities) => new(permission, capacities);

    public static PermissionGrant ToStaff(string permission) => new(permission, [], AnyStaff: true);

    public static PermissionGrant ToAnyone(string permission) => new(permission, [], Anonymous: true);
}

/// <summary>A capability's lines of the permission table; found by scan.</summary>
public interface IPermissionSource
{
    IEnumerable<PermissionGrant> Grants { get; }
}

/// <summary>The whole permission table, one page for an auditor. What is not in it is denied.</summary>
public sealed class PermissionTable
{
    private readonly FrozenDictionary<string, PermissionGrant> _grants;

    public PermissionTable(IEnumerable<IPermissionSource> sources) =>
        _grants = sources.SelectMany(s => s.Grants).ToFrozenDictionary(g => g.Permission, StringComparer.Ordinal);

    public IEnumerable<PermissionGrant> Grants => _grants.Values.OrderBy(g => g.Permission, StringComparer.Ordinal);

    public static string? PermissionOf(Type useCase) => useCase.GetCustomAttribute<RequiresAttribute>()?.Permission;

    public PermissionGrant? Find(string permission) => _grants.GetValueOrDefault(permission);

    public bool Allows(string permission, OrganisationChart chart, PersonId person, DateOnly day) =>
        Find(permission) is { } grant
        && (grant.Anonymous || (chart.IsActive(person)
            && (grant.AnyStaff || chart.AuthoritiesOf(person, day).Any(a => grant.Capacities.Contains(a.Post.Capacity)))));
}
