using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving;

/// <summary>What the kinds of this capability share.</summary>
internal abstract class ReceivingKind<TDocument>(DocumentKind kind, DocumentGroup group, string prefixFa, string prefixEn) : DocumentKindDefinition
    where TDocument : Document
{
    public override DocumentKind Kind => kind;

    public override DocumentGroup Group => group;

    public override Type DocumentType => typeof(TDocument);

    public override string Capability => "Receiving";

    public override string PrefixFa => prefixFa;

    public override string PrefixEn => prefixEn;

    public override NumberSeries Series => NumberSeries.Store;

    public override IReadOnlyList<Capacity> DraftedBy => [Capacity.Keeper];
}

/// <summary>رسید موقت: keeper and second counter; covered by the signatures on the conformance report that carries its hash.</summary>
internal sealed class TemporaryReceiptKind() : ReceivingKind<TemporaryReceipt>(TemporaryReceipt.Kind, DocumentGroup.Internal, "رم", "TR")
{
    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Named(Capacity.PropertyOfficer, TemporaryReceipt.PropertyOfficerCounts),
        RouteStepRule.Named(Capacity.SecondCounter, TemporaryReceipt.RosterCounts),
    ];
}

/// <summary>صورتجلسه تطبیق: the requester first, controller and inspector last; after the effect only for fully conforming consumables.</summary>
internal sealed class ConformanceReportKind() : ReceivingKind<ConformanceReport>(ConformanceReport.Kind, DocumentGroup.Signed, "تط", "CR")
{
    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Named(Capacity.Requester),
        RouteStepRule.Named(Capacity.TechnicalExpert, ConformanceReport.ExpertNamed),
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Post(Capacity.PropertyOfficer),
        RouteStepRule.Controller(StepTiming.After),
        RouteStepRule.Inspector(StepTiming.After),
    ];
}

/// <summary>رسید انبار.</summary>
internal sealed class GoodsReceiptKind() : ReceivingKind<GoodsReceipt>(GoodsReceipt.Kind, DocumentGroup.Signed, "رس", "GR")
{
    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Post(Capacity.PropertyOfficer),
        RouteStepRule.Post(Capacity.HeadOfGeneralAffairs),
        RouteStepRule.Controller(StepTiming.After),
        RouteStepRule.Inspector(StepTiming.After),
    ];
}

/// <summary>برگشت به فروشنده: the hands of law file 6.2, then general affairs, controller and inspector.</summary>
internal sealed class ReturnToSupplierKind() : ReceivingKind<ReturnToSupplier>(ReturnToSupplier.Kind, DocumentGroup.Signed, "بف", "RS")
{
    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Named(Capacity.Buyer, ReturnToSupplier.Bought),
        RouteStepRule.Post(Capacity.HeadOfProcurement, ReturnToSupplier.Bought),
        RouteStepRule.Post(Capacity.HeadOfGeneralAffairs),
        RouteStepRule.Controller(),
        RouteStepRule.Inspector(),
    ];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove> { DocumentMove.Close };
}

/// <summary>تأیید خدمت/کار.</summary>
internal sealed class ServiceAcceptanceKind() : ReceivingKind<ServiceAcceptance>(ServiceAcceptance.Kind, DocumentGroup.Signed, "تخ", "SA")
{
    public override NumberSeries Series => NumberSeries.Unit;

    public override IReadOnlyList<Capacity> DraftedBy => [];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Requester),
        RouteStepRule.Named(Capacity.TechnicalExpert, ServiceAcceptance.ExpertNamed),
        RouteStepRule.Post(Capacity.HeadOfProcurement),
        RouteStepRule.Controller(),
        RouteStepRule.Inspector(),
    ];
}
