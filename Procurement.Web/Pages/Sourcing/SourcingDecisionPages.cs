using Microsoft.AspNetCore.Mvc;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Sourcing;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>From a decision in effect that is the order: its paper.</summary>
internal sealed class SourcingDecisionActions(ITexts texts) : IFurtherActions
{
    public string Kind => SourcingDecision.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Body is SourcingDecisionView { OrderNumber.Length: > 0 } && view.Sheet.State is DocumentState.InEffect or DocumentState.Closed)
            yield return new DocumentAction(texts["sourcing.print-order"], "") { Anchor = "order", Href = url.Page("/Sourcing/OrderPrint", new { id = view.Sheet.Id.Value }) };
    }
}

internal sealed class SourcingDecisionFormats : IContentFormats
{
    public string Kind => SourcingDecision.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["method"] = ContentFormat.Word, ["class"] = ContentFormat.Word, ["boundary"] = ContentFormat.Word, ["invoiceKind"] = ContentFormat.Word, ["payment"] = ContentFormat.Word,
        ["smallCeiling"] = ContentFormat.Rials, ["mediumLimit"] = ContentFormat.Rials, ["tax"] = ContentFormat.Rials, ["invoiceTotal"] = ContentFormat.Rials,
        ["lowestPrice"] = ContentFormat.Rials, ["lines.quantity"] = ContentFormat.Quantity, ["lines.unitPrice"] = ContentFormat.Rials, ["lines.price"] = ContentFormat.Rials,
        ["lines.attributes.min"] = ContentFormat.Quantity, ["lines.attributes.max"] = ContentFormat.Quantity,
    };
}
