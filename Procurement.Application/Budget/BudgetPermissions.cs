using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Budget;

/// <summary>Who reads and who moves credit; that the approver is another person than the one who entered it, the allotment itself knows.</summary>
/// <remarks>
/// What a unit has left to spend is read by those who plan, order, control or pay from it, each within his own scope. Who only asks for goods
/// sees on his request whether its credit was certified.
/// </remarks>
public sealed class BudgetPermissions : IPermissionSource
{
    public const string Read = "budget.read";
    public const string Enter = "budget.enter";
    public const string Approve = "budget.approve";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.To(
            Read, Capacity.AccountsOfficer, Capacity.FinanceController, Capacity.DocumentReviewer, Capacity.AuthorisedOfficial, Capacity.HeadOfProcurement,
            Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre, Capacity.UnitManager, Capacity.Inspector, Capacity.SeniorSupervisor),
        PermissionGrant.To(Enter, Capacity.AccountsOfficer, Capacity.FinanceController),
        PermissionGrant.To(Approve, Capacity.FinanceController, Capacity.AuthorisedOfficial),
    ];
}
