using System.IO.Compression;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed class The_frame_of_every_page(OneWebSite factory) : IClassFixture<OneWebSite>
{
    [Fact]
    public async Task Persian_reads_right_to_left_and_is_the_first_language()
    {
        var page = await Open("/Help");

        Assert.Equal("fa", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task The_switch_turns_the_pages_to_English_and_returns_to_the_same_page()
    {
        using var client = factory.CreateClient();
        var page = await Parse(await client.GetAsync("/Help?from=menu"));
        var form = page.QuerySelector<IHtmlFormElement>("form.language-switch")!;
        using var fields = new FormUrlEncodedContent(form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => KeyValuePair.Create(input.Name!, input.Value)));

        var response = await client.PostAsync(form.GetAttribute("action"), fields);
        var english = await Parse(response);

        Assert.Equal("/Help?from=menu", response.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", english.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task The_switch_never_leads_to_another_site()
    {
        using var client = factory.CreateClient(followRedirects: false);
        var page = await Parse(await client.GetAsync("/Help"));
        var token = page.QuerySelector<IHtmlInputElement>("form.language-switch input[name=__RequestVerificationToken]")!.Value;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = "en", ["returnUrl"] = "//elsewhere.example", ["__RequestVerificationToken"] = token });

        var response = await client.PostAsync("/language", fields);

        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_browser_may_run_nothing_inline_frame_nothing_and_keep_nothing()
    {
        using var client = factory.CreateClient();
        var headers = (await client.GetAsync("/Help")).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_what_to_do_next()
    {
        using var client = factory.CreateClient();
        var response = await client.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("شماره سند را در جست‌وجو", (await Parse(response)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_menu_shows_a_stranger_only_what_is_public()
    {
        var page = await Open("/Help");

        var lines = page.QuerySelectorAll(".menu-wide a").Select(line => line.GetAttribute("href"));
        Assert.Contains("/Help", lines);
        Assert.DoesNotContain("/Requests", lines);
    }

    [Fact]
    public async Task The_line_of_the_open_page_is_marked()
    {
        var page = await Open("/Help");
        Assert.Equal("/Help", page.QuerySelector(".menu-wide [aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Style_and_scripts_of_a_page_weigh_no_more_than_a_slow_line_bears()
    {
        using var client = factory.CreateClient();
        var page = await Parse(await client.GetAsync("/Help"));
        var addresses = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!));

        long weight = 0;
        foreach (var address in addresses) weight += Compressed(await client.GetByteArrayAsync(address));

        Assert.InRange(weight, 1, 100 * 1024);
    }

    private static long Compressed(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(content);
        return compressed.Length;
    }

    private async Task<IDocument> Open(string address)
    {
        using var client = factory.CreateClient();
        return await Parse(await client.GetAsync(address));
    }

    private static async Task<IDocument> Parse(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
