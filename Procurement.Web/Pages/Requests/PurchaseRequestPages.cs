using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Requests;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Of a draft: complete what its lines lack before it is sent.</summary>
internal sealed class PurchaseRequestActions(ITexts texts) : IFurtherActions
{
    public string Kind => PurchaseRequest.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Acts.Edit && view.Body is PurchaseRequestView { FirstOpenLine: { } open } request)
        {
            yield return new DocumentAction(texts["purchase-request.specify-lines", request.Lines.Count(l => l.Specification.Count == 0)], "")
            {
                Anchor = "specify", Href = url.Page("/Requests/PurchaseRequestLine", new { id = view.Sheet.Id.Value, order = open }),
            };
        }
    }
}

internal sealed class PurchaseRequestFormats : IContentFormats
{
    public string Kind => PurchaseRequest.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["origin"] = ContentFormat.Word,
        ["urgency"] = ContentFormat.Word,
        ["lines.kind"] = ContentFormat.Word,
        ["lines.quantity"] = ContentFormat.Quantity,
        ["lines.unitEstimate"] = ContentFormat.Rials,
        ["lines.estimate"] = ContentFormat.Rials,
        ["lines.basis"] = ContentFormat.Word,
        ["lines.credit"] = ContentFormat.Rials,
        // Bounds of an attribute are written in millionths, as quantities are.
        ["lines.attributes.min"] = ContentFormat.Quantity,
        ["lines.attributes.max"] = ContentFormat.Quantity,
    };
}
