using Microsoft.AspNetCore.Mvc.ViewEngines;
using Procurement.Application.SignOff;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;

namespace Procurement.Web.Pages.Documents;

/// <summary>
/// Finds what a kind writes of its own by its name: <c>Pages/Requests/_GoodsRequest.cshtml</c> for the page, <c>…Print</c> for the paper,
/// <c>…Contribution</c> for what a signer must fill in.
/// </summary>
public sealed class KindViews(DocumentRegistry registry, ICompositeViewEngine views)
{
    /// <summary>The content as the paper form lays it out; null for a kind that has not written one.</summary>
    public string? Body(string kind) => Existing(kind, "");

    public string? Print(string kind) => Existing(kind, "Print");

    /// <summary>The form in which a signer adds his own part.</summary>
    public string? Contribution(string kind) => Existing(kind, "Contribution");

    /// <summary>The Razor page of a kind: <c>/Requests/GoodsRequestEdit</c>.</summary>
    public string PageOf(string kind, string page) => $"/{CapabilityOf(kind)}/{Names.Pascal(kind)}{page}";

    /// <summary>The first page of the capability the kind belongs to.</summary>
    public string HomeOf(string kind) => $"/{CapabilityOf(kind)}/Index";

    private string? Existing(string kind, string part)
    {
        var path = $"/Pages/{CapabilityOf(kind)}/_{Names.Pascal(kind)}{part}.cshtml";
        return views.GetView(executingFilePath: null, path, isMainPage: false).Success ? path : null;
    }

    private string CapabilityOf(string kind) => registry.Of(new DocumentKind(kind)).Capability;
}
