using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Journeys;

/// <summary>
/// People in a browser of their own each, who know one address, the login page; from there they use the links they see. Counts the pages they
/// load and holds every kind of page they come to against the rules of accessibility.
/// </summary>
internal sealed class Walk : IAsyncDisposable
{
    private readonly Dictionary<string, Walker> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly BrowserNewContextOptions _window;

    private Walk(string address, IPlaywright playwright, IBrowser browser, BrowserNewContextOptions window) =>
        (Address, _playwright, _browser, _window) = (address, playwright, browser, window);

    public string Address { get; }

    /// <summary>Pages loaded so far, by everybody; redirections on the way are not counted.</summary>
    public int Loads { get; set; }

    /// <summary>Of these, the pages of the door: two a person, before he stands in his inbox.</summary>
    public int LoadsAtTheDoor { get; set; }

    public bool HasScripts => _window.JavaScriptEnabled != false;

    /// <summary>What the rules of accessibility found on the pages, each finding once.</summary>
    public SortedSet<string> Faults { get; } = new(StringComparer.Ordinal);

    public static async Task<Walk> On(SampleSite site, BrowserNewContextOptions? window = null)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Support.Chromium.Path, Args = ["--no-sandbox"] });
        return new Walk(site.Address, playwright, browser, window ?? new() { Locale = "fa-IR", ViewportSize = new() { Width = 1366, Height = 900 } });
    }

    /// <summary>A day from today on as people type it.</summary>
    public static string Day(int fromToday) => JalaliDate.From(TehranTime.Today(TimeProvider.System).AddDays(fromToday)).ToString();

    /// <summary>The person, logged in once.</summary>
    public async Task<Walker> As(string login)
    {
        if (_people.TryGetValue(login, out var known)) return known;
        var context = await _browser.NewContextAsync(_window);
        var walker = new Walker(this, await context.NewPageAsync());
        await walker.LogIn(login);
        return _people[login] = walker;
    }

    /// <summary>Keeps who is called how, as the list of the sample people tells it.</summary>
    public async Task Learn(IPage people)
    {
        if (_names.Count > 0) return;
        foreach (var person in await people.Locator("button[name=person]").AllAsync())
            _names[(await person.GetAttributeAsync("value"))!] = (await person.Locator("bdi").InnerTextAsync()).Trim();
    }

    /// <summary>The login of the person a page names, such as the inspector who was drawn.</summary>
    public string Named(string said) => Assert.Single(_names, n => said.Contains(n.Value, StringComparison.Ordinal)).Key;

    /// <summary>Signs by whichever of these people the document waits for.</summary>
    public async Task SignByOneOf(string document, params string[] logins)
    {
        foreach (var login in logins)
        {
            var walker = await As(login);
            if (!await walker.IsWaiting(document)) continue;
            await walker.Open(document);
            await walker.Sign();
            return;
        }

        Assert.Fail($"None of {string.Join(", ", logins)} finds the document in the inbox.");
    }

    /// <summary>Holds a page against the rules, one of each kind.</summary>
    public async Task Check(IPage page)
    {
        var path = new Uri(page.Url).AbsolutePath;
        var kind = string.Join('/', path.Split('/').Select(part => Guid.TryParse(part, out _) ? "id" : part.ToLowerInvariant()));
        if (kind == "/documents/id") kind += " " + string.Concat((await page.InnerTextAsync("h1")).TakeWhile(c => !char.IsDigit(c) && c != '-'));
        if (!HasScripts || !_checked.Add(kind)) return;
        var result = await page.RunAxe();
        foreach (var violation in result.Violations.Where(v => v.Impact is "serious" or "critical"))
            Faults.Add($"{kind}: {violation.Id} at {string.Join(" | ", violation.Nodes.Take(3).Select(n => n.Html))}");
        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) Faults.Add($"{kind}: wider than the window");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>One person in a browser.</summary>
internal sealed class Walker(Walk walk, IPage page)
{
    private const string Password = "namune-1405-namune";
    private const string InboxLink = ".menu a[href='/Inbox']";

    private bool _inboxIsFresh;

    public IPage Page => page;

    /// <summary>The document whose page is open.</summary>
    public string Document => new Uri(page.Url).AbsolutePath.Split('/')[^1];

