using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Io.Dom;
using Xunit;

namespace Procurement.Tests.Support;

/// <summary>A browser without scripts: opens pages, fills the forms it finds on them, follows where they lead.</summary>
public sealed class WebVisitor(HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    /// <summary>The last answer before redirections were followed.</summary>
    public HttpResponseMessage Last { get; private set; } = null!;

    public HttpStatusCode Status => Last.StatusCode;

    public async Task<IDocument> Open(string address) => await Read(await client.GetAsync(address));

    /// <summary>Sends a form as it stands on the page, with the given fields typed over.</summary>
    public async Task<IDocument> Submit(IElement? form, params (string Name, string Value)[] typed)
    {
        var filled = Assert.IsType<IHtmlFormElement>(form, exactMatch: false);
        var fields = FieldsOf(filled).Where(f => !typed.Any(t => t.Name == f.Key)).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await Post(filled.GetAttribute("action") is { Length: > 0 } action ? action : Address, content);
    }

    public async Task<IDocument> Post(string address, HttpContent content)
    {
        var target = address.StartsWith('?') ? Address.Split('?')[0] + address : address;
        return await Read(await client.PostAsync(target, content));
    }

    public void Dispose() => client.Dispose();

    /// <summary>The address of the page shown last.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>Everything the browser would send of a form, check boxes left as they stand.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name, IsDisabled: false } input when input.Type is not ("submit" or "button" or "file"):
                    if (input.Type is not ("checkbox" or "radio") || input.IsChecked) yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task<IDocument> Read(HttpResponseMessage response)
    {
        Last = response;
        while (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther) response = await client.GetAsync(response.Headers.Location);
        Address = response.RequestMessage!.RequestUri!.PathAndQuery;
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
