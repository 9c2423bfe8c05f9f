using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Requests;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Contracts;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Contracts;

/// <summary>What the page, the print form and the API show of a contract.</summary>
public sealed record ContractView(
    DocumentId DecisionId, string Subject, SupplierFacts? Supplier, DateOnly StartsOn, DateOnly EndsOn, long AdvanceBasisPoints, bool HasSchedule, bool HasGuarantee,
    string GuaranteeClause, long DailyPenaltyBasisPoints, Rials Price, Rials Tax, Rials Amount, IReadOnlyList<ContractLineView> Lines, IReadOnlyList<InstalmentView> Schedule);

public sealed record ContractLineView(
    Guid Id, int Order, ItemKind Kind, string Description, Quantity Quantity, string UnitName, Rials UnitPrice, Rials Price, IReadOnlyList<AttributeView> Specification);

public sealed record InstalmentView(int Line, Quantity Quantity, DateOnly DueOn);

internal sealed class ContractBody(ICatalogueFacts catalogue) : IDocumentBody
{
    public DocumentKind Kind => Contract.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var contract = (Contract)document;
        var suppliers = await catalogue.Suppliers([contract.SupplierId], ct);
        return new ContractView(
            contract.DecisionId, contract.Subject, suppliers.GetValueOrDefault(contract.SupplierId), contract.StartsOn, contract.EndsOn, contract.AdvanceBasisPoints, contract.HasSchedule,
            contract.HasGuarantee, contract.GuaranteeClause, contract.DailyPenaltyBasisPoints, contract.Price, contract.Tax, contract.Amount,
            [.. contract.Lines.OrderBy(l => l.Order).Select(l => new ContractLineView(
                l.Id, l.Order, l.ItemKind, l.Description, l.Quantity, l.UnitName, l.UnitPrice, l.Price, PurchaseRequestBody.Attributes(l.Specification)))],
            [.. contract.Schedule.OrderBy(i => i.DueOn).ThenBy(i => i.LineOrder).Select(i => new InstalmentView(i.LineOrder, i.Quantity, i.DueOn))]);
    }
}
