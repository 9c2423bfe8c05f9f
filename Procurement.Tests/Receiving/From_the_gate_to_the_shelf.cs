using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Ledgers;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.LabelGoods;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Receiving.SendBackGoods;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Receiving;

public sealed class From_the_gate_to_the_shelf(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Ten_pieces_are_counted_judged_and_shelved_at_the_price_of_the_order(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));

        var arrived = await site.InQuarantine();
        Assert.Equal((10m, 0m), await site.Lying());
        var judged = await site.Judged(arrived);
        var entered = await site.Entered(judged);
        await site.SignOn(entered);

        Assert.Equal((0m, 10m), await site.Lying());
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(entered)).State);
        var value = await Value(site, entered);
        Assert.Equal((10m, 10_000), (value.Quantity.Units, value.Value.Amount));
        var links = await Links(site, l => l.From(site.Deal.Id, CancellationToken.None));
        Assert.Equal(
            [("goods-receipt", 10m, 10_000), ("temporary-receipt", 10m, 0)],
            links.Select(l => (l.ToKind, l.Quantity.Units, l.Rials.Amount)).OrderBy(l => l.ToKind, StringComparer.Ordinal));
    }

    [EngineFact]
    public async Task Control_6_1_a_a_delivery_without_both_counts_stays_out_of_the_store(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var id = await site.Counted();

        var signed = await site.App.As(site.Body.PropertyOfficer, new SignDocuments([new(id, await site.Version(id))], null));

        Assert.Equal("signoff.contribution-missing", signed.Refusal.Code);
        Assert.Equal((0m, 0m), await site.Lying());
    }

    [EngineFact]
    public async Task Control_6_1_a_the_page_hides_order_and_counts_from_a_counter_who_has_not_counted(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var id = await site.Counted();

        var before = await Body<TemporaryReceiptView>(site, id, site.Body.PropertyOfficer);
        await site.App.As(site.Body.PropertyOfficer, await site.SecondCount(id, 9));
        var after = await Body<TemporaryReceiptView>(site, id, site.Body.PropertyOfficer);

        Assert.Equal((null, null, null), (before.Lines[0].Ordered, before.Lines[0].OnPaper, before.Lines[0].ByKeeper));
        Assert.True(before.KeeperCounted);
        Assert.Equal((10m, null), (after.Lines[0].Ordered?.Units, after.Lines[0].ByKeeper?.Units));
        Assert.True(after.Lines[0].CountsDiffer);
    }

    [EngineFact]
    public async Task Differing_counts_are_kept_and_the_delivery_is_counted_anew(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var id = await site.Counted();
        var outcome = ReceivingOnSite.Done(await site.App.As(site.Body.PropertyOfficer, await site.SecondCount(id, 9)));

        ReceivingOnSite.Ok(await site.App.As(site.Body.PropertyOfficer, new ReturnDocument(id, await site.Version(id), "شمارش‌ها برابر نیست")));

        Assert.False(outcome.Agrees);
        Assert.Equal([1], outcome.DifferingLines);
        var receipt = await site.Load<TemporaryReceipt>(id);
        Assert.Equal((2, 2), (receipt.CountRound, receipt.Counts.Count));
    }

    [EngineFact]
    public async Task Control_6_1_d_nothing_enters_before_the_requester_has_judged(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var id = await site.BeforeTheRequester(await site.InQuarantine());

        var entering = await site.App.As(site.Body.Keeper, site.Entering(await site.Load<ConformanceReport>(id), quantity: 10));

        Assert.Equal("goods-receipt.conformance-not-signed", entering.Refusal.Code);
        Assert.Equal((10m, 0m), await site.Lying());
    }

    [EngineFact]
    public async Task Nobody_but_the_requester_judges(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var id = await site.BeforeTheRequester(await site.InQuarantine());

        Assert.Equal("signoff.not-your-turn", (await site.Judge(id, l => ReceivingOnSite.Fits(l), site.Body.Manager)).Refusal.Code);
    }

    [EngineFact]
    public async Task The_same_goods_are_not_presented_twice(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var arrived = await site.InQuarantine();
        var first = ReceivingOnSite.Done(await site.App.As(site.Body.Keeper, new OpenConformance(arrived, site.Body.Requester, [])));
        var second = ReceivingOnSite.Done(await site.App.As(site.Body.Keeper, new OpenConformance(arrived, site.Body.Requester, [])));
        await site.Submit(site.Body.Keeper, first);

        var submitted = await site.App.As(site.Body.Keeper, new Application.SignOff.SubmitDocument.SubmitDocument(second, await site.Version(second), null));

        Assert.Equal("conformance-report.presented-already", submitted.Refusal.Code);
    }

    [EngineFact]
    public async Task Control_6_3_b_no_more_enters_than_was_ordered_over_all_deliveries(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        await site.SignOn(await site.Entered(await site.Judged(await site.InQuarantine())));
        var again = await site.BeforeTheRequester(await site.InQuarantine(2));

        var judged = await site.Judge(again, l => ReceivingOnSite.Fits(l, 2));

        Assert.Equal("conformance-report.more-than-due", judged.Refusal.Code);
    }

    [EngineFact]
    public async Task A_receipt_that_comes_back_gives_its_share_of_the_line_back(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var judged = await site.Judged(await site.InQuarantine());
        var first = await site.Entered(judged);
        var second = ReceivingOnSite.Done(await site.App.As(site.Body.Keeper, site.Entering(await site.Load<ConformanceReport>(judged))));
        var early = await site.App.As(site.Body.Keeper, new Application.SignOff.SubmitDocument.SubmitDocument(second, await site.Version(second), null));
        ReceivingOnSite.Ok(await site.App.As(site.Body.PropertyOfficer, new ReturnDocument(first, await site.Version(first), "قفسه دیگر")));

        await site.Submit(site.Body.Keeper, second);

        Assert.Equal("goods-receipt.received-already", early.Refusal.Code);
    }

    [EngineFact]
    public async Task Non_consumables_enter_the_property_book_numbered_in_the_keepers_custody(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine), PropertyClass.NonConsumable);
        var entered = await site.Entered(await site.Judged(await site.InQuarantine()));
        var line = (await site.Load<GoodsReceipt>(entered)).Lines[0].Id;
        var labels = Enumerable.Range(1, 10).Select(i => new LabelInput(FormattableString.Invariant($"TV-{i}"), null)).ToList();

        ReceivingOnSite.Ok(await site.App.As(site.Body.PropertyOfficer, new LabelGoods(entered, await site.Version(entered), [new(line, labels)], null)));
        await site.SignOn(entered);

        var book = await site.App.Look(db => db.Set<PropertyItem>().ToListAsync());
        Assert.Equal(10, book.Count);
        Assert.All(book, p => Assert.Equal((PropertyState.InStore, site.Body.Keeper, 1_000), (p.State, p.CustodianId, p.Cost.Amount)));
    }

    [EngineFact]
    public async Task A_property_number_is_given_once(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine), PropertyClass.NonConsumable);
        var judged = await site.Judged(await site.InQuarantine());
        var report = await site.Load<ConformanceReport>(judged);
        var numbers = new List<LabelInput> { new("TV-1", null) };
        var first = ReceivingOnSite.Done(await site.App.As(site.Body.Keeper, site.Entering(report, 1)));
        await site.Submit(site.Body.Keeper, first);
        ReceivingOnSite.Ok(await site.App.As(site.Body.PropertyOfficer, await Label(site, first, numbers)));
        var second = ReceivingOnSite.Done(await site.App.As(site.Body.Keeper, site.Entering(report, 1)));
        await site.Submit(site.Body.Keeper, second);

        Assert.Equal("property.number-taken", (await site.App.As(site.Body.PropertyOfficer, await Label(site, second, numbers))).Refusal.Code);
    }

    [EngineFact]
    public async Task Another_keepers_store_is_not_found(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));

        var registered = await site.App.As(site.Body.CentreKeeper, site.Arrival());

        Assert.Equal(RefusalKind.NotFound, registered.Refusal.Kind);
    }

    [EngineFact]
    public async Task Goods_of_a_lot_keep_it_from_gate_to_shelf(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine), tracking: new ItemTracking(Lot: true, Serial: false, Expiry: false));

        Assert.Equal("temporary-receipt.lot-missing", (await site.App.As(site.Body.Keeper, site.Arrival())).Refusal.Code);
        Assert.True((await site.App.As(site.Body.Keeper, site.Arrival(lot: "L-1"))).Succeeded);
    }

    private static async Task<T> Body<T>(ReceivingOnSite site, DocumentId id, PersonId reader) =>
        (T)ReceivingOnSite.Done(await site.App.As(reader, new ReadDocument(id))).Body;

    private static async Task<LabelGoods> Label(ReceivingOnSite site, DocumentId id, IReadOnlyList<LabelInput> labels) =>
        new(id, await site.Version(id), [new((await site.Load<GoodsReceipt>(id)).Lines[0].Id, labels)], null);

    private static async Task<LineValue> Value(ReceivingOnSite site, DocumentId id)
    {
        await using var scope = site.App.Scope();
        return Assert.Single(await scope.ServiceProvider.GetRequiredService<IStockFacts>().ValueOf(id, CancellationToken.None));
    }

    private static async Task<IReadOnlyList<LineLinkRow>> Links(ReceivingOnSite site, Func<ILineLinks, Task<IReadOnlyList<LineLinkRow>>> ask)
    {
        await using var scope = site.App.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<ILineLinks>());
    }
}
