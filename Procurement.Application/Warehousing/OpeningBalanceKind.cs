using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing;

/// <summary>موجودی اول دوره: keeper and second counter, then general affairs, controller and inspector (documents 2).</summary>
internal sealed class OpeningBalanceKind : DocumentKindDefinition
{
    public override DocumentKind Kind => OpeningBalance.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(OpeningBalance);

    public override string Capability => "Warehousing";

    public override string PrefixFa => "اف";

    public override string PrefixEn => "OB";

    public override NumberSeries Series => NumberSeries.Store;

    public override IReadOnlyList<Capacity> DraftedBy { get; } = [Capacity.Keeper];

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Keeper),
        RouteStepRule.Post(Capacity.SecondCounter),
        RouteStepRule.Post(Capacity.HeadOfGeneralAffairs),
        RouteStepRule.Controller(),
        RouteStepRule.Inspector(),
    ];
}
