using Procurement.Application.Budget.DecideAllotment;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Budget.ProposeAllotment;
using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Settings.LoadShippedSettings;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.DraftOpeningBalance;
using Procurement.Application.Warehousing.OpenStore;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Web.Demo;

/// <summary>Two years of a sample body, told by its people through the real use cases.</summary>
internal sealed class DemoStory(
    DemoStage stage, DemoBody body, DemoGoods goods, DemoPurchasing purchasing, DemoIssuing issuing, DemoPaying paying, DateTimeOffset end)
{
    /// <summary>The threshold decrees before it could not be verified, so nothing is bought by them.</summary>
    private static readonly DateOnly FirstSampleDecree = new JalaliDate(1404, 2, 20).ToDateOnly();

    /// <summary>How many days before the end the inboxes begin to fill.</summary>
    private const int LastDays = 12;

    /// <summary>The purchase that the centre of five makes: one without an expert.</summary>
    private const int FirstOfCentre = 4;

    private readonly Dictionary<int, BudgetLineId> _credit = [];
    private readonly Dictionary<OrgUnitId, StoreId> _stores = [];
    private readonly Random _chance = new(1405);
    private int _bought;

    /// <summary>The body with its goods, stores and credit, then two years of their use.</summary>
    public static async Task Tell(DemoStage stage, DateTimeOffset end, CancellationToken ct)
    {
        var story = await SetTheScene(stage, end, ct);
        await story.LiveThrough(ct);
        await story.FillInboxes(ct);
    }

    /// <summary>The body with its goods, stores and credit, of which nobody has used anything.</summary>
    public static async Task<DemoStory> SetTheScene(DemoStage stage, DateTimeOffset end, CancellationToken ct)
    {
        await stage.As(null, new LoadShippedSettings(WithSamples: true), ct);
        var body = await DemoBody.Found(stage, ct);
        var goods = await DemoGoods.Enter(stage, body.HeadOfProcurement, ct);
        var purchasing = new DemoPurchasing(stage, body, goods);
        var story = new DemoStory(stage, body, goods, purchasing, new DemoIssuing(stage, body), new DemoPaying(stage, body, purchasing), end);
        await story.OpenStores(ct);
        await story.AllotCredit(ct);
        return story;
    }

    private async Task OpenStores(CancellationToken ct)
    {
        await OpenStore(body.Province, "12", "انبار مرکزی استان نمونه", "Central store", true, body.Keeper, ct);
        foreach (var centre in body.Centres) await OpenStore(centre.Unit, centre.Code, "انبار مرکز " + PersianText.ToPersianDigits(centre.Code), "Centre store", false, centre.Keeper, ct);
    }

    private async Task OpenStore(OrgUnitId unit, string code, string name, string nameEn, bool guard, PersonId keeper, CancellationToken ct)
    {
        var store = await stage.As(body.GeneralAffairs, new OpenStore(unit, code, name, nameEn, guard, "الف-۰۱"), ct);
        _stores[unit] = store;
        List<OpeningLineForm> lines =
        [
            new("W-ELC-32", "الف-۰۱", null, null, 180, 950_000), new("S-GLV", "الف-۰۱", null, null, 120, 620_000),
            new("S-MSK", "الف-۰۱", null, null, 80, 2_150_000), new("O-A4-80", "الف-۰۱", null, null, 140, 2_600_000),
            new("O-PEN", "الف-۰۱", null, null, 400, 95_000),
        ];
        var count = await stage.As(keeper, new DraftOpeningBalance(store, stage.Today, "شمارش اول دوره", lines), ct);
        await stage.Submit(count, keeper, ct);
        await stage.SignOn(count, ct);
    }

    private async Task AllotCredit(CancellationToken ct)
    {
        var year = FiscalYear.Of(stage.Today).Year;
        for (var each = year; each <= year + 2; each++)
        {
            var line = await stage.As(body.Accountant, new OpenBudgetLine(
                body.Province, FormattableString.Invariant($"12-{each}-2"), "مواد و لوازم مصرفی", "آموزش مهارت", "2", CreditKind.Current, each), ct);
            var allotted = await stage.As(body.Accountant, new ProposeAllotment(
                AllotmentKind.Allot, line, null, 9_500_000_000, "ت/" + each, stage.Today, "قانون بودجه سال «نمونه»"), ct);
            await stage.As(body.Controller, new DecideAllotment(allotted, true, null), ct);
            _credit[each] = line;
        }
    }

    /// <summary>Purchases and requests through the months: most are answered and handed over, some come back, the last ones wait in the inboxes.</summary>
    private async Task LiveThrough(CancellationToken ct)
    {
        string[] purposes = ["کارگاه جوشکاری دوره ۱۲", "آزمون عملی پایان دوره", "پشتیبانی کلاس رایانه", "نیاز اداری ماهانه", "بازسازی کارگاه برق"];
        string[] items = ["W-ELC-32", "S-GLV", "S-MSK", "O-A4-80", "O-PEN"];
        var first = stage.Today;
        var days = (int)(end - stage.Clock.GetUtcNow()).TotalDays - LastDays;
        var months = days / 30;
        for (var month = 0; month < months; month++)
        {
            stage.Clock.ToMorningOf(first.AddDays(days * (month + 1) / months));
            if (month % 2 == 0 && month < months - 1 && stage.Today >= FirstSampleDecree) await Buy(_bought++, ct);
            foreach (var (requester, manager, keeper, unit) in Teams())
            {
                var lines = items.OrderBy(_ => _chance.Next()).Take(2)
                    .Select(code => new GoodsRequestLineForm(goods.Items[code], _chance.Next(1, 4), null)).ToList();
                var request = await stage.As(requester, new DraftGoodsRequest(
                    _stores[unit], purposes[_chance.Next(purposes.Length)], stage.Today.AddDays(10), lines), ct);
                await stage.Submit(request, requester, ct);
                var last = month >= months - 2;
                if (last && _chance.Next(2) == 0) continue;
                if (_chance.Next(9) == 0)
                {
                    await stage.As(manager, new ReturnDocument(request, await stage.Version(request, ct), "مورد مصرف را روشن‌تر بنویسید"), ct);
                    continue;
                }

                await stage.Sign(request, manager, ct);
                if (last) continue;
                var asked = await stage.Read<GoodsRequest>(request, ct);
                var answered = asked.Lines.Select(l => new AvailableLine(l.Id, l.Quantity.Units)).ToList();
                await stage.As(keeper, new AnswerGoodsRequest(request, asked.SignOff.ContentVersion, answered, null), ct);
                await issuing.Issue(request, requester, keeper, throughTheGate: _chance.Next(4) == 0, ct);
            }
        }
    }

    /// <summary>A purchase from the need to the supplier's account, one of the sample needs after the other; now and then for the centre of five.</summary>
    private async Task Buy(int turn, CancellationToken ct)
    {
        var need = DemoNeed.All[turn % DemoNeed.All.Count];
        var team = turn == FirstOfCentre ? FiveTeam : ProvinceTeam;
        var order = await purchasing.Order(need, team, Credit, ct);
        stage.Clock.ToMorningAfter(3);
        var receipt = await purchasing.Receive(order, need, team, ct);
        await paying.Pay(order, need, receipt, ct);
    }

    private async Task FillInboxes(CancellationToken ct)
    {
        stage.Clock.ToMorningAfter(2);
        await new DemoInboxes(stage, goods, purchasing, issuing, paying, new DemoExceptions(stage, body, purchasing, issuing, paying)).Leave(ProvinceTeam, FiveTeam, Credit, ct);
        await new DemoReports(stage, body).Run(ct);
    }

    private BudgetLineId Credit => _credit[FiscalYear.Of(stage.Today).Year];

    private DemoTeam ProvinceTeam => new(body.Requester, body.Manager, body.Keeper, body.PropertyOfficer, _stores[body.Province], "انبار مرکزی استان نمونه");

    /// <summary>The centre of five: its own requester, keeper and second counter; every other signature comes from a post the province pools.</summary>
    private DemoTeam FiveTeam
    {
        get
        {
            var five = body.Centres[^1];
            return new DemoTeam(five.Requesters[0], five.Head, five.Keeper, five.Counter, _stores[five.Unit], "انبار مرکز " + PersianText.ToPersianDigits(five.Code));
        }
    }

    private IEnumerable<(PersonId Requester, PersonId Manager, PersonId Keeper, OrgUnitId Unit)> Teams()
    {
        yield return (body.Requester, body.Manager, body.Keeper, body.Province);
        foreach (var centre in body.Centres)
            yield return (centre.Requesters[_chance.Next(centre.Requesters.Count)], centre.Head, centre.Keeper, centre.Unit);
    }
}
