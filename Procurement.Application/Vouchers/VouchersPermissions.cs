using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Vouchers;

public sealed class VouchersPermissions : IPermissionSource
{
    /// <summary>Whoever has a hand in paying, and those who watch over it.</summary>
    public const string Read = "vouchers.read";

    /// <summary>The buyer brings the invoice.</summary>
    public const string EnterInvoice = "vouchers.enter-invoice";

    /// <summary>Accounts matches what was delivered later, allocates, and fills the payment file.</summary>
    public const string Pay = "vouchers.pay";

    /// <summary>Accounts confirms what the keeper received; never the keeper (product 3.12).</summary>
    public const string ConfirmValue = "vouchers.confirm-value";

    /// <summary>Approved payments go out in batches, and the bank's answers come back.</summary>
    public const string Export = "vouchers.export";

    /// <summary>The controller reports a payment under objection (PAL art. 91).</summary>
    public const string ReportObjection = "vouchers.report-objection";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.To(
            Read, Capacity.Buyer, Capacity.HeadOfProcurement, Capacity.AuthorisedOfficial, Capacity.FinanceController, Capacity.Inspector, Capacity.SeniorSupervisor,
            Capacity.DocumentReviewer, Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre, Capacity.AccountsOfficer),
        PermissionGrant.To(EnterInvoice, Capacity.Buyer),
        PermissionGrant.To(Pay, Capacity.AccountsOfficer),
        PermissionGrant.To(ConfirmValue, Capacity.AccountsOfficer),
        PermissionGrant.To(Export, Capacity.AccountsOfficer),
        PermissionGrant.To(ReportObjection, Capacity.FinanceController),
    ];
}
