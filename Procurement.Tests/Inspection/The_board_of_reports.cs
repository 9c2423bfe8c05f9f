using System.Net;
using AngleSharp.Dom;
using Procurement.Application.Inspection.Reports;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Procurement.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Procurement.Tests.Inspection;

public sealed class The_board_of_reports(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_inspector_runs_every_report_from_the_board_and_reads_that_all_is_equal(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Submitted(site.Body.Requester);
        using var inspector = site.Visit(site.Body.InspectorOne);
        var board = await inspector.Open("/Reconciliation");

        foreach (var report in board.QuerySelectorAll(".report-board a").Select(link => link.GetAttribute("href")!).ToList())
        {
            var form = (await inspector.Open(report)).QuerySelector(".report-form form");
            var run = await inspector.Submit(form);

            Assert.Equal(HttpStatusCode.Redirect, inspector.Status);
            Assert.Contains("همه چیز برابر است", run.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("اجرا نشده", (await inspector.Open("/Reconciliation")).Body!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_signature_taken_away_behind_the_application_shows_with_its_document(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        await Tampering.Tamper(site.Services, "sign_off_sheet", $"UPDATE sign_off_sheet SET sealed_sha256 = {new string('f', 64)}");
        using var inspector = site.Visit(site.Body.InspectorOne);

        var run = await inspector.Submit((await inspector.Open("/Reconciliation?report=R10")).QuerySelector(".report-form form"));

        Assert.Contains("متن نسخه مُهرشده نیست", run.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(run.QuerySelector($"a[href='/documents/{id.Value}']"));
    }

    [EngineFact]
    public async Task A_period_that_ends_before_it_begins_is_refused_with_what_was_typed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var inspector = site.Visit(site.Body.InspectorOne);
        var form = (await inspector.Open("/Reconciliation?report=R8")).QuerySelector(".report-form form");

        var refused = await inspector.Submit(form, ("From", "۱۴۰۵/۰۹/۰۱"), ("To", "۱۴۰۵/۰۸/۰۱"));

        Assert.Equal(HttpStatusCode.BadRequest, inspector.Status);
        Assert.Equal("۱۴۰۵/۰۹/۰۱", refused.QuerySelector("#From")!.GetAttribute("value"));
    }

    [EngineFact]
    public async Task Requesters_and_keepers_do_not_reach_it(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        foreach (var person in new[] { site.Body.Requester, site.Body.Keeper, site.Body.Guard })
        {
            using var visitor = site.Visit(person);
            await visitor.Open("/Reconciliation");
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        }
    }

    [EngineFact]
    public async Task A_run_is_read_over_REST_by_its_runner_only(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var inspector = site.Call(site.Body.InspectorOne);
        using var controller = site.Call(site.Body.Controller);

        var made = await inspector.Post("reconciliation/R8/runs", new { from = "2026-03-21", to = "2026-11-21" });
        var run = await inspector.Read($"reconciliation/runs/{(Guid)made!["id"]!}");

        Assert.Equal("R8", (string?)run["head"]!["report"]);
        Assert.Equal((HttpStatusCode.NotFound, "reconciliation.no-such-run"), await controller.Refused(HttpMethod.Get, $"reconciliation/runs/{(Guid)made["id"]!}"));
    }

    [EngineFact]
    public async Task Every_report_has_its_name_its_meaning_and_its_columns_in_words(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await using var scope = site.Services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<ITexts>();
        foreach (var report in scope.ServiceProvider.GetServices<IReconciliation>())
        {
            foreach (var key in report.Columns.Select(c => "column-" + c.Name).Append("name-" + report.Code.ToLowerInvariant()).Append("says-" + report.Code.ToLowerInvariant()))
                Assert.True(texts.Find("reconciliation." + key) is not null, $"{report.Code} has no text {key}");
        }
    }
}
