using Procurement.Application.Vouchers.ConfirmValue;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Application.Vouchers.MatchInvoice;
using Procurement.Application.Vouchers.ReadMatch;
using Procurement.Application.Warehousing;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Vouchers;
using Procurement.Infrastructure.Warehousing;
using Procurement.Tests.Receiving;
using Procurement.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Procurement.Tests.Vouchers;

public sealed class Billing_and_valuing(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task One_number_of_one_supplier_is_billed_once_and_is_free_again_when_the_invoice_ends(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var second = ReceivingOnSite.Done(await site.App.As(site.Body.Buyer, new EnterInvoice(site.Deal.Id, site.Bill())));
        await site.Attach(second, site.Body.Buyer);
        var first = await site.Entered();

        var twin = await site.App.As(site.Body.Buyer, new SubmitDocument(second, await site.Receiving.Version(second), null));
        var typed = await site.App.As(site.Body.Buyer, new EnterInvoice(site.Deal.Id, site.Bill(number: "1405/77")));
        ReceivingOnSite.Ok(await site.App.As(site.Body.Accountant, new Application.SignOff.ReturnDocument.ReturnDocument(first, await site.Receiving.Version(first), "ناخوانا")));
        var free = await site.App.As(site.Body.Buyer, new SubmitDocument(second, await site.Receiving.Version(second), null));

        Assert.Equal("supplier-invoice.number-taken", twin.Refusal.Code);
        Assert.Equal("supplier-invoice.number-taken", typed.Refusal.Code);
        Assert.True(free.Succeeded);
    }

    [EngineFact]
    public async Task An_invoice_without_its_paper_is_not_sent(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var id = ReceivingOnSite.Done(await site.App.As(site.Body.Buyer, new EnterInvoice(site.Deal.Id, site.Bill())));

        Assert.Equal("supplier-invoice.paper-missing", (await site.App.As(site.Body.Buyer, new SubmitDocument(id, await site.Receiving.Version(id), null))).Refusal.Code);
    }

    [EngineFact]
    public async Task Tax_of_a_year_without_a_rate_is_asked_for_by_name(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), samples: false);
        await site.Delivered();

        Assert.Equal("supplier-invoice.tax-rate-not-entered(1405)", (await site.Check(await site.Entered())).Refusal.ToString());
    }

    [EngineFact]
    public async Task Goods_that_come_after_the_invoice_become_payable_when_it_is_matched_again(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered(4);
        var invoice = await site.Checked();
        var before = (await site.Payable(invoice)).Matched.Amount;
        await site.Delivered(6);

        var parts = ReceivingOnSite.Done(await site.App.As(site.Body.Accountant, new MatchInvoice(invoice)));

        Assert.Equal((3_960_000, 1, 9_900_000), (before, parts, (await site.Payable(invoice)).Matched.Amount));
        var shown = ReceivingOnSite.Done(await site.App.As(site.Body.Accountant, new ReadMatch(invoice)));
        Assert.Empty(shown.Lines[0].Gaps);
    }

    [EngineFact]
    public async Task Accounts_confirms_the_value_by_the_invoice_and_the_difference_goes_forward(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var receipt = await site.Delivered();
        await site.Checked(site.Bill(unitPrice: 890_000, tax: 890_000));
        var line = (await site.Receiving.Load<GoodsReceipt>(receipt)).Lines[0].Id;
        var waiting = ReceivingOnSite.Done(await site.App.As(site.Body.Accountant, new ListProvisional()));

        var keeper = await site.App.As(site.Body.Keeper, new ConfirmValue(receipt, [line]));
        ReceivingOnSite.Ok(await site.App.As(site.Body.Accountant, new ConfirmValue(receipt, [line])));
        var again = await site.App.As(site.Body.Accountant, new ConfirmValue(receipt, [line]));

        Assert.Equal(-100_000, Assert.Single(waiting.Rows).Difference.Amount);
        Assert.Equal("shared.not-permitted", keeper.Refusal.Code);
        Assert.Equal("warehousing.value-confirmed-already", again.Refusal.Code);
        var entries = await site.App.Look(db => db.Set<ValueEntryRow>().OrderBy(v => v.Seq).ToListAsync());
        Assert.Equal([(ValueEntryKind.Provisional, 9_000_000), (ValueEntryKind.Confirmed, -100_000)], entries.Select(v => (v.Kind, v.Rials)));
        Assert.Empty(ReceivingOnSite.Done(await site.App.As(site.Body.Accountant, new ListProvisional())).Rows);
    }

    [EngineFact]
    public async Task Value_is_not_confirmed_before_the_line_is_billed_whole(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var receipt = await site.Delivered();
        await site.Checked(site.Bill(pieces: 9));
        var line = (await site.Receiving.Load<GoodsReceipt>(receipt)).Lines[0].Id;

        Assert.Equal("value-confirmation.not-billed-whole", (await site.App.As(site.Body.Accountant, new ConfirmValue(receipt, [line]))).Refusal.Code);
    }

    [EngineFact]
    public async Task The_list_of_payments_is_read_through_its_index_and_scans_nothing(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var voucher = await site.Approved(await site.Checked());
        var page = ReceivingOnSite.Done(await site.App.As(site.Body.Accountant, new Application.Vouchers.ListPayments.ListPayments(Application.Vouchers.ListPayments.PaymentFilter.Approved)));
        var plan = await site.App.Look(async db =>
        {
            await db.Analyse();
            return await db.PlanOf(VoucherQueries.Payments(db, new(), Domain.Organisation.UnitScope.Everything, site.Body.Accountant).Take(51));
        });

        Assert.Equal(voucher, Assert.Single(page.Rows).Id);
        if (engine != DatabaseEngine.Sqlite) return; // of a handful of rows PostgreSQL scans whatever there is
        Assert.Contains("ix_sign_off_sheet_kind_id", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
    }
}
