using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Demo;

/// <summary>The last days of the sample history: work that everybody finds waiting when he logs in.</summary>
internal sealed class DemoInboxes(DemoStage stage, DemoGoods goods, DemoPurchasing purchasing, DemoIssuing issuing, DemoPaying paying, DemoExceptions exceptions)
{
    private static readonly DemoNeed Paper = DemoNeed.All[0] with { Quantity = 60, Purpose = "کاغذ آزمون‌های پاییز" };
    private static readonly DemoNeed Inverters = DemoNeed.All[1] with { Quantity = 2, Purpose = "تکمیل کارگاه جوشکاری" };
    private static readonly DemoNeed Gloves = DemoNeed.All[2] with { Quantity = 50, Purpose = "دستکش دوره‌های پاییز" };
    private static readonly DemoNeed Masks = DemoNeed.All[3] with { Quantity = 20, Purpose = "ماسک کارگاه شماره ۲" };

    public async Task Leave(DemoTeam team, DemoTeam five, BudgetLineId credit, CancellationToken ct)
    {
        await exceptions.Leave(team, credit, ct);
        stage.Clock.ToMorningAfter(1);
        await Payments(team, credit, ct);
        stage.Clock.ToMorningAfter(1);
        await Deliveries(team, five, credit, ct);
        stage.Clock.ToMorningAfter(1);
        await Handovers(team, ct);
        stage.Clock.ToMorningAfter(1);
        await Purchases(team, credit, ct);
    }

    /// <summary>A request at the finance controller, a decision at the head of procurement and one at the controller.</summary>
    private async Task Purchases(DemoTeam team, BudgetLineId credit, CancellationToken ct)
    {
        await purchasing.AskFor(Masks, team, ct);
        var papers = await purchasing.AskFor(Paper, team, ct);
        await purchasing.CertifyCredit(papers, credit, ct);
        await purchasing.Decide(papers, Paper, ct);
        var gloves = await purchasing.AskFor(Gloves, team, ct);
        await purchasing.CertifyCredit(gloves, credit, ct);
        await stage.SignUpTo(Capacity.Inspector, await purchasing.Decide(gloves, Gloves, ct), ct);
        await exceptions.Object(await purchasing.AskFor(Inverters with { Purpose = "دستگاه کارگاه سیار" }, team, ct), credit, ct);
    }

    /// <summary>Two deliveries to be counted again (by the property officer, and by the counter of the centre of five), one to be tested, one to be judged, one whose receipt is to be signed.</summary>
    private async Task Deliveries(DemoTeam team, DemoTeam five, BudgetLineId credit, CancellationToken ct)
    {
        await purchasing.Bring(await purchasing.Order(Gloves with { Purpose = "دستکش کارگاه برق" }, team, credit, ct), Gloves, team, ct);
        var ofCentre = Masks with { Quantity = 5, Purpose = "ماسک مرکز پنج‌نفره" };
        await purchasing.Bring(await purchasing.Order(ofCentre, five, credit, ct), ofCentre, five, ct);

        var tested = await purchasing.Bring(await purchasing.Order(Inverters, team, credit, ct), Inverters, team, ct);
        await purchasing.CountAgain(tested, Inverters, team, ct);
        await purchasing.Appoint(tested, ct);

        var judged = await purchasing.Bring(await purchasing.Order(Masks with { Purpose = "ماسک دوره تابستان" }, team, credit, ct), Masks, team, ct);
        await purchasing.CountAgain(judged, Masks, team, ct);
        await purchasing.Present(judged, team, ct);

        var entered = await purchasing.Bring(await purchasing.Order(Paper with { Purpose = "کاغذ کلاس‌ها" }, team, credit, ct), Paper, team, ct);
        await purchasing.CountAgain(entered, Paper, team, ct);
        var report = await purchasing.Present(entered, team, ct);
        await purchasing.Judge(report, Paper, team, ct);
        await stage.SignUpTo(Capacity.HeadOfGeneralAffairs, await purchasing.Enter(report, team, ct), ct);
    }

