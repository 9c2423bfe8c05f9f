using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests;

/// <summary>درخواست خرید: signed; the official's signature is تشخیص, the controller's تأمین اعتبار.</summary>
internal sealed class PurchaseRequestKind : DocumentKindDefinition
{
    private const int UrgentInspectorDays = 2;

    public override DocumentKind Kind => PurchaseRequest.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(PurchaseRequest);

    public override string Capability => "Requests";

    public override string PrefixFa => "دخ";

    public override string PrefixEn => "PR";

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.Requester),
        RouteStepRule.Post(Capacity.UnitManager),
        RouteStepRule.Post(Capacity.Keeper, PurchaseRequest.HasGoods),
        RouteStepRule.Post(Capacity.HeadOfProcurement),
        RouteStepRule.Post(Capacity.AuthorisedOfficial),
        RouteStepRule.Controller(),
        // Of an urgent request the inspector signs within two working days after (documents 7).
        new RouteStepRule(Capacity.Inspector, StepSource.Drawn, StepTiming.After, UrgentInspectorDays),
    ];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } =
        new HashSet<DocumentMove> { DocumentMove.Close, DocumentMove.CloseShort, DocumentMove.Expire };
}
