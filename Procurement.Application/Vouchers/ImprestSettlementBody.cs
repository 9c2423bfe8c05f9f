using Procurement.Application.Shared.Names;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>What page, print and API show of a settlement.</summary>
public sealed record ImprestSettlementView(string Buyer, string Remark, Rials Bought, Rials Spent, IReadOnlyList<SettledPurchaseView> Lines)
{
    /// <summary>What was bought for and not spent.</summary>
    public Rials Rest => Rials.FromStored(Bought.Amount - Spent.Amount);
}

public sealed record SettledPurchaseView(int Order, DocumentId Decision, string What, Rials Bought, Rials Spent, string Invoices);

internal sealed class ImprestSettlementBody(NamedThings things) : IDocumentBody
{
    public DocumentKind Kind => ImprestSettlement.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var settlement = (ImprestSettlement)document;
        return new ImprestSettlementView(
            (await things.Find([settlement.BuyerId.Value], ct)).GetValueOrDefault(settlement.BuyerId.Value)?.Name ?? "", settlement.Remark, settlement.Bought, settlement.Spent,
            [.. settlement.Lines.OrderBy(l => l.Order).Select(l => new SettledPurchaseView(l.Order, l.DecisionId, l.What, l.Bought, l.Spent, l.Invoices))]);
    }
}
