using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Imports;

/// <summary>Who brings files in at all; each kind of file asks for its capability's own permission beside this one.</summary>
public sealed class ImportPermissions : IPermissionSource
{
    public const string Use = "imports.use";

    public IEnumerable<PermissionGrant> Grants => [
        PermissionGrant.To(Use, Capacity.Administrator, Capacity.HeadOfProcurement, Capacity.Keeper, Capacity.AccountsOfficer, Capacity.FinanceController),
    ];
}
