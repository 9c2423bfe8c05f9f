using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Identity.Door;
using Procurement.Application.Imports.ImportFile;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Imports;
using Procurement.Tests.Load;
using Procurement.Tests.Support;
using Procurement.Tests.Verbs;

namespace Procurement.Tests.Benchmarks;

/// <summary>
/// Every number of one engine, on one database that grows: chains over HTTP first, then a store with many moves, and reading from it. What
/// cannot be measured is told and left out; the others go on.
/// </summary>
internal sealed class EngineMeasurements(BenchOptions options, DatabaseFixture databases, DatabaseEngine engine, TextWriter output)
{
    private static readonly TimeSpan FloorTime = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, double>> Take()
    {
        var floors = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var empty = await TestDatabase.Empty(engine);
            floors.Add(await MachineFloor.Take(empty, options.Clients, FloorTime));
        }

        await Note("floor", floors.Median());
        await using (var run = await LoadRun.Over(await databases.Fresh(engine)))
        {
            var scene = run.Scene;
            await run.Work(options.Clients, options.Clients); // everything is compiled and every statement prepared
            await Chains(run);
            await Issues(run);
            await Items(run);
            run.Server.MeasureMemory();
            await Note("memory", run.Server.PeakMemory / 1024d / 1024d);
            var many = new ManyMoves(scene);
            await Moves(many);
            await Imports(scene);
            await Readings(run, many.Busiest);
            await Reports(run);
            await Verify(scene);
        }

