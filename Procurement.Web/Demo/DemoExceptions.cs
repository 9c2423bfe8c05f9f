using Procurement.Application.Contracts.DraftContract;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Receiving.SendBackGoods;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.SignOff.Objections;
using Procurement.Domain.Budget;
using Procurement.Domain.Contracts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Web.Demo;

/// <summary>
/// What does not go the usual way in the sample history: a contract with works accepted in part, a purchase out of the imprest, a delivery partly
/// refused and sent back, goods disputed after the gate, an objection of the inspector, two needs that look like one that was split.
/// </summary>
internal sealed class DemoExceptions(DemoStage stage, DemoBody body, DemoPurchasing purchasing, DemoIssuing issuing, DemoPaying paying)
{
    private static readonly DemoNeed Lighting = new("", "روشنایی کارگاه برق", 10, "متر مربع", 19_000_000, 18_000_000, 0, "روشنایی: ۳۰۰ لوکس")
    {
        Works = "بازسازی روشنایی کارگاه برق", Guaranteed = true,
    };

    private static readonly DemoNeed Pens = new("O-PEN", "خودکار آزمون ورودی", 200, "عدد", 98_000, 85_000, 1, "رنگ: آبی") { Payment = PaymentWay.Imprest };

    private static readonly DemoNeed WrongGloves = DemoNeed.All[2] with { Quantity = 40, Purpose = "دستکش کارگاه نقاشی" };

    private static readonly DemoNeed Laptops = new("E-LAP", "کلاس رایانه طبقه اول", 16, "دستگاه", 145_000_000, 142_000_000, 0, "حافظه: 16", ByExpert: true);

    public async Task Leave(DemoTeam team, BudgetLineId credit, CancellationToken ct)
    {
        await Contract(team, credit, ct);
        stage.Clock.ToMorningAfter(1);
        await SendBack(team, credit, ct);
        await purchasing.Order(Pens, team, credit, ct);
        await purchasing.AskFor(Laptops, team, ct);

        // Both together pass the ceiling of small deals: the finding bars the next signature until somebody has decided about the set.
        await purchasing.Raise(Laptops with { Purpose = "کلاس رایانه طبقه دوم" }, team, ct);
    }

    /// <summary>Five of the goods did not arrive; general affairs has decided, the controller has to sign. One piece was on no pass.</summary>
    public async Task Dispute(DocumentId pass, DemoTeam team, CancellationToken ct)
    {
        const int missing = 3;
        await issuing.LetOut(pass, ["12-04999"], ct);
        var (counted, scanned) = await issuing.Loaded(pass, ct);
        await stage.As(team.Requester, new ConfirmDelivery(
            pass, await stage.Version(pass, ct), [counted[0] with { Quantity = counted[0].Quantity - missing }], scanned, "سه عدد نرسید", null), ct);
        var line = (await stage.Read<GatePass>(pass, ct)).Lines[0].Id;
        var decision = await stage.As(body.GeneralAffairs, new DecideDispute(
            pass, "راننده سه عدد را در بار دیگری گذاشته بود", [new DisputeForm(line, DisputeOutcome.Returned, 2), new DisputeForm(line, DisputeOutcome.Lost, missing - 2)]), ct);
        await stage.Submit(decision, body.GeneralAffairs, ct);
        await stage.SignUpTo(Capacity.FinanceController, decision, ct);
    }

    /// <summary>The inspector drawn for a request objects to it in writing; the answer is to come.</summary>
    public async Task Object(DocumentId request, BudgetLineId credit, CancellationToken ct)
    {
        await purchasing.CertifyCredit(request, credit, Capacity.Inspector, ct);
        var inspector = (await stage.Look(request, ct)).Signer ?? throw new InvalidOperationException("The demo's request waits for nobody.");
        await stage.As(inspector, new RaiseObjection(request, "برآورد بهای واحد با نرخ سه خرید پیشین همین کالا نمی‌خواند", "ماده ۹۱ قانون محاسبات عمومی", "۱"), ct);
    }

    /// <summary>Awarded with a guarantee, so a contract follows; six tenths of the works are measured and wait for the head of procurement.</summary>
    private async Task Contract(DemoTeam team, BudgetLineId credit, CancellationToken ct)
    {
        var award = await purchasing.Order(Lighting, team, credit, ct);
        var contract = await stage.As(body.HeadOfProcurement, new DraftContract(award, new ContractForm(
            Lighting.Works, stage.Today, stage.Today.AddDays(60), "ضمانت‌نامه بانکی ده درصد «نمونه»", 0.1m, [])), ct);
        await stage.Submit(contract, body.HeadOfProcurement, ct);
        await stage.SignOn(contract, ct);
        stage.Clock.ToMorningAfter(1);
        var line = (await stage.Read<Contract>(contract, ct)).Lines[0].Id;
        var acceptance = await stage.As(team.Requester, new AcceptWork(contract, null, stage.Today.AddDays(-1), stage.Today, [new MeasuredLineForm(line, 6, "صورت‌وضعیت شماره ۱")]), ct);
        await stage.As(team.Requester, new AttachFiles(acceptance, [await paying.Paper(ct)]), ct);
        await stage.Submit(acceptance, team.Requester, ct);
        await stage.SignUpTo(Capacity.HeadOfProcurement, acceptance, ct);
    }

    /// <summary>Five pairs are of another material: the rest is on the shelf, those go back to the supplier.</summary>
    private async Task SendBack(DemoTeam team, BudgetLineId credit, CancellationToken ct)
    {
        const int failing = 5;
        var arrival = await purchasing.Bring(await purchasing.Order(WrongGloves, team, credit, ct), WrongGloves, team, ct);
        await purchasing.CountAgain(arrival, WrongGloves, team, ct);
        var report = await purchasing.Present(arrival, team, ct);
        await purchasing.JudgeSomeFailing(report, team, failing, "نسوز", "جنس پنج جفت با درخواست یکی نیست", ct);
        await stage.SignOn(await purchasing.Enter(report, team, ct), ct);
        var line = (await stage.Read<ConformanceReport>(report, ct)).Lines[0].Id;
        var back = await stage.As(team.Keeper, new SendBackGoods(report, "جنس پنج جفت با درخواست یکی نیست", "راننده نمونه", [new LineQuantity(line, failing)]), ct);
        await stage.Submit(back, team.Keeper, ct);
        await stage.SignOn(back, ct);
    }
}
