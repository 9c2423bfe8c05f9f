using Procurement.Application.Shared.Access;

namespace Procurement.Application.SignOff;

/// <summary>Whose turn it is decides who may sign; so any staff member may come to the desk.</summary>
public sealed class SignOffPermissions : IPermissionSource
{
    public const string Act = "signoff.act";
    public const string Read = "signoff.read";
    public const string Verify = "signoff.verify";

    /// <summary>What follows from the passing of days. Given to nobody: only the system's daily jobs do it.</summary>
    public const string KeepTime = "signoff.keep-time";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Act),
        PermissionGrant.ToStaff(Read),
        PermissionGrant.ToAnyone(Verify),
        PermissionGrant.To(KeepTime),
    ];
}
