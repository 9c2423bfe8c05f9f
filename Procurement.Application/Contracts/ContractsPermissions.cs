using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Contracts;

public sealed class ContractsPermissions : IPermissionSource
{
    public const string Read = "contracts.read";
    public const string Draft = "contracts.draft";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.To(
            Read, Capacity.Buyer, Capacity.HeadOfProcurement, Capacity.AuthorisedOfficial, Capacity.FinanceController, Capacity.Inspector, Capacity.SeniorSupervisor,
            Capacity.DocumentReviewer, Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre, Capacity.Keeper, Capacity.PropertyOfficer, Capacity.AccountsOfficer),
        PermissionGrant.To(Draft, Capacity.HeadOfProcurement),
    ];
}
