using Procurement.Application.Contracts.Facts;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving;

/// <summary>Joins what was delivered with what was agreed.</summary>
internal sealed class ReceivingFacts(IDocuments documents, IOrderFacts orders)
{
    /// <summary>The specification a checklist is filled against; null for goods that were not bought.</summary>
    public async Task<Specification?> SpecificationOf(ExpertChecklist checklist, CancellationToken ct)
    {
        var receipt = await documents.Load<TemporaryReceipt>(checklist.TemporaryReceiptId, ct);
        var line = receipt?.Lines.FirstOrDefault(l => l.Id == checklist.LineId);
        if (receipt?.BasisId is not { } basis || line?.BasisLineId is not { } ordered) return null;

        return (await orders.Find(basis, ct))?.Lines.FirstOrDefault(l => l.LineId == ordered)?.Specification;
    }
}