    /// <summary>An invoice to check, one to pay, vouchers at the reviewer, the inspector and the official, and one at the bank.</summary>
    private async Task Payments(DemoTeam team, BudgetLineId credit, CancellationToken ct)
    {
        await paying.Bill(await Delivered(Gloves with { Purpose = "دستکش کارآموزان" }, team, credit, ct), Gloves, ct);
        await stage.SignOn(await paying.Bill(await Delivered(Masks with { Purpose = "ماسک کارآموزان" }, team, credit, ct), Masks, ct), ct);
        foreach (var (need, before) in new[]
        {
            (Paper with { Purpose = "کاغذ اداری" }, Capacity.DocumentReviewer), (Gloves with { Purpose = "دستکش آزمون عملی" }, Capacity.Inspector),
            (Masks with { Purpose = "ماسک آزمون عملی" }, Capacity.AuthorisedOfficial),
        })
        {
            var invoice = await paying.Bill(await Delivered(need, team, credit, ct), need, ct);
            await stage.SignOn(invoice, ct);
            await stage.SignUpTo(before, await paying.Draft(invoice, need, ct), ct);
        }

        var sent = Paper with { Purpose = "کاغذ دوره‌های تابستان" };
        var billed = await paying.Bill(await Delivered(sent, team, credit, ct), sent, ct);
        await stage.SignOn(billed, ct);
        var voucher = await paying.Draft(billed, sent, ct);
        await stage.SignOn(voucher, ct);
        await paying.Send(voucher, ct);
    }

    /// <summary>Goods to pick, kinds to confirm, a load before the gate, one with the carrier, goods lent out.</summary>
    private async Task Handovers(DemoTeam team, CancellationToken ct)
    {
        await issuing.Write(await Answered("W-250-INV", 1, team, ct), team.Requester, team.Keeper, ct);
        await stage.SignUpTo(Capacity.TechnicalExpert, await issuing.Write(await Answered("W-250-INV", 1, team, ct), team.Requester, team.Keeper, ct), ct);
        await issuing.Approve(await issuing.Write(await Answered("O-PEN", 10, team, ct), team.Requester, team.Keeper, ct), ct);

        await exceptions.Dispute(await Loaded(await Answered("S-MSK", 8, team, ct), team, ct), team, ct);
        await Loaded(await Answered("S-GLV", 6, team, ct), team, ct);
        await issuing.LetOut(await Loaded(await Answered("O-A4-80", 5, team, ct), team, ct), ct);
        await issuing.Lend(team.Store, goods.Items["S-GLV"], "S-GLV", team.Keeper, team.Requester, ct);
    }

    private async Task<DocumentId> Loaded(DocumentId request, DemoTeam team, CancellationToken ct)
    {
        var voucher = await issuing.Write(request, team.Requester, team.Keeper, ct);
        await issuing.Approve(voucher, ct);
        return await issuing.Load(voucher, team.Keeper, await issuing.Pick(voucher, team.Keeper, ct), ct);
    }

    private async Task<DocumentId> Answered(string item, int quantity, DemoTeam team, CancellationToken ct)
    {
        var request = await stage.As(team.Requester, new DraftGoodsRequest(
            team.Store, "کارگاه جوشکاری دوره پاییز", stage.Today.AddDays(10), [new GoodsRequestLineForm(goods.Items[item], quantity, null)]), ct);
        await stage.Submit(request, team.Requester, ct);
        await stage.Sign(request, team.Manager, ct);
        var asked = await stage.Read<GoodsRequest>(request, ct);
        await stage.As(team.Keeper, new AnswerGoodsRequest(
            request, asked.SignOff.ContentVersion, [.. asked.Lines.Select(l => new AvailableLine(l.Id, l.Quantity.Units))], null), ct);
        return request;
    }

    /// <summary>The order of goods that stand on the shelf, signed for by everybody.</summary>
    private async Task<DocumentId> Delivered(DemoNeed need, DemoTeam team, BudgetLineId credit, CancellationToken ct)
    {
        var order = await purchasing.Order(need, team, credit, ct);
        await purchasing.Receive(order, need, team, ct);
        return order;
    }
}