    public async Task LogIn(string login)
    {
        page.SetDefaultTimeout(60_000);
        await Load(() => page.GotoAsync(walk.Address + "/account/sample-people"));
        await walk.Learn(page);
        await Press($"button[name=person][value='{login}']");
        walk.LoadsAtTheDoor += 2;
        _inboxIsFresh = true;
    }

    /// <summary>Follows a link that can be seen.</summary>
    public Task Follow(string link) => Load(() => Seen(link).ClickAsync());

    public Task Press(string button) => Load(() => Seen(button).ClickAsync());

    /// <summary>Sends the form of the page by its filled button.</summary>
    public Task Send() => Press("main form p.form-actions button.btn-primary");

    public Task LookAgain() => Load(() => page.ReloadAsync());

    public Task Fill(string field, string text) => page.Locator(field).First.FillAsync(text);

    /// <summary>Chooses by place in the list; the first place is empty.</summary>
    public Task Choose(string field, int place = 1) => page.Locator(field).First.SelectOptionAsync(new SelectOptionValue { Index = place });

    /// <summary>Writes the form of the page down and signs it by the same press.</summary>
    public async Task SendSigned()
    {
        await Prove("main form:has(button[name=Then][value=sign])");
        await Press("main button[name=Then][value=sign]");
    }

    /// <summary>On to whatever waits first.</summary>
    public Task Next() => Follow("[data-next]");

    /// <summary>What the page says was done, and whose turn it is.</summary>
    public Task<string> Said() => Text("main .confirmation");

    public async Task<bool> IsWaiting(string document)
    {
        if (!_inboxIsFresh) await GoToInbox();
        var waits = await page.Locator(Row(document)).CountAsync() > 0;

        // What is not there now may come later: the next question looks anew.
        if (!waits) _inboxIsFresh = false;
        return waits;
    }

    /// <summary>Brings one of these documents before one's eyes, and tells which: it stands open beside the inbox, or is opened there.</summary>
    public async Task<string> Open(params string[] documents)
    {
        if (await Reading(documents) is { } already) return already;
        if (await page.Locator(Row(documents[0])).CountAsync() == 0) await GoToInbox();
        if (await Reading(documents) is { } offered) return offered;
        await Follow($"{Row(documents[0])} a.row-link");
        return documents[0];
    }

    /// <summary>Signs or submits the open document; the password is typed where it is asked for.</summary>
    public async Task Sign()
    {
        await Prove("#sign");
        await Press("#sign button[type=submit]");
    }

    /// <summary>Sends the signer's own part of the open document, which signs it.</summary>
    public async Task Contribute()
    {
        await Prove("#contribution");
        await Press("#contribution form button.btn-primary");
    }

    public Task<string> Text(string place = "main") => page.Locator(place).First.InnerTextAsync();

    /// <summary>Takes the goods that stand on the page, all of them.</summary>
    public async Task TakeOver()
    {
        await Prove("main form");
        await Press("main form button.btn-primary");
    }

    /// <summary>Follows a line of the menu, which a narrow window folds.</summary>
    public async Task GoTo(string line)
    {
        if (await page.Locator(".menu-narrow summary").IsVisibleAsync()) await page.ClickAsync(".menu-narrow summary");
        await Follow(line);
    }

    private async Task<string?> Reading(string[] documents)
    {
        foreach (var document in documents)
        {
            if (await page.Locator($".reading[data-document='{document}']").CountAsync() > 0) return document;
        }

        return null;
    }

    private async Task GoToInbox()
    {
        await GoTo(InboxLink);
        _inboxIsFresh = true;
    }

    private static string Row(string document) => string.Create(CultureInfo.InvariantCulture, $"[data-inbox] tr[data-href$='{document}']");

    private async Task Prove(string part)
    {
        var proof = page.Locator($"{part} input[name=Proof]");
        if (await proof.CountAsync() > 0) await proof.First.FillAsync(Password);
    }

    private ILocator Seen(string selector) => page.Locator(selector).Locator("visible=true").First;

    /// <summary>Does what leads to another page and waits for it to stand.</summary>
    private async Task Load(Func<Task> act)
    {
        _inboxIsFresh = false;
        var answer = await page.RunAndWaitForResponseAsync(act, response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        await page.WaitForLoadStateAsync(LoadState.Load);
        walk.Loads++;
        Assert.True(answer.Status < 400, $"{answer.Status} at {answer.Url}: {(answer.Status < 400 ? "" : await Text())}");
        await walk.Check(page);
    }
}
