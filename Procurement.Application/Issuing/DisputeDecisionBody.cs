using Procurement.Application.Catalogue.Facts;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing;

/// <summary>What page, print and API show of a decision.</summary>
public sealed record DisputeDecisionView(DocumentLabel Pass, string StoreName, string StoreNameEn, string Reason, IReadOnlyList<DisputedLineView> Lines);

public sealed record DisputedLineView(
    Guid PassLine, int Order, ItemId Item, string Code, string Name, string NameEn, string Unit, string UnitEn, DisputeOutcome Outcome, Quantity Quantity,
    IReadOnlyList<string> Pieces);

internal sealed class DisputeDecisionBody(IStockFacts stock, ICatalogueFacts catalogue, IIssuingQueries queries) : IDocumentBody
{
    public DocumentKind Kind => DisputeDecision.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var decision = (DisputeDecision)document;
        var store = await stock.Store(decision.StoreId, ct);
        var items = await catalogue.Items([.. decision.Lines.Select(l => l.Item).Distinct()], ct);
        return new DisputeDecisionView(
            (await queries.Labels([decision.PassId], ct))[decision.PassId], store?.Name ?? "", store?.NameEn ?? "", decision.Reason,
            [.. decision.Lines.OrderBy(l => l.Order).Select(l => Line(l, items.GetValueOrDefault(l.Item)))]);
    }

    private static DisputedLineView Line(DisputedLine line, ItemFacts? item) => new(
        line.PassLineId, line.Order, line.Item, line.ItemCode, item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", line.Outcome, line.Quantity,
        [.. line.Pieces.OrderBy(p => p.Order).Select(p => p.Number)]);
}
