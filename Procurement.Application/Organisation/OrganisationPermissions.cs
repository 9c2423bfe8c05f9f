using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Organisation;

public sealed class OrganisationPermissions : IPermissionSource
{
    public const string Read = "organisation.read";
    public const string Manage = "organisation.manage";
    public const string Delegate = "organisation.delegate";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Read),
        PermissionGrant.To(Manage, Capacity.Administrator),
        PermissionGrant.ToStaff(Delegate),
    ];
}
