using Procurement.Application.SignOff;
using Procurement.Domain.Contracts;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Contracts;

/// <summary>قرارداد: signed; the authorised official comes last, his signature is تعهد.</summary>
internal sealed class ContractKind : DocumentKindDefinition
{
    public override DocumentKind Kind => Contract.Kind;

    public override DocumentGroup Group => DocumentGroup.Signed;

    public override Type DocumentType => typeof(Contract);

    public override string Capability => "Contracts";

    public override string PrefixFa => "قر";

    public override string PrefixEn => "CT";

    public override IReadOnlyList<RouteStepRule> DefaultRoute { get; } =
    [
        RouteStepRule.Owner(Capacity.HeadOfProcurement),
        RouteStepRule.Controller(),
        RouteStepRule.Inspector(),
        RouteStepRule.Post(Capacity.AuthorisedOfficial),
    ];

    public override IReadOnlyList<Capacity> DraftedBy { get; } = [Capacity.HeadOfProcurement];

    public override IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove> { DocumentMove.Close, DocumentMove.CloseShort };
}
