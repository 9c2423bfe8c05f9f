using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Settings;

/// <summary>Everyone may read what rules him; the administrator or finance enters, the authorised official or the controller approves.</summary>
public sealed class SettingsPermissions : IPermissionSource
{
    public const string Read = "settings.read";
    public const string Enter = "settings.enter";
    public const string Approve = "settings.approve";

    /// <summary>Loading what ships is the system's own act at first start.</summary>
    public const string Load = "settings.load";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(Read),
        PermissionGrant.To(Enter, Capacity.Administrator, Capacity.FinanceController, Capacity.AccountsOfficer),
        PermissionGrant.To(Approve, Capacity.AuthorisedOfficial, Capacity.FinanceController),
        PermissionGrant.To(Load),
    ];
}
