using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Procurement.Web.Layout.Print;

/// <summary>A print form as it stands: what surrounds it, and the part of its kind.</summary>
/// <param name="Sheet">Letterhead, number, signatures, mark.</param>
/// <param name="BodyPartial">The kind's own print view.</param>
/// <param name="Body">What that view shows.</param>
public sealed record PaperView(PrintSheetView Sheet, string BodyPartial, object Body) : IPrintPage;

/// <summary>Writes a print form into a text, for a printer on the server; the page in the browser is written from the same views.</summary>
public sealed class PaperRenderer(ICompositeViewEngine views, ITempDataProvider tempData)
{
    private const string View = "/Layout/Print/_Paper.cshtml";

    public async Task<string> Render(PaperView paper, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var found = views.GetView(executingFilePath: null, View, isMainPage: true);
        var action = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        await using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary<PaperView>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = paper };
        var context = new ViewContext(action, found.View!, data, new TempDataDictionary(http, tempData), text, new HtmlHelperOptions());
        await found.View!.RenderAsync(context);
        return text.ToString();
    }
}
