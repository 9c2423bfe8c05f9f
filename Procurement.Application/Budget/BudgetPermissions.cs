using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Budget;

/// <summary>Who reads and who moves credit; that the approver is another person than the one who entered it, the allotment itself knows.</summary>
public sealed class BudgetPermissions : IPermissionSource
{
    public const string Read = "budget.read";
    public const string Enter = "budget.enter";
    public const string Approve = "budget.approve";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Read),
        PermissionGrant.To(Enter, Capacity.AccountsOfficer, Capacity.FinanceController),
        PermissionGrant.To(Approve, Capacity.FinanceController, Capacity.AuthorisedOfficial),
    ];
}
