using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Receiving;

public sealed class ReceivingPermissions : IPermissionSource
{
    /// <summary>Everybody with a hand in receiving sees what waits for it.</summary>
    public const string Read = "receiving.read";

    /// <summary>The keeper registers, counts, opens, enters and sends back.</summary>
    public const string Keep = "receiving.keep";

    /// <summary>Who counts beside the keeper, and who numbers.</summary>
    public const string Count = "receiving.count";

    /// <summary>Who appoints an expert: never the buyer, never the keeper (control 6.1.c).</summary>
    public const string AppointExpert = "receiving.appoint-expert";

    public const string Check = "receiving.check";

    /// <summary>The manager of a requester who left.</summary>
    public const string NameSubstitute = "receiving.name-substitute";

    /// <summary>Any requester of a service or of works measures what was done for him.</summary>
    public const string AcceptWork = "receiving.accept-work";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Read),
        PermissionGrant.To(Keep, Capacity.Keeper),
        PermissionGrant.To(Count, Capacity.Keeper, Capacity.PropertyOfficer, Capacity.SecondCounter),
        PermissionGrant.To(AppointExpert, Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre, Capacity.UnitManager),
        PermissionGrant.To(Check, Capacity.TechnicalExpert),
        PermissionGrant.To(NameSubstitute, Capacity.UnitManager),
        PermissionGrant.ToStaff(AcceptWork),
    ];
}
