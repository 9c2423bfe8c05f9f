using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>صورت‌حساب فروشنده: the buyer brings it, accounts checks it; covered by the signatures on the voucher that carries its hash.</summary>
internal sealed class SupplierInvoiceKind : DocumentKindDefinition
{
    public override DocumentKind Kind => SupplierInvoice.Kind;

    public override DocumentGroup Group => DocumentGroup.Internal;

    public override Type DocumentType => typeof(SupplierInvoice);

    public override string Capability => "Vouchers";

    public override string PrefixFa => "صح";

    public override string PrefixEn => "SI";

    public override IReadOnlyList<Capacity> DraftedBy => [Capacity.Buyer];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
        [RouteStepRule.Owner(Capacity.Buyer), RouteStepRule.Post(Capacity.AccountsOfficer)];
}

/// <summary>صورت واریز تنخواه: the buyer accounts, the reviewer checks, controller and inspector sign (documents 2).</summary>
internal sealed class ImprestSettlementKind : DocumentKindDefinition
{
    public override DocumentKind Kind => ImprestSettlement.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(ImprestSettlement);

    public override string Capability => "Vouchers";

    public override string PrefixFa => "وت";

    public override string PrefixEn => "IS";

    public override IReadOnlyList<Capacity> DraftedBy => [Capacity.Buyer];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
        [RouteStepRule.Owner(Capacity.Buyer), RouteStepRule.Post(Capacity.DocumentReviewer), RouteStepRule.Controller(), RouteStepRule.Inspector()];
}

/// <summary>سند پرداخت: review, registration, inspection, order and conformity in this order (documents 2).</summary>
internal sealed class PaymentVoucherKind : DocumentKindDefinition
{
    public override DocumentKind Kind => PaymentVoucher.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(PaymentVoucher);

    public override string Capability => "Vouchers";

    public override string PrefixFa => "سپ";

    public override string PrefixEn => "PV";

    public override IReadOnlyList<Capacity> DraftedBy => [Capacity.AccountsOfficer];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove> { DocumentMove.Close };

    /// <summary>Money leaves by it: above the band every signature is proved for itself (documents 3.5).</summary>
    public override ProvedEachTime ProvedEachTime => ProvedEachTime.AboveBand;

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Post(Capacity.DocumentReviewer),
        RouteStepRule.Post(Capacity.HeadOfGeneralAffairs),
        RouteStepRule.Post(Capacity.HeadOfCentre, PaymentVoucher.OfCentre),
        RouteStepRule.Inspector(),
        RouteStepRule.Post(Capacity.AuthorisedOfficial),
        RouteStepRule.Controller(),
    ];
}
