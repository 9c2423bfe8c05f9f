using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;
using Procurement.Tests.Budget;
using Procurement.Tests.Support;
using Procurement.Tests.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Procurement.Tests.Load;

/// <summary>What must hold when the clients are through, however many worked at once and however often the server died.</summary>
internal static class AfterLoad
{
    /// <summary>Only the sheet of the first count stands before the load.</summary>
    private const int SheetsBefore = 1;

    public static async Task HoldsTogether(LoadRun run)
    {
        await Reports(run);
        await Totals(run);
        await Acknowledged(run);
        await Verb(run, "verify-log");
        await Verb(run, "check-ledger");
        await Intact(run);
    }

    /// <summary>Every reconciliation the product has finds no difference.</summary>
    private static async Task Reports(LoadRun run)
    {
        var (client, inspector) = (run.Client, run.Scene.Body.InspectorOne);
        var year = FiscalYear.Of(LoadScene.Today);
        foreach (var report in (await client.Read(inspector, "reconciliation"))["reports"]!.AsArray().Select(r => (string)r!["code"]!))
        {
            var id = await client.Make(inspector, $"reconciliation/{report}/runs", new { from = year.FirstDay, to = year.LastDay });
            var ran = await client.Read(inspector, $"reconciliation/runs/{id:D}");
            Assert.True((long)ran["head"]!["different"]! == 0, $"{report} finds differences: {Rows(ran)}");
        }
    }

    private static string Rows(JsonNode ran)
    {
        const int Shown = 2_000;
        var rows = ran["result"]!.ToJsonString();
        return rows.Length > Shown ? rows[..Shown] : rows;
    }

    /// <summary>Nothing was lost and nothing was done twice: goods and money are what so many chains make.</summary>
    private static async Task Totals(LoadRun run)
    {
        var scene = run.Scene;
        var credit = await scene.App.Credit(scene.Budget);
        Assert.Equal((run.Purchases * PurchaseChain.Amount, 0, 0), (credit.Paid.Amount, credit.Committed.Amount, credit.Spent.Amount));

        var bought = await scene.App.Look(db => db.Set<Item>().Where(item => scene.Bought.Contains(item.Code)).Select(item => item.Id).ToListAsync());
        Assert.Equal(run.Purchases * PurchaseChain.Lines * PurchaseChain.Quantity, await OnHand(scene, bought));
        Assert.Equal(
            (scene.Issued.Count * LoadScene.OpeningStock) - (run.Issues * scene.Issued.Count * IssueChain.Quantity), await OnHand(scene, scene.Issued));
    }

    private static async Task<decimal> OnHand(LoadScene scene, IReadOnlyCollection<ItemId> items)
    {
        await using var scope = scene.App.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IStockFacts>().Of(scene.Store, items, CancellationToken.None)).Sum(level => level.OnHand.Units);
    }

    /// <summary>Whatever a client was told is done is stored under its key with the same answer; no document is there that nobody was told of.</summary>
    private static async Task Acknowledged(LoadRun run)
    {
        var answers = await run.Scene.App.Look(db => db.Set<RequestAnswerRow>().ToDictionaryAsync(row => (row.PersonId, row.Key), row => row.Answer));
        var told = run.Journal.Commands.ToList();
        foreach (var command in told)
        {
            Assert.True(answers.TryGetValue((command.By.Value, command.Key), out var answer), $"{command.Address} was acknowledged and is not there.");
            if (command.Made is { } made) Assert.Contains(made.ToString("D"), answer, StringComparison.Ordinal);
        }

        var (sheets, leaves, size) = await run.Scene.App.Look(async db => (
            await db.Set<SignOffSheet>().CountAsync(), await db.Set<AuditLeafRow>().LongCountAsync(), await db.Set<AuditHeadRow>().Select(head => head.Size).SingleAsync()));
        Assert.Equal(told.Count(command => command.Made is not null && MakesDocument(command.Address)) + SheetsBefore, sheets);
        Assert.Equal(size, leaves);
        Assert.True(leaves >= told.Count, $"{told.Count} acknowledged commands left {leaves} leaves.");
    }

    private static bool MakesDocument(string address) => address is not ("sourcing/files" or "vouchers/batches") && !address.StartsWith("reconciliation/", StringComparison.Ordinal);

    private static async Task Verb(LoadRun run, string verb)
    {
        var ran = await VerbRun.Of([verb, .. run.Scene.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        Assert.True(ran.ExitCode == 0, $"{verb}: {ran.Said}");
    }

    private static async Task Intact(LoadRun run)
    {
        if (run.Scene.Database.Engine != DatabaseEngine.Sqlite) return;
        Assert.Equal(["ok"], await run.Scene.App.Look(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()));
    }
}
