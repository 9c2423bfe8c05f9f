using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Receiving;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>From a delivery: count it, read its papers, put it before its requester.</summary>
internal sealed class TemporaryReceiptActions(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => TemporaryReceipt.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        var receipt = (TemporaryReceiptView)view.Body;
        if (view.Acts.Edit)
        {
            var done = receipt.KeeperCounted && receipt.PapersRead;
            if (!done)
                yield return new DocumentAction(texts[receipt.KeeperCounted ? "temporary-receipt.read-papers" : "temporary-receipt.count"], "")
                {
                    IsMain = true, Anchor = "count", Href = url.Page("/Receiving/TemporaryReceiptCount", new { id = view.Sheet.Id.Value }),
                };
        }

        if (view.Sheet.State == DocumentState.InEffect && visitor.May(ReceivingPermissions.Keep))
        {
            yield return new DocumentAction(texts["conformance-report.new"], "")
            {
                IsMain = true, Anchor = "conformance", Href = url.Page("/Receiving/ConformanceReportNew", new { receipt = view.Sheet.Id.Value }),
            };
        }
    }
}

/// <summary>From a verdict: shelve what was accepted, send back what was refused.</summary>
internal sealed class ConformanceReportActions(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => ConformanceReport.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        var report = (ConformanceReportView)view.Body;
        if (view.Sheet.State != DocumentState.InEffect || !visitor.May(ReceivingPermissions.Keep)) yield break;
        if (report.HasAccepted)
        {
            yield return new DocumentAction(texts["goods-receipt.new"], "")
            {
                IsMain = true, Anchor = "receipt", Href = url.Page("/Receiving/GoodsReceiptNew", new { conformance = view.Sheet.Id.Value }),
            };
        }

        if (report.HasRefused)
        {
            yield return new DocumentAction(texts["return-to-supplier.new"], "")
            {
                Anchor = "return-to-supplier", Href = url.Page("/Receiving/ReturnToSupplierNew", new { conformance = view.Sheet.Id.Value }),
            };
        }
    }
}

internal abstract class QuantityFormats(string kind, params (string Path, ContentFormat Format)[] formats) : IContentFormats
{
    public string Kind => kind;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = formats.ToDictionary(f => f.Path, f => f.Format, StringComparer.Ordinal);
}

internal sealed class TemporaryReceiptFormats() : QuantityFormats(
    "temporary-receipt",
    ("source", ContentFormat.Word), ("arrivedAt", ContentFormat.Instant), ("secondHand", ContentFormat.Word), ("lines.ordered", ContentFormat.Quantity),
    ("lines.onPaper", ContentFormat.Quantity), ("lines.counted", ContentFormat.Quantity), ("counts.quantity", ContentFormat.Quantity),
    ("counts.side", ContentFormat.Word), ("counts.at", ContentFormat.Instant));

internal sealed class ConformanceReportFormats() : QuantityFormats(
    "conformance-report",
    ("source", ContentFormat.Word), ("lines.counted", ContentFormat.Quantity), ("lines.ordered", ContentFormat.Quantity), ("lines.stillDue", ContentFormat.Quantity),
    ("lines.presented", ContentFormat.Quantity), ("lines.accepted", ContentFormat.Quantity), ("lines.refused", ContentFormat.Quantity),
    ("lines.acceptedAtCut", ContentFormat.Quantity), ("lines.unitPrice", ContentFormat.Rials), ("lines.cutUnitPrice", ContentFormat.Rials),
    ("lines.class", ContentFormat.Word), ("lines.checks.outcome", ContentFormat.Word), ("lines.checks.failsFor", ContentFormat.Quantity),
    ("lines.required.attributes.min", ContentFormat.Quantity), ("lines.required.attributes.max", ContentFormat.Quantity));

internal sealed class GoodsReceiptFormats() : QuantityFormats(
    "goods-receipt",
    ("source", ContentFormat.Word), ("lines.class", ContentFormat.Word), ("lines.quantity", ContentFormat.Quantity), ("lines.unitPrice", ContentFormat.Rials),
    ("lines.value", ContentFormat.Rials));

internal sealed class ReturnToSupplierFormats() : QuantityFormats("return-to-supplier", ("lines.quantity", ContentFormat.Quantity));

internal sealed class ServiceAcceptanceFormats() : QuantityFormats(
    "service-acceptance",
    ("lines.ordered", ContentFormat.Quantity), ("lines.before", ContentFormat.Quantity), ("lines.quantity", ContentFormat.Quantity),
    ("lines.unitPrice", ContentFormat.Rials), ("lines.value", ContentFormat.Rials));
