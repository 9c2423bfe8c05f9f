using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Configuration;
using Procurement.Tests.Shell;
using Procurement.Tests.Support;
using Procurement.Web.Demo;
using Procurement.Web.Resources;
using Xunit;

namespace Procurement.Tests.Journeys;

/// <summary>The sample body after half a year of its story: a document of every kind, and something in every inbox.</summary>
public sealed class DemoSite : SampleSite
{
    protected override Task Fill(IConfiguration settings) => DemoData.FillRecent(settings, TimeProvider.System);
}

/// <summary>Walks the whole demo link by link, as one person after the other, in both languages.</summary>
public sealed partial class Every_page_of_the_demo(DemoSite site) : IClassFixture<DemoSite>
{
    private const int MostDocuments = 24;
    private const int MostOfOneAddress = 2;

    private static readonly string[] People = ["requester", "keeper", "buyer", "accounts", "inspector", "general", "guard", "admin"];

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task Can_be_opened_by_whoever_is_shown_the_link_and_speaks_one_language(string code)
    {
        var language = Language.All.Single(l => l.Code == code);
        var faults = new List<string>();
        var opened = 0;
        foreach (var person in People)
        {
            using var visitor = new WebVisitor(Client());
            var people = await visitor.Open("/account/sample-people");
            var home = await visitor.Submit(people.QuerySelector("main form"), ("person", person));
            if (home.DocumentElement.GetAttribute("lang") != code) await visitor.Submit(home.QuerySelector("form.language-switch"));

            var budget = new Dictionary<string, int>(StringComparer.Ordinal);
            var waiting = new Queue<(string From, string Address)>([("the door", "/")]);
            var known = new HashSet<string>(StringComparer.Ordinal) { "/" };
            while (waiting.TryDequeue(out var next))
            {
                var kind = Ids().Replace(next.Address, "{}");
                var most = kind == "/documents/{}" ? MostDocuments : MostOfOneAddress;
                if (budget.TryGetValue(kind, out var spent) && spent >= most) continue;
                budget[kind] = spent + 1;

                var page = await visitor.Open(next.Address);
                opened++;
                if (visitor.Status >= HttpStatusCode.BadRequest)
                {
                    faults.Add($"{person}: {next.Address}, linked from {next.From}, answers {(int)visitor.Status}");
                    continue;
                }

                faults.AddRange(VisibleWords.Faults(page, language).Distinct().Select(fault => $"{person}: {next.Address}: {fault}"));
                foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(a => !a.HasAttribute("download")).Select(a => a.GetAttribute("href")!))
                {
                    var address = link.StartsWith('?') ? visitor.Address.Split('?')[0] + link : link.Split('#')[0];
                    if (address.StartsWith('/') && !NoPage().IsMatch(address) && known.Add(address)) waiting.Enqueue((next.Address, address));
                }
            }
        }

        Assert.True(opened > 400, $"Only {opened} pages were found.");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(60)));
    }

    [Fact]
    public async Task Of_the_orders_only_those_with_goods_to_come_are_on_the_way()
    {
        using var visitor = new WebVisitor(Client());
        var people = await visitor.Open("/account/sample-people");
        await visitor.Submit(people.QuerySelector("main form"), ("person", "keeper"));

        var desk = await visitor.Open("/receiving");
        var orders = desk.QuerySelectorAll("section[aria-labelledby=desk-due] li").Select(row => row.QuerySelector("a[href^='/documents/']")!.GetAttribute("href")!).ToList();
        var purposes = new List<string>();
        foreach (var order in orders) purposes.Add((await visitor.Open(order)).QuerySelector(".work-table tbody")!.TextContent);

        // Of everything the story ordered, the pens never came and some gloves were refused.
        Assert.Equal(2, orders.Count);
        Assert.Contains(purposes, goods => goods.Contains("خودکار آبی", StringComparison.Ordinal));
        Assert.Contains(purposes, goods => goods.Contains("دستکش جوشکاری", StringComparison.Ordinal));
    }

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{2,}|%[0-9A-F]{2}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    /// <summary>Files, forms of paper and the descriptions of the interface for programs.</summary>
    [GeneratedRegex("handler=|format=|/files/|/print|^/api|^/openapi|sample-people", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoPage();
}
