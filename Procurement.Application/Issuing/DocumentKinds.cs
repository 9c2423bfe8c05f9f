using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing;

/// <summary>
/// حواله انبار. Requester and manager mostly stand by their signatures on the request; controller and inspector may follow the effect only for
/// consumables of small value (documents 2, timing).
/// </summary>
internal sealed class IssueVoucherKind : DocumentKindDefinition
{
    public override DocumentKind Kind => IssueVoucher.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(IssueVoucher);

    public override string Capability => "Issuing";

    public override string PrefixFa => "حو";

    public override string PrefixEn => "IV";

    public override NumberSeries Series => NumberSeries.Store;

    public override IReadOnlyList<Capacity> DraftedBy { get; } = [Capacity.Keeper];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Named(Capacity.Requester),
        RouteStepRule.Post(Capacity.UnitManager),
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Post(Capacity.TechnicalExpert, IssueVoucher.ExpertCheck),
        RouteStepRule.Post(Capacity.PropertyOfficer, IssueVoucher.Labelled),
        RouteStepRule.Controller(StepTiming.After),
        RouteStepRule.Inspector(StepTiming.After),
    ];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove> { DocumentMove.Close, DocumentMove.CloseShort };
}

/// <summary>برگه خروج: the keeper issues it; guard and receiver sign what went out and what came, after its effect.</summary>
internal sealed class GatePassKind : DocumentKindDefinition
{
    public override DocumentKind Kind => GatePass.Kind;

    public override DocumentGroup Group => DocumentGroup.Internal;

    public override Type DocumentType => typeof(GatePass);

    public override string Capability => "Issuing";

    public override string PrefixFa => "بخ";

    public override string PrefixEn => "GP";

    public override NumberSeries Series => NumberSeries.Store;

    public override IReadOnlyList<Capacity> DraftedBy { get; } = [Capacity.Keeper];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Post(Capacity.HeadOfGeneralAffairs, GatePass.Temporary),
        RouteStepRule.Post(Capacity.Guard, GatePass.Guarded) with { Timing = StepTiming.After, DueWorkingDays = 1 },
        RouteStepRule.Named(Capacity.Guard, GatePass.Unguarded) with { Timing = StepTiming.After, DueWorkingDays = 1 },
        RouteStepRule.Named(Capacity.Receiver, GatePass.ReceivedInside) with { Timing = StepTiming.After },
    ];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove> { DocumentMove.Close, DocumentMove.CloseShort };
}

/// <summary>خروج موقت: goods that come back; property officer where pieces are numbered, general affairs, then controller and inspector.</summary>
internal sealed class TemporaryExitKind : DocumentKindDefinition
{
    public override DocumentKind Kind => TemporaryExit.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(TemporaryExit);

    public override string Capability => "Issuing";

    public override string PrefixFa => "خم";

    public override string PrefixEn => "TE";

    public override NumberSeries Series => NumberSeries.Store;

    public override IReadOnlyList<Capacity> DraftedBy { get; } = [Capacity.Keeper];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Post(Capacity.PropertyOfficer, TemporaryExit.Labelled),
        RouteStepRule.Post(Capacity.HeadOfGeneralAffairs),
        RouteStepRule.Controller(),
        RouteStepRule.Inspector(),
    ];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove> { DocumentMove.Close, DocumentMove.CloseShort };
}

/// <summary>رأی اختلاف تحویل.</summary>
internal sealed class DisputeDecisionKind : DocumentKindDefinition
{
    public override DocumentKind Kind => DisputeDecision.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(DisputeDecision);

    public override string Capability => "Issuing";

    public override string PrefixFa => "را";

    public override string PrefixEn => "DD";

    public override NumberSeries Series => NumberSeries.Store;

    public override IReadOnlyList<Capacity> DraftedBy { get; } = [Capacity.HeadOfGeneralAffairs];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.HeadOfGeneralAffairs),
        RouteStepRule.Controller(),
        RouteStepRule.Inspector(),
    ];
}
