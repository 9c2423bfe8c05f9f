using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.DraftImprestSettlement;

/// <summary>The buyer accounts for purchases out of his own imprest.</summary>
/// <param name="Purchases">The decisions that bought; all of one unit.</param>
/// <param name="Remark">What became of money that was not spent.</param>
[Requires(VouchersPermissions.EnterInvoice)]
public sealed record DraftImprestSettlement(IReadOnlyList<DocumentId> Purchases, string? Remark) : ICommand<Result<DocumentId>>;

internal sealed class DraftImprestSettlementHandler(IDocuments documents, ProvenPurchases purchases, ChartOfCall charts, Desk desk)
    : ICommandHandler<DraftImprestSettlement, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftImprestSettlement command, CancellationToken cancellationToken)
    {
        var open = (await purchases.Of(desk.Me.Person, cancellationToken)).Where(p => command.Purchases.Contains(p.Decision.Id)).ToList();
        if (open.Count != command.Purchases.Distinct().Count()) return Refusal.NotFound("imprest-settlement.purchase-not-open").At("Purchases");
        if (open.Select(p => p.Decision.SignOff.UnitId).Distinct().Count() > 1) return Refusal.Invalid("imprest-settlement.one-unit").At("Purchases");
        if (open.Count == 0) return Refusal.Invalid("imprest-settlement.no-lines", ImprestSettlement.MaxLines).At("Purchases");

        var unit = (await charts.Get(cancellationToken)).Unit(open[0].Decision.SignOff.UnitId)!;
        var drafted = ImprestSettlement.Draft((unit.Id, unit.Code), [.. open.Select(p => p.Proven)], command.Remark, desk.Me, open.Select(p => p.Decision.SignOff));
        if (!drafted.Succeeded) return drafted.Plain();
        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}
