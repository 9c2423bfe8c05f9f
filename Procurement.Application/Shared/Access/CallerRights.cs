using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Access;

/// <summary>What the caller of this use case may: by the permission table, by the scopes of a token, within his units.</summary>
/// <remarks>A use case names one permission; one that leads to several, such as the global search, asks here for each of them.</remarks>
public sealed class CallerRights(PermissionTable permissions, ChartOfCall charts, CallContext context, IBodyClock clock)
{
    /// <summary>Why the caller lacks a permission; null when he has it.</summary>
    public async Task<Refusal?> WhyNot(string permission, CancellationToken ct)
    {
        if (context.IsSystem) return null;
        if (permissions.Find(permission) is not { } grant) return Refusal.Forbidden("shared.not-permitted", permission);
        if (grant.Anonymous) return null;
        if (context.Person is not { } person) return Refusal.Forbidden("shared.login-needed");
        if (context.TokenScopes is { } scopes && !scopes.Contains(permission) && !scopes.Contains(permission[..permission.IndexOf('.', StringComparison.Ordinal)]))
            return Refusal.Forbidden("shared.token-scope-missing", permission);

        return permissions.Allows(permission, await charts.Get(ct), person, clock.Today) ? null : Refusal.Forbidden("shared.not-permitted", permission);
    }

    public async Task<bool> May(string permission, CancellationToken ct) => await WhyNot(permission, ct) is null;

    /// <summary>The units whose data the caller sees; all of them when the system acts.</summary>
    public async Task<UnitScope> Scope(CancellationToken ct) => context switch
    {
        { IsSystem: true } => UnitScope.Everything,
        { Person: { } person } => (await charts.Get(ct)).ScopeOf(person, clock.Today),
        _ => UnitScope.Nothing,
    };
}
