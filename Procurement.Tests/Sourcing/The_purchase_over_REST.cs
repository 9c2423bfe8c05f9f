using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Sourcing;

public sealed class The_purchase_over_REST(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_program_buys_an_approved_need_and_contracts_it(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var app = await TestApp.Behind(site).WithSettings();
        var budget = await app.Line(50_000_000);
        await app.Approved(budget);
        var supplier = await app.Supplier();
        using var head = site.Visit(site.Body.HeadOfProcurement);
        using var buyer = site.Visit(site.Body.Buyer);
        using var official = site.Visit(site.Body.Official);

        var need = Assert.Single((await Get(head, "sourcing/needs")).GetProperty("rows").EnumerateArray());
        var start = await Get(head, $"sourcing/files/start?request={need.GetProperty("request")}");
        Assert.Equal("Small", start.GetProperty("class").GetProperty("class").GetString());
        var file = await Made(head, "sourcing/files", new
        {
            lines = new[] { new { request = need.GetProperty("request").GetGuid(), line = need.GetProperty("line").GetGuid() } }, method = "SmallPurchase",
            buyer = start.GetProperty("buyers")[0].GetProperty("id").GetGuid(),
        });
        var line = (await Get(buyer, $"sourcing/files/{file}")).GetProperty("lines")[0].GetProperty("id").GetGuid();
        await Done(await buyer.Client.PostAsJsonAsync($"/api/v1/sourcing/files/{file}/prices", new
        {
            seller = "فروشگاه نمونه", on = "2026-11-01", source = "Shop", lines = new[] { new { fileLine = line, unitPrice = 900_000 } },
        }));
        await Done(await official.Client.PutAsJsonAsync($"/api/v1/sourcing/files/{file}/setad-excuse", new { reason = "خرید جزئی" }));

        var form = new
        {
            supplier = supplier.Value, invoiceKind = "Proforma", invoiceNumber = "77", invoiceDate = "2026-11-01", tax = 0, invoiceTotal = 9_000_000, isItemised = true, isSealed = true,
            advancePercent = 25, hasSchedule = true, hasGuarantee = false, deliverBy = "2026-12-01", payment = "Voucher", choiceReason = (string?)null,
            lines = new[] { new { fileLine = line, quantity = 10, unitPrice = 900_000 } },
        };
        var decision = await Made(buyer, "sourcing/decisions", new { fileId = file, form });
        await Edited(buyer, $"sourcing/decisions/{decision}", form);
        await Act(buyer, decision, "submit");
        await Act(head, decision, "sign");
        await Signed(site, app, new DocumentId(decision), site.Body.Controller, null);

        Assert.Equal(decision, Assert.Single((await Get(head, "contracts")).GetProperty("awaitingContract").EnumerateArray()).GetProperty("id").GetGuid());
        var clauses = new { subject = "خرید کاغذ", startsOn = "2026-11-01", endsOn = "2027-01-01", dailyPenaltyPercent = 0.1m, schedule = new[] { new { line = 1, quantity = 10, dueOn = "2026-12-01" } } };
        var contract = await Made(head, "contracts", new { decisionId = decision, clauses.subject, clauses.startsOn, clauses.endsOn, clauses.dailyPenaltyPercent, clauses.schedule });
        await Edited(head, $"contracts/{contract}", clauses);
        await Act(head, contract, "submit");
        await Signed(site, app, new DocumentId(contract), site.Body.Controller, site.Body.Official);

        Assert.Equal(9_000_000, (await app.Credit(budget)).Committed.Amount);
        Assert.Equal("InEffect", (await Get(head, "contracts")).GetProperty("rows")[0].GetProperty("state").GetString());
    }

    [EngineFact]
    public async Task A_finding_is_read_with_its_set_and_decided_by_who_has_no_part_in_it(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var app = await TestApp.Behind(site).WithSettings();
        var paper = PurchaseDesk.Line(250_000_000) with { ItemCode = await app.GoodsItem() };
        await app.Submitted(paper);
        await app.Submitted(paper with { UnitEstimate = 200_000_000 });
        using var official = site.Visit(site.Body.Official);
        using var requester = site.Visit(site.Body.Requester);

        var finding = Assert.Single((await Get(official, "sourcing/findings?open=true")).GetProperty("rows").EnumerateArray());
        var seen = finding.GetProperty("case");
        Assert.Equal((4_500_000_000, 4_000_000_000, 2), (seen.GetProperty("sum").GetInt64(), seen.GetProperty("limit").GetInt64(), seen.GetProperty("members").GetArrayLength()));
        var address = $"/api/v1/sourcing/findings/{finding.GetProperty("id")}/verdict";
        Assert.Equal(HttpStatusCode.Forbidden, (await requester.Client.PutAsJsonAsync(address, new { verdict = "OneSet", reason = "یک نیاز" })).StatusCode);
        await Done(await official.Client.PutAsJsonAsync(address, new { verdict = "OneSet", reason = "یک نیاز است" }));

        Assert.Equal(SplittingVerdict.OneSet, await app.Look(db => db.Set<SplittingFinding>().Select(f => f.Verdict).SingleAsync()));
    }

    private static async Task<JsonElement> Get(WebVisitor visitor, string address)
    {
        var answer = await visitor.Client.GetAsync("/api/v1/" + address);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<Guid> Made(WebVisitor visitor, string address, object body)
    {
        var answer = await visitor.Client.PostAsJsonAsync("/api/v1/" + address, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Rewritten under the version just read; under none it is stale.</summary>
    private static async Task Edited(WebVisitor visitor, string address, object body)
    {
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.Client.PutAsJsonAsync("/api/v1/" + address, body)).StatusCode);
        var read = await visitor.Client.GetAsync($"/api/v1/documents/{address.Split('/')[^1]}");
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/" + address) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        await Done(await visitor.Client.SendAsync(request));
    }

    private static async Task Act(WebVisitor visitor, Guid document, string act)
    {
        var read = await visitor.Client.GetAsync($"/api/v1/documents/{document}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/documents/{document}/{act}") { Content = JsonContent.Create(new { proof = WebSite.Password }) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        await Done(await visitor.Client.SendAsync(request));
    }

    private static async Task Signed(WebSite site, TestApp app, DocumentId document, PersonId controller, PersonId? last)
    {
        using (var visitor = site.Visit(controller)) await Act(visitor, document.Value, "sign");
        using (var inspector = site.Visit((await app.Sheet(document)).OpenStep!.PersonId!.Value)) await Act(inspector, document.Value, "sign");
        if (last is not { } official) return;
        using var committing = site.Visit(official);
        await Act(committing, document.Value, "sign");
    }

    private static async Task Done(HttpResponseMessage answer) => Assert.True(answer.StatusCode == HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
}
