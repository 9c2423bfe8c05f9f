using System.Net;
using System.Text.Json.Nodes;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Issuing;

public sealed class The_way_out_over_REST(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_request_is_issued_picked_and_taken_over(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var request = await web.Goods.Requested((web.Goods.Gloves, 5));
        using var keeper = web.Site.Call(web.Body.Keeper);
        using var requester = web.Site.Call(web.Body.Requester);

        var voucher = await Issued(keeper, request);
        await Pick(keeper, voucher);
        var ready = await requester.Read($"issuing/vouchers/{voucher.Value}/ready");
        await requester.Post($"issuing/vouchers/{voucher.Value}/take-overs", new { lines = Taken(ready), proof = WebSite.Password });

        Assert.True((bool?)ready["iReceive"]);
        Assert.Equal(5m, await web.Goods.UsedUp(web.Goods.Gloves));
        Assert.Empty((await keeper.Read("issuing/desk"))["waiting"]!.AsObject());
    }

    [EngineFact]
    public async Task Goods_leave_by_a_pass_are_disputed_and_decided_over(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        using var keeper = web.Site.Call(web.Body.Keeper);
        using var guard = web.Site.Call(web.Body.Guard);
        using var requester = web.Site.Call(web.Body.Requester);
        using var head = web.Site.Call(web.Body.GeneralAffairs);
        var voucher = await web.Goods.Picked((web.Goods.Gloves, 5), (web.Goods.Inverters, 2));

        var start = await keeper.Read($"issuing/gate-passes/proposals/IssueVoucher/{voucher.Value}");
        var pass = await keeper.Draft("issuing/gate-passes", new
        {
            basis = "IssueVoucher", basisId = voucher.Value, terms = new { destination = "کارگاه ۲", bearer = "راننده", vehicle = "" }, lines = Taken(start),
        });
        await keeper.Submit(pass);
        var found = Assert.Single((await guard.Read("issuing/gate-passes/found?scanned=1")).AsArray());
        var lines = (await guard.Document(pass))["body"]!["lines"]!.AsArray();
        var gloves = lines.Single(l => (string?)l!["code"] == "GLV")!["id"]!.GetValue<Guid>();
        var exit = (await guard.Put(
            $"issuing/gate-passes/{pass.Value}/exit",
            new { counted = new[] { new { line = gloves, quantity = 5 } }, scanned = new[] { "INV-1", "INV-2", "12-04413" }, proof = WebSite.Password }, await guard.Version(pass)))!;
        await requester.Put(
            $"issuing/gate-passes/{pass.Value}/confirmation",
            new { counted = new[] { new { line = gloves, quantity = 3 } }, scanned = new[] { "INV-1", "INV-2" }, remark = "دو جفت نرسید", proof = WebSite.Password },
            await requester.Version(pass));
        var decision = await head.Draft("issuing/dispute-decisions", new
        {
            pass = pass.Value, reason = "راننده شنیده شد", lines = new[] { new { passLine = gloves, outcome = "Returned", quantity = 2 } },
        });
        await head.Submit(decision);
        await web.Goods.SignAll(decision);

        Assert.Equal(pass.Value, found!["id"]!.GetValue<Guid>());
        Assert.Equal("12-04413", (string?)Assert.Single(exit["stopped"]!.AsArray()));
        Assert.Equal((0m, 2m, 3m), (await web.Goods.WithCarrier(web.Goods.Gloves), await web.Goods.Staged(web.Goods.Gloves), await web.Goods.UsedUp(web.Goods.Gloves)));
        Assert.Equal("12-04413", (string?)Assert.Single((await keeper.Read("issuing/gate-passes/stopped")).AsArray())!["scanned"]);
    }

    [EngineFact]
    public async Task A_draft_is_changed_under_the_version_that_was_read(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var request = await web.Goods.Requested((web.Goods.Gloves, 5));
        using var keeper = web.Site.Call(web.Body.Keeper);
        var proposal = await keeper.Read($"issuing/vouchers/proposals/{request.Value}");
        var draft = await keeper.Draft("issuing/vouchers", new { request = request.Value, lines = Lines(proposal) });
        var address = $"issuing/vouchers/{draft.Value}/lines";
        var line = proposal["lines"]![0]!["requestLine"]!.GetValue<Guid>();
        var seen = await keeper.Version(draft);

        await keeper.Put(address, new { lines = new[] { new { requestLine = line, quantity = 4 } } }, seen);

        Assert.Equal(
            (HttpStatusCode.Conflict, "signoff.changed-since-seen"),
            await keeper.Refused(HttpMethod.Put, address, new { lines = new[] { new { requestLine = line, quantity = 3 } } }, seen));
    }

    [EngineFact]
    public async Task Nobody_acts_out_of_his_capacity(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.AtTheGate();
        using var keeper = web.Site.Call(web.Body.Keeper);
        using var stranger = web.Site.Call(web.Body.Stranger);
        var out1 = new { counted = Array.Empty<object>(), scanned = new[] { "INV-1" }, proof = WebSite.Password };

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Refused(HttpMethod.Put, $"issuing/gate-passes/{pass.Value}/exit", out1, 1)).Status);
        Assert.Equal("signoff.not-your-turn", (await keeper.Refused(HttpMethod.Put, $"issuing/gate-passes/{pass.Value}/exit", out1, await keeper.Version(pass))).Code);
        Assert.Empty((await stranger.Read("issuing/gate-passes"))["rows"]!.AsArray());
    }

    private static async Task<DocumentId> Issued(ApiCaller keeper, DocumentId request)
    {
        var proposal = await keeper.Read($"issuing/vouchers/proposals/{request.Value}");
        var voucher = await keeper.Draft("issuing/vouchers", new { request = request.Value, lines = Lines(proposal) });
        await keeper.Submit(voucher);
        return voucher;
    }

    private static async Task Pick(ApiCaller keeper, DocumentId voucher)
    {
        var picks = (await keeper.Read($"issuing/vouchers/{voucher.Value}/picks")).AsArray();
        await keeper.Post($"issuing/vouchers/{voucher.Value}/picks", new
        {
            picks = picks.Select(p => new { line = p!["line"]!.GetValue<Guid>(), bin = p["bin"]!.GetValue<Guid>(), quantity = p["quantity"]!.GetValue<decimal>() }).ToList(),
        });
    }

    private static List<object> Lines(JsonNode proposal) =>
        [.. proposal["lines"]!.AsArray().Select(l => new { requestLine = l!["requestLine"]!.GetValue<Guid>(), quantity = l["held"]!.GetValue<decimal>() })];

    /// <summary>Everything that waits, as it is taken over or written on a pass.</summary>
    private static List<object> Taken(JsonNode waiting) =>
    [
        .. waiting["lines"]!.AsArray().Select(l => new
        {
            line = l!["line"]!.GetValue<Guid>(), quantity = l["quantity"]!.GetValue<decimal>(), pieces = l["pieces"]!.AsArray().Select(p => (string?)p).ToList(),
        }),
    ];
}
