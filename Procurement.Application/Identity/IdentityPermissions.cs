using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Identity;

/// <summary>Who may do what at the door and with logins.</summary>
public sealed class IdentityPermissions : IPermissionSource
{
    /// <summary>One's own password, second factor, sessions and tokens.</summary>
    public const string Own = "identity.own";

    /// <summary>Other people's logins and sessions.</summary>
    public const string Administer = "identity.administer";

    /// <summary>What a one-time link opens; the link itself is the proof.</summary>
    public const string UseLink = "identity.use-link";

    /// <summary>The steps of a login that follow a proof. Given to nobody: only the door itself calls them, as the system.</summary>
    public const string Door = "identity.door";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Own),
        PermissionGrant.To(Administer, Capacity.Administrator),
        PermissionGrant.ToAnyone(UseLink),
        PermissionGrant.To(Door),
    ];
}
