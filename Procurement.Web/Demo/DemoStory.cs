using Procurement.Application.Budget.DecideAllotment;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Budget.ProposeAllotment;
using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Settings.LoadShippedSettings;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
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
internal sealed class DemoStory(DemoStage stage, DemoBody body, DemoGoods goods, DateTimeOffset end)
{
    private readonly Dictionary<OrgUnitId, StoreId> _stores = [];
    private readonly Random _chance = new(1405);

    public static async Task Tell(DemoStage stage, DateTimeOffset end, CancellationToken ct)
    {
        await stage.As(null, new LoadShippedSettings(WithSamples: true), ct);
        var body = await DemoBody.Found(stage, ct);
        var goods = await DemoGoods.Enter(stage, body.HeadOfProcurement, ct);
        var story = new DemoStory(stage, body, goods, end);
        await story.OpenStores(ct);
        await story.AllotCredit(ct);
        await story.AskForGoods(ct);
    }

    private async Task OpenStores(CancellationToken ct)
    {
        await OpenStore(body.Province, "12", "انبار مرکزی استان نمونه", "Central store", true, body.Keeper, ct);
        foreach (var centre in body.Centres) await OpenStore(centre.Unit, centre.Code, "انبار مرکز " + centre.Code, "Centre store", false, centre.Keeper, ct);
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
        await SubmitAndSignAll(count, keeper, ct);
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
        }
    }

    /// <summary>Requests through the months: most are answered and reserved, some come back, the last ones wait in the inboxes.</summary>
    private async Task AskForGoods(CancellationToken ct)
    {
        string[] purposes = ["کارگاه جوشکاری دوره ۱۲", "آزمون عملی پایان دوره", "پشتیبانی کلاس رایانه", "نیاز اداری ماهانه", "بازسازی کارگاه برق"];
        string[] items = ["W-ELC-32", "S-GLV", "S-MSK", "O-A4-80", "O-PEN"];
        var months = (int)((end - stage.Clock.GetUtcNow()).TotalDays / 30);
        for (var month = 0; month < months; month++)
        {
            stage.Clock.To(stage.Clock.GetUtcNow().AddDays(24));
            foreach (var (requester, manager, keeper, unit) in Teams())
            {
                var lines = items.OrderBy(_ => _chance.Next()).Take(2)
                    .Select(code => new GoodsRequestLineForm(goods.Items[code], _chance.Next(1, 4), null)).ToList();
                var request = await stage.As(requester, new DraftGoodsRequest(
                    _stores[unit], purposes[_chance.Next(purposes.Length)], stage.Today.AddDays(10), lines), ct);
                await Submit(request, requester, ct);
                var last = month >= months - 2;
                if (last && _chance.Next(2) == 0) continue;
                if (_chance.Next(9) == 0)
                {
                    await stage.As(manager, new ReturnDocument(request, await Version(request, ct), "مورد مصرف را روشن‌تر بنویسید"), ct);
                    continue;
                }

                await Sign(request, manager, ct);
                if (last) continue;
                var asked = (GoodsRequest)(await stage.Look(request, ct)).Document;
                var answered = asked.Lines.Select(l => new AvailableLine(l.Id, l.Quantity.Units)).ToList();
                await stage.As(keeper, new AnswerGoodsRequest(request, asked.SignOff.ContentVersion, answered, null), ct);
            }
        }
    }

    private IEnumerable<(PersonId Requester, PersonId Manager, PersonId Keeper, OrgUnitId Unit)> Teams()
    {
        yield return (body.Requester, body.Manager, body.Keeper, body.Province);
        foreach (var centre in body.Centres)
            yield return (centre.Requesters[_chance.Next(centre.Requesters.Count)], centre.Head, centre.Keeper, centre.Unit);
    }

    /// <summary>Submits and lets each holder sign in turn, until the route is done.</summary>
    private async Task SubmitAndSignAll(DocumentId document, PersonId owner, CancellationToken ct)
    {
        await Submit(document, owner, ct);
        while ((await stage.Look(document, ct)).Signer is { } signer) await Sign(document, signer, ct);
    }

    private async Task Submit(DocumentId document, PersonId owner, CancellationToken ct) =>
        await stage.As(owner, new SubmitDocument(document, await Version(document, ct), null), ct);

    private async Task Sign(DocumentId document, PersonId signer, CancellationToken ct) =>
        await stage.As(signer, new SignDocuments([new DocumentToSign(document, await Version(document, ct))], null), ct);

    private async Task<int> Version(DocumentId document, CancellationToken ct) => (await stage.Look(document, ct)).Document.SignOff.ContentVersion;
}
