using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.CountDelivery;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.JudgeDelivery;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Receiving.RegisterArrival;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Warehousing;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Receiving.ReceivingOnSite;

namespace Procurement.Tests.Receiving;

/// <summary>Sources of goods (documents 7): each walked from the gate to its effect. The item's template asks for 60 to 300 grams.</summary>
public sealed class Goods_that_were_not_bought(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_gift_enters_by_its_letter_at_the_experts_value(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var site = await On(database);
        var report = await Judged(site, GoodsSource.Donation);

        Assert.Equal("goods-receipt.expert-value-missing", await Refused(site, Entering(site, report, 500) with { Facts = Letter(site) }));
        Assert.Equal("goods-receipt.value-missing", await Refused(site, Entering(site, report, null) with { Facts = Letter(site) with { ValuedBy = "کارشناس رسمی" } }));
        var receipt = await Entered(site, Entering(site, report, 500) with { Facts = Letter(site) with { ValuedBy = "کارشناس رسمی" } });

        Assert.Equal((0m, 10m), await site.Lying());
        Assert.Equal((5_000, false), await Value(site, receipt));
        Assert.Equal([MoveReason.Arrival, MoveReason.Donation], await Reasons(site));
        await using var web = WebSite.Over(database, site.Body);
        using var keeper = web.Visit(site.Body.Keeper);
        var print = (await keeper.Open($"/documents/{receipt.Value}/print")).Body!.TextContent;
        Assert.Contains("اهدایی", print, StringComparison.Ordinal);
        Assert.Contains("کارشناس رسمی", print, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task What_the_head_office_sends_enters_by_its_document_and_value(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var report = await Judged(site, GoodsSource.HeadOfficeTransfer);

        Assert.Equal("goods-receipt.letter-missing", await Refused(site, Entering(site, report, 700) with { Facts = new SourceFactsInput() }));
        var receipt = await Entered(site, Entering(site, report, 700) with { Facts = Letter(site) });

        Assert.Equal((0m, 10m), await site.Lying());
        Assert.Equal((7_000, false), await Value(site, receipt));
    }

    [EngineFact]
    public async Task What_the_bodys_own_workshop_made_enters_at_the_value_of_its_cost_sheet(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var report = await Judged(site, GoodsSource.OwnProduction);
        var receipt = await Entered(site, Entering(site, report, 900) with { Facts = Letter(site) });

        Assert.Equal((0m, 10m), await site.Lying());
        Assert.Equal((9_000, false), await Value(site, receipt));
        Assert.Equal([MoveReason.Arrival, MoveReason.OwnProduction], await Reasons(site));
    }

    [EngineFact]
    public async Task Goods_of_another_owner_lie_apart_by_quantity_only_until_they_are_due_back(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var report = await Judged(site, GoodsSource.Entrusted);
        var today = TehranTime.LocalDate(site.App.Clock.GetUtcNow());
        var apart = (await Places(site)).Entrusted;
        var entering = Entering(site, report, null) with { Lines = [new ShelvedLineForm(report.Lines[0].Id, 10, apart.Id)] };

        Assert.Equal("goods-receipt.bin-not-of-the-store", await Refused(site, Entering(site, report, null) with { Facts = Letter(site) }));
        Assert.Equal(
            ["goods-receipt.owner-missing", "goods-receipt.due-back-missing"],
            (await site.App.As(site.Body.Keeper, entering with { Facts = Letter(site) with { DueBack = today } })).Refusals.Select(r => r.Code));
        var receipt = await Entered(site, entering with { Facts = Letter(site) with { OwnerName = "هلال احمر", DueBack = today.AddMonths(3) } });

        Assert.Equal((0m, 0m), await site.Lying());
        await using var scope = site.App.Scope();
        var stock = scope.ServiceProvider.GetRequiredService<IStockFacts>();
        Assert.Equal(10m, (await stock.At(apart, CancellationToken.None)).Sum(h => h.Quantity.Units));
        Assert.Empty(await stock.ValueOf(receipt, CancellationToken.None));
        Assert.Equal([MoveReason.Arrival, MoveReason.Entrusted], await Reasons(site));
    }

    [EngineFact]
    public async Task They_are_held_against_the_bounds_of_the_items_template_and_their_deed(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var id = await site.BeforeTheRequester(await Arrived(site, GoodsSource.Donation));
        var photo = await site.Photo();

        async Task<string> Verdict(Func<Guid, JudgedLineForm> verdict) => (await site.Judge(id, verdict)).Refusal.Code;

        Assert.Equal("conformance-report.not-measured", await Verdict(l => Fits(l) with { Checks = [] }));
        Assert.Equal("conformance-report.deed-remark-missing", await Verdict(l => Fits(l) with { Reason = " " }));
        Assert.Equal(
            "conformance-report.differing-cannot-be-accepted", await Verdict(l => Fits(l) with { Checks = [new(DeliveryOnPaper.Weight, "40", "ترازو", Evidence: photo)] }));
        Ok(await site.Judge(id, Fits));
    }

    [EngineFact]
    public async Task Goods_of_a_contract_and_of_an_imprest_name_it_as_their_source(DatabaseEngine engine)
    {
        foreach (var (form, source) in new[] { (DealForm.Contract, GoodsSource.Contract), (DealForm.Imprest, GoodsSource.Imprest) })
        {
            await using var site = await On(await databases.Fresh(engine));
            site.Orders.Deal = site.Deal with { Form = form };
            var receipt = await site.Entered(await site.Judged(await site.InQuarantine()));
            await site.SignOn(receipt);

            Assert.Equal((source, DocumentState.InEffect), ((await site.Load<GoodsReceipt>(receipt)).Source, (await site.Sheet(receipt)).State));
            Assert.Equal((10_000, true), await Value(site, receipt));
        }
    }

    private static JudgedLineForm Fits(Guid line) => new(
        line, 10, 0, 0, null, "مطابق نامه ۱۲", null, [new(DeliveryOnPaper.Weight, "82", "ترازو")]);

    private static SourceFactsInput Letter(ReceivingOnSite site) => new("۱۲", TehranTime.LocalDate(site.App.Clock.GetUtcNow()));

    private static EnterGoods Entering(ReceivingOnSite site, ConformanceReport report, long? value) =>
        new(report.Id, null, new SourceFactsInput(), [new ShelvedLineForm(report.Lines[0].Id, 10, site.Bin, DeedUnitValue: value)]);

    private static async Task<string> Refused(ReceivingOnSite site, EnterGoods entering) => (await site.App.As(site.Body.Keeper, entering)).Refusal.Code;

    /// <summary>Registered by its deed, counted twice, in quarantine.</summary>
    private static async Task<DocumentId> Arrived(ReceivingOnSite site, GoodsSource source)
    {
        var id = Done(await site.App.As(site.Body.Keeper, new RegisterArrival(
            site.Store.Id, null, source, "فرستنده نمونه", "نامه ۱۲", site.Body.PropertyOfficer, null, null, "۱۲ ب ۳۴۵", "راننده", site.App.Clock.GetUtcNow().AddHours(-1),
            [new ArrivedLineForm(null, site.Item)])));
        var receipt = await site.Load<TemporaryReceipt>(id);
        Ok(await site.App.As(site.Body.Keeper, new CountAsKeeper(id, receipt.SignOff.ContentVersion, [new LineQuantity(receipt.Lines[0].Id, 10)])));
        await site.Submit(site.Body.Keeper, id);
        Assert.True(Done(await site.App.As(site.Body.PropertyOfficer, await site.SecondCount(id, 10))).Agrees);
        return id;
    }

    private static async Task<ConformanceReport> Judged(ReceivingOnSite site, GoodsSource source) =>
        await site.Load<ConformanceReport>(await site.Judged(await Arrived(site, source), Fits));

    private static async Task<DocumentId> Entered(ReceivingOnSite site, EnterGoods entering)
    {
        var id = Done(await site.App.As(site.Body.Keeper, entering));
        await site.Submit(site.Body.Keeper, id);
        await site.SignOn(id);
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(id)).State);
        return id;
    }

    private static async Task<(long Rials, bool IsProvisional)> Value(ReceivingOnSite site, DocumentId receipt)
    {
        await using var scope = site.App.Scope();
        var stock = scope.ServiceProvider.GetRequiredService<IStockFacts>();
        return ((await stock.ValueOf(receipt, CancellationToken.None)).Single().Value.Amount, (await site.Load<GoodsReceipt>(receipt)).Source.IsPricedByInvoice());
    }

    private static async Task<StorePlaces> Places(ReceivingOnSite site)
    {
        await using var scope = site.App.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IStockFacts>().PlacesOf(site.Store.Id, CancellationToken.None))!;
    }

    /// <summary>Why the goods moved, from the gate on.</summary>
    private static Task<List<MoveReason>> Reasons(ReceivingOnSite site) =>
        site.App.Look(db => db.Set<StockMoveRow>().OrderBy(m => m.Seq).Select(m => m.Reason).ToListAsync());
}
