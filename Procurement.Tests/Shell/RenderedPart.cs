using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Procurement.Tests.Shell;

/// <summary>One part of a page written by the real view engine, without a page around it.</summary>
internal static class RenderedPart
{
    public static async Task<IDocument> Of(IServiceProvider services, string view, object model, ModelStateDictionary? state = null)
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        action.RouteData.Routers.Add(new RouteCollection());

        var found = scope.ServiceProvider.GetRequiredService<IRazorViewEngine>().GetView(executingFilePath: null, $"/Layout/{view}.cshtml", isMainPage: false);
        found.EnsureSuccessful(originalLocations: null);
        await using var html = new StringWriter();
        var data = new ViewDataDictionary(scope.ServiceProvider.GetRequiredService<IModelMetadataProvider>(), state ?? action.ModelState) { Model = model };
        var stored = new TempDataDictionary(http, scope.ServiceProvider.GetRequiredService<ITempDataProvider>());
        await found.View!.RenderAsync(new ViewContext(action, found.View, data, stored, html, new HtmlHelperOptions()));
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html.ToString()));
    }
}
