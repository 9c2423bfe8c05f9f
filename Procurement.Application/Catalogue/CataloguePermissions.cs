using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Catalogue;

/// <summary>
/// Every member of staff reads the catalogue. Whoever buys from a supplier does not decide whether it may be dealt with: the block list
/// is apart from the register.
/// </summary>
public sealed class CataloguePermissions : IPermissionSource
{
    public const string Read = "catalogue.read";
    public const string EditItems = "catalogue.edit-items";
    public const string EditTemplates = "catalogue.edit-templates";
    public const string EditGroups = "catalogue.edit-groups";
    public const string EditSuppliers = "catalogue.edit-suppliers";
    public const string BlockSuppliers = "catalogue.block-suppliers";
    public const string Import = "catalogue.import";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Read),
        PermissionGrant.To(EditItems, Capacity.HeadOfProcurement, Capacity.Keeper, Capacity.PropertyOfficer, Capacity.Administrator),
        PermissionGrant.To(EditTemplates, Capacity.HeadOfProcurement, Capacity.PropertyOfficer, Capacity.TechnicalExpert, Capacity.Administrator),
        PermissionGrant.To(EditGroups, Capacity.HeadOfProcurement, Capacity.Administrator),
        PermissionGrant.To(EditSuppliers, Capacity.Buyer, Capacity.HeadOfProcurement, Capacity.Administrator),
        PermissionGrant.To(BlockSuppliers, Capacity.HeadOfProcurement, Capacity.HeadOfGeneralAffairs),
        PermissionGrant.To(Import, Capacity.HeadOfProcurement, Capacity.Administrator),
    ];
}
