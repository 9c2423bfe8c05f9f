using Procurement.Application.Issuing;
using Procurement.Application.Issuing.CloseVoucherShort;
using Procurement.Application.Issuing.NameReceiver;
using Procurement.Application.Issuing.PickGoods;
using Procurement.Application.Issuing.TakeOverGoods;
using Procurement.Application.Ledgers;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Procurement.Tests.Issuing.IssuingOnSite;

namespace Procurement.Tests.Issuing;

public sealed class Handing_over_at_the_counter(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goods_go_from_shelf_to_counter_to_user_and_the_books_agree(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Issued((site.Gloves, 12));

        Ok(await site.Pick(voucher));
        var afterPick = await site.Stock(site.Gloves);
        Ok(await site.App.As(site.Body.Requester, new TakeOverGoods(voucher, await site.AllReady(voucher), null)));

        Assert.Equal((8m, 0m, 12m), (afterPick.OnHand.Units, afterPick.Reserved.Units, afterPick.Staged.Units));
        Assert.Equal((0m, 12m), (await site.Staged(site.Gloves), await site.UsedUp(site.Gloves)));
        Assert.Equal(-12_000, (await site.Ask(s => s.ValueOf(voucher, CancellationToken.None))).Sum(v => v.Value.Amount));
        Assert.True((await site.Delivery(voucher)).IsClosed);
        Assert.Empty(await LedgerDifferences(site));
    }

    [EngineFact]
    public async Task The_voucher_closes_once_all_is_taken_over_and_all_have_signed(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine), samples: false);
        var voucher = await site.Picked((site.Gloves, 3));

        Ok(await site.App.As(site.Body.Requester, new TakeOverGoods(voucher, await site.AllReady(voucher), null)));

        Assert.Equal(DocumentState.Closed, (await site.Sheet(voucher)).State);
    }

    [EngineFact]
    public async Task What_expires_first_is_proposed_first(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var glue = await site.Room.Enter("GLU", "چسب", byLot: true);
        var today = TehranTime.Today(site.App.Clock);
        await site.Room.CountIn(
            Warehousing.StoreRoom.Line("GLU", 5, bin: "A", lot: "L-2", expires: today.AddDays(200)), Warehousing.StoreRoom.Line("GLU", 5, bin: "B", lot: "L-1", expires: today.AddDays(60)));
        var voucher = await site.Issued((glue, 7));

        var proposed = Done(await site.App.As(site.Body.Keeper, new ProposePicks(voucher)));

        Assert.Equal([("L-1", "B", 5m), ("L-2", "A", 2m)], proposed.Select(p => (p.LotCode, p.BinCode, p.Quantity.Units)));
    }

    [EngineFact]
    public async Task No_more_is_picked_than_the_voucher_names(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Issued((site.Gloves, 4));
        var proposed = Done(await site.App.As(site.Body.Keeper, new ProposePicks(voucher)));

        var over = await site.App.As(site.Body.Keeper, new PickGoods(voucher, [new(proposed[0].Line, proposed[0].Bin, null, 5)]));

        Assert.Equal("issue-delivery.more-than-issued", over.Refusal.Code);
    }

    [EngineFact]
    public async Task Nothing_is_picked_before_the_voucher_is_signed(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine), samples: false);
        var voucher = await site.Submitted(await site.Everything(await site.Requested((site.Gloves, 4))));

        Assert.Equal("issue-delivery.not-signed-yet", (await site.App.As(site.Body.Keeper, new ProposePicks(voucher))).Refusal.Code);
        Assert.Equal("issue-delivery.not-signed-yet", (await site.App.As(site.Body.Keeper, new PickGoods(voucher, []))).Refusal.Code);
    }

    [EngineFact]
    public async Task Only_the_requester_or_his_recorded_substitute_takes_goods_over(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 4));
        var take = new TakeOverGoods(voucher, await site.AllReady(voucher), null);

        Assert.Equal("issue-delivery.wrong-receiver", (await site.App.As(site.Body.Manager, take)).Refusal.Code);
        Assert.Equal("issue-delivery.keeper-cannot-receive", (await site.App.As(site.Body.Keeper, take)).Refusal.Code);
        Assert.Equal("signoff.document-not-found", (await site.App.As(site.Body.Stranger, take)).Refusal.Code);
        Assert.Equal("issue-delivery.requester-or-manager-names", (await site.App.As(site.Body.Buyer, new NameReceiver(voucher, site.Body.Counter, "مأموریت"))).Refusal.Code);

        Ok(await site.App.As(site.Body.Requester, new NameReceiver(voucher, site.Body.Counter, "مأموریت")));
        Assert.Equal("issue-delivery.wrong-receiver", (await site.App.As(site.Body.Requester, take)).Refusal.Code);
        Ok(await site.App.As(site.Body.Counter, take));
    }

    [EngineFact]
    public async Task The_keeper_cannot_be_named_to_take_over(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 4));

        Assert.Equal("issue-delivery.keeper-cannot-receive", (await site.App.As(site.Body.Requester, new NameReceiver(voucher, site.Body.Keeper, "مأموریت"))).Refusal.Code);
        Assert.Equal("issue-delivery.substitute-reason-missing", (await site.App.As(site.Body.Requester, new NameReceiver(voucher, site.Body.Counter, " "))).Refusal.Code);
    }

    [EngineFact]
    public async Task A_numbered_piece_goes_into_the_name_and_room_of_its_custodian(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Inverters, 2));
        var line = (await site.Delivery(voucher)).Lines[0].Id;

        var unnamed = await site.App.As(site.Body.Requester, new TakeOverGoods(voucher, [new TakeForm(line, 2)], null));
        Ok(await site.App.As(site.Body.Requester, new TakeOverGoods(voucher, [new TakeForm(line, 0, ["INV-2"])], null)));

        Assert.Equal("issue-delivery.not-at-the-counter", unnamed.Refusal.Code);
        var (there, here) = (await site.Piece("INV-2"), await site.Piece("INV-1"));
        Assert.Equal((PropertyState.InUse, site.Body.Requester, "کارگاه ۲"), (there.State, there.CustodianId, there.Room));
        Assert.Equal(PropertyState.InStore, here.State);
        Assert.Equal((1m, 1m), (await site.Staged(site.Inverters), await site.At(StockPlace.CustodyOf(site.Body.Requester), site.Inverters)));
    }

    [EngineFact]
    public async Task What_was_picked_in_vain_goes_back_and_can_be_picked_again(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 4));

        Ok(await site.App.As(site.Body.Keeper, new PutBackGoods(voucher, await site.AllReady(voucher), "گیرنده نیامد")));

        var back = await site.Stock(site.Gloves);
        Assert.Equal((20m, 4m, 0m), (back.OnHand.Units, back.Reserved.Units, back.Staged.Units));
        Ok(await site.Pick(voucher));
        Assert.Equal(4m, await site.Staged(site.Gloves));
    }

    [EngineFact]
    public async Task What_is_given_up_is_held_for_nobody(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 4));

        var underWay = await site.App.As(site.Body.Keeper, new CloseVoucherShort(voucher, "نیاز برطرف شد"));
        Ok(await site.App.As(site.Body.Keeper, new PutBackGoods(voucher, await site.AllReady(voucher), "نیاز برطرف شد")));
        Ok(await site.App.As(site.Body.Keeper, new CloseVoucherShort(voucher, "نیاز برطرف شد")));

        Assert.Equal("issue-delivery.goods-under-way", underWay.Refusal.Code);
        Assert.Equal((20m, 0m), ((await site.Stock(site.Gloves)).OnHand.Units, (await site.Stock(site.Gloves)).Reserved.Units));
        Assert.Equal(DocumentState.Closed, (await site.Sheet(voucher)).State);
    }

    private static async Task<IReadOnlyList<string>> LedgerDifferences(IssuingOnSite site)
    {
        await using var scope = site.App.Scope();
        var differences = new List<string>();
        foreach (var check in scope.ServiceProvider.GetServices<ILedgerCheck>()) differences.AddRange(await check.Differences(CancellationToken.None));
        return differences;
    }
}
