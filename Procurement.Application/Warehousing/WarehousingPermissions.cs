using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Warehousing;

/// <summary>Who may what in the warehouse. Quantity is the keeper's, value is accounts' (product 3.12).</summary>
public sealed class WarehousingPermissions : IPermissionSource
{
    /// <summary>See stores, stock and stock cards, in quantity, within one's units.</summary>
    public const string Read = "warehousing.read";

    /// <summary>See values.</summary>
    public const string ReadValues = "warehousing.read-values";

    /// <summary>Open and describe stores.</summary>
    public const string ManageStores = "warehousing.manage-stores";

    /// <summary>Add and close bins of one's own store.</summary>
    public const string ManageBins = "warehousing.manage-bins";

    /// <summary>Draft the first count of one's own store.</summary>
    public const string DraftOpening = "warehousing.draft-opening";

    /// <summary>Propose and approve the closing of a store's period.</summary>
    public const string ClosePeriod = "warehousing.close-period";

    /// <summary>Recompute the stock (R1).</summary>
    public const string Check = "warehousing.check";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.To(Read,
            Capacity.Keeper, Capacity.PropertyOfficer, Capacity.StockPlanner, Capacity.UnitManager, Capacity.HeadOfCentre, Capacity.HeadOfProcurement, Capacity.Buyer,
            Capacity.HeadOfGeneralAffairs, Capacity.FinanceController, Capacity.Inspector, Capacity.AccountsOfficer, Capacity.SecondCounter,
            Capacity.DocumentReviewer, Capacity.AuthorisedOfficial, Capacity.SeniorSupervisor, Capacity.Administrator),
        PermissionGrant.To(ReadValues,
            Capacity.AccountsOfficer, Capacity.FinanceController, Capacity.Inspector, Capacity.DocumentReviewer, Capacity.HeadOfGeneralAffairs,
            Capacity.AuthorisedOfficial, Capacity.SeniorSupervisor),
        PermissionGrant.To(ManageStores, Capacity.Administrator, Capacity.HeadOfGeneralAffairs),
        PermissionGrant.To(ManageBins, Capacity.Keeper),
        PermissionGrant.To(DraftOpening, Capacity.Keeper),
        PermissionGrant.To(ClosePeriod, Capacity.AccountsOfficer, Capacity.HeadOfGeneralAffairs, Capacity.FinanceController),
        PermissionGrant.To(Check,
            Capacity.Keeper, Capacity.AccountsOfficer, Capacity.FinanceController, Capacity.Inspector, Capacity.HeadOfGeneralAffairs, Capacity.SeniorSupervisor),
    ];
}
