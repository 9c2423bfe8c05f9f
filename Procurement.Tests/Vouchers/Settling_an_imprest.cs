using Microsoft.EntityFrameworkCore;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Sourcing.ReadImprest;
using Procurement.Application.Vouchers.DraftImprestSettlement;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Receiving;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Receiving.ReceivingOnSite;

namespace Procurement.Tests.Vouchers;

/// <summary>Imprest (documents 7): bought within ceiling and credit, received, billed, accounted for, paid back.</summary>
public sealed class Settling_an_imprest(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task From_the_credit_of_the_request_to_the_money_back_in_the_imprest(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), imprest: true);
        Assert.Equal(9_900_000, (await Book(site)).Open.Amount);
        var receipt = await site.Delivered();
        Assert.Equal(GoodsSource.Imprest, (await site.Receiving.Load<GoodsReceipt>(receipt)).Source);
        var invoice = await site.Checked();

        var settlement = await Settled(site);
        var sheet = await site.Receiving.Sheet(settlement);
        Assert.Equal(
            [Capacity.Buyer, Capacity.DocumentReviewer, Capacity.FinanceController, Capacity.Inspector], sheet.CurrentSteps.Select(s => s.Capacity));
        var account = Assert.Single((await site.Receiving.Load<ImprestSettlement>(settlement)).Lines);
        Assert.Equal((9_900_000, 9_900_000, (await site.Receiving.Load<SupplierInvoice>(invoice)).Number), (account.Bought.Amount, account.Spent.Amount, account.Invoices));
        Assert.True((await Book(site)).Purchases[0].IsOpen);

        var voucher = await site.Approved(invoice, imprestIban: PaymentsOnSite.OtherIban);
        await site.Answer(await site.Exported(voucher), await site.PaidRow(voucher, iban: PaymentsOnSite.OtherIban));

        var purchase = Assert.Single((await Book(site)).Purchases);
        Assert.Equal((settlement, voucher), (purchase.SettlementId!.Value, purchase.SettledBy!.Value));
        Assert.Equal((0, 9_900_000), ((await Book(site)).Open.Amount, (await site.App.Credit(site.Budget)).Paid.Amount));
    }

    [EngineFact]
    public async Task What_is_not_accounted_for_by_its_day_blocks_until_its_settlement_is_signed_however_slow_the_bank(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), imprest: true);
        await site.Delivered();
        await site.Checked();
        site.App.Clock.Pass(TimeSpan.FromDays(31));
        var late = Done(await site.App.As(site.Body.Buyer, new ReadImprest()));

        await Settled(site);
        var cured = Done(await site.App.As(site.Body.Buyer, new ReadImprest()));

        Assert.Equal((true, 0), (late.Purchases[0].IsLate, late.Free.Amount));
        Assert.Equal((false, true, true), (cured.Purchases[0].IsLate, cured.Purchases[0].IsOpen, cured.Purchases[0].IsAccounted));
        Assert.Equal(1_000_000_000 - 9_900_000, cured.Free.Amount);
    }

    [EngineFact]
    public async Task Nothing_is_accounted_for_before_goods_and_invoice_prove_it_nor_twice(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), imprest: true);
        var draft = new DraftImprestSettlement([site.Deal.Id], null);
        Assert.Equal("imprest-settlement.not-billed", (await site.App.As(site.Body.Buyer, draft)).Refusal.Code);
        Assert.Equal("shared.not-permitted", (await site.App.As(site.Body.Accountant, draft)).Refusal.Code);
        Assert.Equal("imprest-settlement.no-lines", (await site.App.As(site.Body.Buyer, draft with { Purchases = [] })).Refusal.Code);
        await site.Delivered();
        await site.Checked();
        var (first, second) = (Done(await site.App.As(site.Body.Buyer, draft)), Done(await site.App.As(site.Body.Buyer, draft)));

        await site.Receiving.Submit(site.Body.Buyer, first);
        var twice = await site.App.As(site.Body.Buyer, new SubmitDocument(second, await site.Receiving.Version(second), null));

        Assert.Equal("imprest-settlement.purchase-not-open", twice.Refusal.Code);
        Assert.Equal("imprest-settlement.purchase-not-open", (await site.App.As(site.Body.Buyer, draft)).Refusal.Code);
    }

    [EngineFact]
    public async Task Money_that_was_not_spent_is_explained(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), imprest: true);
        await site.Delivered(6);
        await site.Checked(site.Bill(6, tax: 540_000));

        Assert.Equal("imprest-settlement.rest-unexplained", (await site.App.As(site.Body.Buyer, new DraftImprestSettlement([site.Deal.Id], " "))).Refusal.Code);
        var settlement = await site.Receiving.Load<ImprestSettlement>(
            Done(await site.App.As(site.Body.Buyer, new DraftImprestSettlement([site.Deal.Id], "چهار بسته را فروشنده نداشت؛ پول نزد تنخواه است"))));

        Assert.Equal((9_900_000, 5_940_000), (settlement.Bought.Amount, settlement.Spent.Amount));
    }

    [EngineFact]
    public async Task The_buyer_does_it_on_his_page_and_prints_it(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var site = await PaymentsOnSite.On(database, imprest: true);
        await site.Delivered();
        await site.Checked();
        await using var web = WebSite.Over(database, site.Body);
        using var buyer = web.Visit(site.Body.Buyer);

        var form = await buyer.Open((await buyer.Open("/sourcing/imprest")).QuerySelector("#settle")!.GetAttribute("href")!);
        await buyer.Submit(form.QuerySelector("main form[method=post]"));
        var settlement = (await site.App.Look(db => db.Set<SignOffSheet>().SingleAsync(s => s.Kind == ImprestSettlement.Kind))).Id;

        Assert.Equal($"/documents/{settlement.Value}", buyer.Address);
        await site.Receiving.Submit(site.Body.Buyer, settlement); // a draft has no number yet and no paper
        Assert.Contains("صورت واریز تنخواه", (await buyer.Open($"/documents/{settlement.Value}/print")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<DocumentId> Settled(PaymentsOnSite site)
    {
        var id = Done(await site.App.As(site.Body.Buyer, new DraftImprestSettlement([site.Deal.Id], null)));
        await site.Receiving.Submit(site.Body.Buyer, id);
        await site.SignAll(id);
        Assert.Equal(DocumentState.InEffect, (await site.Receiving.Sheet(id)).State);
        return id;
    }

    private static Task<ImprestBook> Book(PaymentsOnSite site) => site.App.Look(db => db.Set<ImprestBook>().SingleAsync());
}
