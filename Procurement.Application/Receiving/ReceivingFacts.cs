using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving;

/// <summary>Joins what was delivered with what was agreed.</summary>
internal sealed class ReceivingFacts(IDocuments documents, IOrderFacts orders, ICatalogueFacts catalogue)
{
    /// <summary>The specification a checklist is filled against; for goods that were not bought the bounds of the item's template, null where it has none.</summary>
    public async Task<Specification?> SpecificationOf(ExpertChecklist checklist, CancellationToken ct)
    {
        var receipt = await documents.Load<TemporaryReceipt>(checklist.TemporaryReceiptId, ct);
        var line = receipt?.Lines.FirstOrDefault(l => l.Id == checklist.LineId);
        if (line is null) return null;
        if (receipt?.BasisId is not { } basis || line.BasisLineId is not { } ordered)
            return (await catalogue.TemplatesInForce([line.ItemId], ct)).GetValueOrDefault(line.ItemId) is { } template ? Specification.Bounds(template) : null;

        return (await orders.Find(basis, ct))?.Lines.FirstOrDefault(l => l.LineId == ordered)?.Specification;
    }
}
