using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests;

/// <summary>درخواست کالا: internal; the issue or purchase that rests on it is signed by controller and inspector.</summary>
internal sealed class GoodsRequestKind : DocumentKindDefinition
{
    public override DocumentKind Kind => GoodsRequest.Kind;

    public override DocumentGroup Group => DocumentGroup.Internal;

    public override Type DocumentType => typeof(GoodsRequest);

    public override string Capability => "Requests";

    public override string PrefixFa => "دک";

    public override string PrefixEn => "RQ";

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Requester),
        RouteStepRule.Post(Capacity.UnitManager),
        RouteStepRule.Post(Capacity.Keeper),
    ];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } =
        new HashSet<DocumentMove> { DocumentMove.Close, DocumentMove.CloseShort, DocumentMove.Expire };
}
