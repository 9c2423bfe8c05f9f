using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Requests;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>What the page, the print form and the API show of a decision; the order's number once it is one in effect.</summary>
public sealed record SourcingDecisionView(
    SourcingFileId FileId, string OrderNumber, string OrderNumberFa, bool IsOrder, SupplierFacts? Supplier, PurchaseMethod Method, DealClass DealClass, int DecreeYear, Rials SmallCeiling,
    SmallBoundary Boundary, string SetadNumber, string SetadExcuse, InvoiceKind InvoiceKind, string InvoiceNumber, DateOnly InvoiceDate, Rials Tax, Rials InvoiceTotal, int PricesNoted,
    Rials LowestPrice, string ChoiceReason, long AdvanceBasisPoints, bool HasSchedule, bool HasGuarantee, DateOnly DeliverBy, PaymentWay Payment, Rials Price, Rials Amount,
    IReadOnlyList<DecisionLineView> Lines, IReadOnlyList<SplittingFindingView> HeldBackBy);

public sealed record DecisionLineView(
    Guid Id, int Order, ItemKind Kind, string Description, Quantity Quantity, string UnitName, Rials UnitPrice, Rials Price, IReadOnlyList<AttributeView> Specification);

/// <summary>A finding that holds the next signature back.</summary>
public sealed record SplittingFindingView(SplittingFindingId Id, string Set, SplittingTest Test, int WindowDays, Rials Sum, DealClass ClassUsed, DealClass ClassOfSum, SplittingVerdict? Verdict);

internal sealed class SourcingDecisionBody(ICatalogueFacts catalogue, IOrderBooks orders, ISplittingFindings findings) : IDocumentBody
{
    public DocumentKind Kind => SourcingDecision.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var decision = (SourcingDecision)document;
        var suppliers = await catalogue.Suppliers([decision.SupplierId], ct);
        var order = await orders.FindOrder(decision.Id, ct);
        var holding = await findings.Blocking([decision.Id.Value, decision.FileId.Value], ct);
        return new SourcingDecisionView(
            decision.FileId, order?.Number(false) ?? "", order?.Number(true) ?? "", decision.IsOrder, suppliers.GetValueOrDefault(decision.SupplierId), decision.Method, decision.DealClass,
            decision.DecreeYear, decision.SmallCeiling, decision.Boundary, decision.SetadNumber, decision.SetadExcuse, decision.Invoice.Kind, decision.Invoice.Number, decision.Invoice.Date,
            decision.Invoice.Tax, decision.Invoice.Total, decision.PricesNoted, decision.LowestPrice, decision.ChoiceReason, decision.Terms.AdvanceBasisPoints, decision.Terms.HasSchedule,
            decision.Terms.HasGuarantee, decision.DeliverBy, decision.Payment, decision.Price, decision.Amount,
            [.. decision.Lines.OrderBy(l => l.Order).Select(l => new DecisionLineView(
                l.Id, l.Order, l.ItemKind, l.Description, l.Quantity, l.UnitName, l.UnitPrice, l.Price, PurchaseRequestBody.Attributes(l.Specification)))],
            [.. holding.Select(f => new SplittingFindingView(f.Id, f.Set, f.Test, f.WindowDays, f.Sum, f.ClassUsed, f.ClassOfSum, f.Verdict))]);
    }
}
