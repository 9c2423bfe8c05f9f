using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Procurement.Application.Shared.Ports;

namespace Procurement.Web.Display.Forms;

/// <summary>Puts a key of its own into every form that posts, so that the same form sent twice acts once.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class RequestKeyTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{RequestKeyFilter.Field}\" value=\"{Guid.CreateVersion7():N}\">");
}

/// <summary>Hands the key of a posted form to the use case.</summary>
public sealed class RequestKeyFilter(CallContext call) : IAsyncPageFilter
{
    public const string Field = "__key";
    private const int MaxLength = 64;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form[Field].ToString() is { Length: > 0 and <= MaxLength } key)
            call.IdempotencyKey = key;
        return next();
    }
}

/// <summary>A form has one key and may ask for several acts one after the other; each keeps an answer of its own.</summary>
public static class ActsOfOneForm
{
    /// <param name="call">The call.</param>
    /// <param name="act">Names the act that follows.</param>
    public static void Then(this CallContext call, string act)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.IdempotencyKey is { } key) call.IdempotencyKey = $"{key}:{act}";
    }
}
