using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Requests;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Application.Sourcing.ReadSourcingFile;
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
    IReadOnlyList<DecisionLineView> Lines,
    IReadOnlyList<PriceNoteView> Prices, IReadOnlyList<FindingView> HeldBackBy, IReadOnlyList<SplittingCase> Signals, Refusal? Unable, string Buyer);

public sealed record DecisionLineView(
    Guid Id, Guid FileLine, string Requester, int Order, ItemKind Kind, string Description, Quantity Quantity, string UnitName, Rials UnitPrice, Rials Price, IReadOnlyList<AttributeView> Specification);

internal sealed class SourcingDecisionBody(
    ICatalogueFacts catalogue, IOrderBooks orders, ISplittingFindings findings, ISourcingFiles files, DecisionForms forms, SplittingExam exam, SplittingBoard board, ChartOfCall charts,
    IBodyClock clock) : IDocumentBody
{
    public DocumentKind Kind => SourcingDecision.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var decision = (SourcingDecision)document;
        var suppliers = await catalogue.Suppliers([decision.SupplierId], ct);
        var order = await orders.FindOrder(decision.Id, ct);
        var holding = await findings.Blocking([decision.Id.Value, decision.FileId.Value], ct);
        var file = (await files.Load(decision.FileId, ct))!;
        var chart = await charts.Get(ct);
        // Shown until he commits himself: afterwards the findings say what became of them.
        var (signals, unable) = decision.SignOff.State == DocumentState.Draft
            ? await exam.Show(ExaminedDeals.Of(decision, file, await forms.Requests(file, ct), clock.Today), board, ct)
            : ([], null);
        return new SourcingDecisionView(
            decision.FileId, order?.Number(false) ?? "", order?.Number(true) ?? "", decision.IsOrder, suppliers.GetValueOrDefault(decision.SupplierId), decision.Method, decision.DealClass,
            decision.DecreeYear, decision.SmallCeiling, decision.Boundary, decision.SetadNumber, decision.SetadExcuse, decision.Invoice.Kind, decision.Invoice.Number, decision.Invoice.Date,
            decision.Invoice.Tax, decision.Invoice.Total, decision.PricesNoted, decision.LowestPrice, decision.ChoiceReason, decision.Terms.AdvanceBasisPoints, decision.Terms.HasSchedule,
            decision.Terms.HasGuarantee, decision.DeliverBy, decision.Payment, decision.Price, decision.Amount,
            [.. decision.Lines.OrderBy(l => l.Order).Select(l => new DecisionLineView(
                l.Id, l.FileLine, chart.NameOf(l.RequesterId), l.Order, l.ItemKind, l.Description, l.Quantity, l.UnitName, l.UnitPrice, l.Price, PurchaseRequestBody.Attributes(l.Specification)))],
            PriceNotes.Of(file), await board.Of(holding, ct), signals, unable, chart.NameOf(decision.BuyerId));
    }
}