        return _values;
    }

    private async Task Chains(LoadRun run)
    {
        await ChainRounds(run, "p5-single", 1);
        await ChainRounds(run, "p5-list", options.Lot);
    }

    private async Task ChainRounds(LoadRun run, string key, int lot)
    {
        var (rates, times, commands, perChain, server, clients) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var lots = Math.Max(options.Clients, options.Chains / lot);
        for (var round = 0; round < options.Rounds; round++)
        {
            var before = run.Journal.Commands.Count;
            var (serverBefore, clientsBefore) = (run.Server.ProcessorTime, Process.GetCurrentProcess().TotalProcessorTime);
            var took = await LoadRun.Parallel(lot == 1 ? options.Chains : lots, options.Clients, async _ =>
            {
                var began = Stopwatch.GetTimestamp();
                await run.Buy(lot);
                lock (times) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            });
            var (chains, done) = (lot == 1 ? options.Chains : lots * lot, run.Journal.Commands.Count - before);
            rates.Add(chains / took.TotalSeconds);
            commands.Add(done / took.TotalSeconds);
            perChain.Add((double)done / chains);
            server.Add((run.Server.ProcessorTime - serverBefore).TotalMilliseconds / chains);
            clients.Add((Process.GetCurrentProcess().TotalProcessorTime - clientsBefore).TotalMilliseconds / chains);
        }

        await Note(key, rates.Median());
        if (lot > 1) return;

        await Note("p5-single-p95", times.P95());
        await Note("commands", commands.Median());
        await Note("commands-per-chain", perChain.Median());
        await Note("command-p95", run.Journal.Times.P95());
        await Note("server-cpu", server.Median());
        await Note("client-cpu", clients.Median());
    }

    private async Task Issues(LoadRun run)
    {
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var chains = options.Chains * 2;
            rates.Add(chains / (await LoadRun.Parallel(chains, options.Clients, chain => run.Issue(chain % 2 == 0))).TotalSeconds);
        }

        await Note("i3", rates.Median());
    }

    private async Task Items(LoadRun run)
    {
        var category = (Guid)(await run.Client.Read(run.Scene.Body.Keeper, "item-groups")).AsArray()[0]!["id"]!;
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"ONE-{round}-");
            var took = await LoadRun.Parallel(options.Items, options.Clients, i => run.Client.Make(run.Scene.Body.Keeper, "items", new
            {
                code = prefix + i.ToString(CultureInfo.InvariantCulture), kind = "Goods", baseUnit = "each", item = new { name = "کالای یک بار", nameEn = "", categoryId = category, @class = "Consumable" },
            }));
            rates.Add(options.Items / took.TotalSeconds);
        }

        await Note("item", rates.Median());
    }

    private async Task Moves(ManyMoves many)
    {
        var rates = new List<double>();
        await many.Furnish();
        for (var round = 0; round < options.Rounds; round++) rates.Add(await many.Post(options.Moves / options.Rounds, round));
        await Note("moves", rates.Median());
    }

    /// <summary>A first count of as many lines as there are items, drafted by an import.</summary>
    private async Task Imports(LoadScene scene)
    {
        const int Lines = 10_000;
        await ManyMoves.Enter(scene, "LINE-", Lines);
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var file = new StringBuilder("کد انبار,تاریخ شمارش,مستند,کد کالا,محل,مقدار,بهای واحد\n");
            var day = JalaliDate.From(LoadScene.Today);
            for (var i = 0; i < Lines; i++)
                file.Append(CultureInfo.InvariantCulture, $"{ManyMoves.StoreCode},{day},صورت‌جلسه {round},LINE-{i},A,۱۲,۲٬۵۰۰\n");
            var taken = await scene.App.Taken(new MemoryStream(Encoding.UTF8.GetBytes(file.ToString())), "bulk.csv");
            var began = Stopwatch.GetTimestamp();
            var done = await scene.App.As(scene.Body.Keeper, new ImportFile("opening-stock", taken, round > 0));
            if (!done.Succeeded)
            {
                await output.WriteLineAsync($"  import: {done.Refusal}");
                return;
            }

            rates.Add(Lines / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        await Note("import", rates.Median());
    }

    private async Task Readings(LoadRun run, ItemId busiest)
    {
        var (scene, client, body) = (run.Scene, run.Client, run.Scene.Body);
        for (var i = 0; i < options.Inbox; i++)
        {
            var id = await client.Make(body.Requester, "goods-requests", new
            {
                store = scene.Store.Value, purpose = "کارگاه جوشکاری", neededBy = LoadScene.Today.AddDays(10), lines = new[] { new { item = scene.Issued[0].Value, quantity = 1 } },
            });
            await client.Submit(body.Requester, GoodsRequest.Kind, id);
        }

        var past = LoadScene.Today.AddDays(-3);
        await Note("balance-at", (await Times(1, () => client.Read(body.Keeper, $"stores/{scene.Store.Value:D}/stock-on/{past:yyyy-MM-dd}"))).Median());
        await Note("card", (await Times(1, () => client.Read(body.Keeper, $"stores/{scene.Store.Value:D}/items/{busiest.Value:D}/card"))).Median());
        await Note("inbox", (await Times(1, () => client.Read(body.Manager, "inbox"))).Median());
        using var browser = await Browser(scene, body.Requester);
        var address = new Uri(await run.Server.Standing(), "requests");
        await Note("list-1", (await Times(1, () => Page(browser, address))).Median());
        await Note("list-8", (await Times(options.Clients, () => Page(browser, address))).P95());
    }

    private async Task Reports(LoadRun run)
    {
        var inspector = run.Scene.Body.InspectorOne;
        var known = (await run.Client.Read(inspector, "reconciliation"))["reports"]!.AsArray().Select(r => (string)r!["code"]!).ToHashSet(StringComparer.Ordinal);
        var year = FiscalYear.Of(LoadScene.Today);
        foreach (var report in new[] { "R1", "R4" }.Where(known.Contains))
        {
            var times = new List<double>();
            for (var round = 0; round < options.Rounds; round++)
            {
                var began = Stopwatch.GetTimestamp();
                await run.Client.Make(inspector, $"reconciliation/{report}/runs", new { from = year.FirstDay, to = year.LastDay });
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            await Note(report.ToLowerInvariant(), times.Median());
        }
    }

    private async Task Verify(LoadScene scene)
    {
        var leaves = await scene.App.Look(db => Task.FromResult(db.Set<Infrastructure.AuditTrail.AuditLeafRow>().LongCount()));
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var ran = await VerbRun.Of(["verify-log", .. scene.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
            if (ran.ExitCode != 0) throw new InvalidOperationException(ran.Said);
            rates.Add(leaves / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        await Note("verify", rates.Median());
    }

    private async Task<List<double>> Times(int clients, Func<Task> read)
    {
        await read();
        var times = new List<double>();
        await LoadRun.Parallel(options.Reads, clients, async _ =>
        {
            var began = Stopwatch.GetTimestamp();
            await read();
            lock (times) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        });
        return times;
    }

    /// <summary>A browser in which the person is logged in: it carries the cookie of a session of his.</summary>
    private static async Task<HttpClient> Browser(LoadScene scene, PersonId person)
    {
        await using var scope = scene.App.Scope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        var opened = (await scope.ServiceProvider.GetRequiredService<IUseCases>().Send(new OpenSession(person, SignInMethod.Password))).Value;
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("Cookie", $"session={opened.Secret}");
        return browser;
    }

    private static async Task Page(HttpClient browser, Uri address)
    {
        using var answer = await browser.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task Note(string key, double value)
    {
        _values[key] = value;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {key,-20} {value:#,0.##}"));
    }
}
