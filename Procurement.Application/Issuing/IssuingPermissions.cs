using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Issuing;

/// <summary>Who may what on the way out of a store. Whose turn it is on a document is the route's to say.</summary>
public sealed class IssuingPermissions : IPermissionSource
{
    /// <summary>Everybody follows what was issued to his unit.</summary>
    public const string Read = "issuing.read";

    /// <summary>The keeper issues, picks, and writes gate passes.</summary>
    public const string Keep = "issuing.keep";

    /// <summary>Whoever asked for goods takes them over, or names who does.</summary>
    public const string Receive = "issuing.receive";

    /// <summary>The guard, or the person of the roster where there is none.</summary>
    public const string Guard = "issuing.guard";

    /// <summary>Decides over goods somebody disputes.</summary>
    public const string Decide = "issuing.decide";

    /// <summary>Is told what was stopped at the gate.</summary>
    public const string SeeStopped = "issuing.see-stopped";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Read),
        PermissionGrant.To(Keep, Capacity.Keeper),
        PermissionGrant.ToStaff(Receive),
        PermissionGrant.ToStaff(Guard),
        PermissionGrant.To(Decide, Capacity.HeadOfGeneralAffairs),
        PermissionGrant.To(SeeStopped, Capacity.Keeper, Capacity.Inspector, Capacity.SeniorSupervisor, Capacity.SecurityOfficer, Capacity.HeadOfGeneralAffairs),
    ];
}
