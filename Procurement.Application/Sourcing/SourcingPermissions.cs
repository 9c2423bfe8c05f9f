using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Sourcing;

/// <summary>Who opens files, who buys, who decides about findings; that these are different people, the file itself knows.</summary>
public sealed class SourcingPermissions : IPermissionSource
{
    public const string Read = "sourcing.read";
    public const string Open = "sourcing.open";
    public const string Buy = "sourcing.buy";
    public const string DecideFinding = "sourcing.decide-finding";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.To(
            Read, Capacity.Buyer, Capacity.HeadOfProcurement, Capacity.AuthorisedOfficial, Capacity.FinanceController, Capacity.Inspector, Capacity.SeniorSupervisor,
            Capacity.DocumentReviewer, Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre, Capacity.CommitteeMember),
        PermissionGrant.To(Open, Capacity.HeadOfProcurement),
        PermissionGrant.To(Buy, Capacity.Buyer),
        PermissionGrant.To(DecideFinding, Capacity.HeadOfProcurement, Capacity.AuthorisedOfficial),
    ];
}
