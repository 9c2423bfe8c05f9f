using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Sourcing;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Sourcing;

/// <summary>نتیجه خرید: signed. In a small deal it is the order; above the ceiling of small deals it is an award, and each signature is proved for itself.</summary>
internal sealed class SourcingDecisionKind : DocumentKindDefinition
{
    public override DocumentKind Kind => SourcingDecision.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(SourcingDecision);

    public override string Capability => "Sourcing";

    public override string PrefixFa => "نخ";

    public override string PrefixEn => "SD";

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Buyer),
        RouteStepRule.Post(Capacity.HeadOfProcurement),
        RouteStepRule.Controller(),
        RouteStepRule.Inspector(),
    ];

    public override IReadOnlyList<Capacity> DraftedBy { get; } = [Capacity.Buyer];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove> { DocumentMove.Close, DocumentMove.CloseShort, DocumentMove.Expire };

    public override ProvedEachTime ProvedEachTime => ProvedEachTime.AboveBand;
}
