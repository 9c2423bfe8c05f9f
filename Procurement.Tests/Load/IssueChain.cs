using System.Text.Json.Nodes;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;

namespace Procurement.Tests.Load;

/// <summary>
/// The whole way out over HTTP, with every signature of the shipped routes: a goods request of three lines, its issue voucher, the goods
/// picked, and taken over at the counter or carried through the gate and confirmed.
/// </summary>
internal sealed class IssueChain(LoadClient client)
{
    public const decimal Quantity = 2;

    private readonly LoadScene _scene = client.Scene;

    private Support.TestBody Body => _scene.Body;

    public async Task Run(bool throughTheGate)
    {
        var request = await Requested();
        var voucher = await Issued(request);
        await Pick(voucher);
        if (throughTheGate) await Carry(voucher);
        else await TakeOver(voucher);
    }

    private async Task<Guid> Requested()
    {
        var id = await client.Make(Body.Requester, "goods-requests", new
        {
            store = _scene.Store.Value, purpose = "کارگاه جوشکاری", neededBy = LoadScene.Today.AddDays(10),
            lines = _scene.Issued.Select(item => new { item = item.Value, quantity = Quantity, remark = (string?)null }),
        });
        await client.Submit(Body.Requester, GoodsRequest.Kind, id);
        await new SigningRound(client, GoodsRequest.Kind).Through([id], Promise);
        return id;
    }

    private async Task Promise(Capacity capacity, JsonNode request)
    {
        var lines = request["body"]!["lines"]!.AsArray().Select(line => new { lineId = (Guid)line!["id"]!, available = (decimal)line["quantity"]! });
        await client.Put(
            Body.Keeper, $"goods-requests/{(Guid)request["sheet"]!["id"]!:D}/answer",
            new { lines, proof = await client.Proof(Body.Keeper, GoodsRequest.Kind) }, LoadClient.VersionOf(request));
    }

    private async Task<Guid> Issued(Guid request)
    {
        var proposal = await client.Read(Body.Keeper, $"issuing/vouchers/proposals/{request:D}");
        var voucher = await client.Make(Body.Keeper, "issuing/vouchers", new
        {
            request, lines = proposal["lines"]!.AsArray().Select(line => new { requestLine = (Guid)line!["requestLine"]!, quantity = (decimal)line["held"]! }),
        });
        await client.Submit(Body.Keeper, IssueVoucher.Kind, voucher);
        await new SigningRound(client, IssueVoucher.Kind).Through([voucher]);
        return voucher;
    }

    private async Task Pick(Guid voucher)
    {
        var picks = (await client.Read(Body.Keeper, $"issuing/vouchers/{voucher:D}/picks")).AsArray();
        await client.Post(Body.Keeper, $"issuing/vouchers/{voucher:D}/picks", new
        {
            picks = picks.Select(pick => new { line = (Guid)pick!["line"]!, bin = (Guid)pick["bin"]!, quantity = (decimal)pick["quantity"]! }),
        });
    }

    private async Task TakeOver(Guid voucher)
    {
        var ready = await client.Read(Body.Requester, $"issuing/vouchers/{voucher:D}/ready");
        await client.Post(Body.Requester, $"issuing/vouchers/{voucher:D}/take-overs", new
        {
            lines = Waiting(ready), proof = await client.Proof(Body.Requester, IssueVoucher.Kind),
        });
    }

    private async Task Carry(Guid voucher)
    {
        var start = await client.Read(Body.Keeper, $"issuing/gate-passes/proposals/IssueVoucher/{voucher:D}");
        var pass = await client.Make(Body.Keeper, "issuing/gate-passes", new
        {
            basis = "IssueVoucher", basisId = voucher, terms = new { destination = "کارگاه ۲", bearer = "راننده", vehicle = "" }, lines = Waiting(start),
        });
        await client.Submit(Body.Keeper, GatePass.Kind, pass);
        var loaded = await client.Document(Body.Guard, pass);
        var counted = loaded["body"]!["lines"]!.AsArray().Select(line => new { line = (Guid)line!["id"]!, quantity = (decimal)line["quantity"]! }).ToList();
        await client.Put(
            Body.Guard, $"issuing/gate-passes/{pass:D}/exit",
            new { counted, scanned = Array.Empty<string>(), proof = await client.Proof(Body.Guard, GatePass.Kind) }, LoadClient.VersionOf(loaded));
        var arrived = LoadClient.VersionOf(await client.Document(Body.Requester, pass));
        await client.Put(
            Body.Requester, $"issuing/gate-passes/{pass:D}/confirmation",
            new { counted, scanned = Array.Empty<string>(), proof = await client.Proof(Body.Requester, GatePass.Kind) }, arrived);
    }

    private static List<object> Waiting(JsonNode view) =>
        [.. view["lines"]!.AsArray().Select(line => new { line = (Guid)line!["line"]!, quantity = (decimal)line["quantity"]! })];
}
