using Procurement.Application.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.Objections;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.RecordBankResult;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Receiving;
using Procurement.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Procurement.Tests.Vouchers;

public sealed class Paying_for_a_delivery(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task From_receipt_to_the_banks_answer_credit_is_committed_then_spent_then_paid(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var invoice = await site.Checked();
        var voucher = await site.Sent(invoice);
        var committed = await site.App.Credit(site.Budget);
        await site.SignAll(voucher);
        var spent = await site.App.Credit(site.Budget);
        var batch = await site.Exported(voucher);
        var outcome = await site.Answer(batch, await site.PaidRow(voucher));
        var paid = await site.App.Credit(site.Budget);

        Assert.Equal((9_900_000, 0, 0), (committed.Committed.Amount, committed.Spent.Amount, committed.Paid.Amount));
        Assert.Equal((0, 9_900_000, 0), (spent.Committed.Amount, spent.Spent.Amount, spent.Paid.Amount));
        Assert.Equal((0, 0, 9_900_000), (paid.Committed.Amount, paid.Spent.Amount, paid.Paid.Amount));
        Assert.Equal(1, outcome.Taken);
        var found = await site.Receiving.Load<PaymentVoucher>(voucher);
        Assert.Equal((PaymentState.Paid, DocumentState.Closed, "BR-1"), (found.Payment, found.SignOff.State, found.BankReference));
        var account = await site.Payable(invoice);
        Assert.Equal((9_900_000, 9_900_000, 9_900_000), (account.Matched.Amount, account.Vouchered.Amount, account.Paid.Amount));
        await using var scope = site.App.Scope();
        foreach (var check in scope.ServiceProvider.GetServices<ILedgerCheck>()) Assert.Empty(await check.Differences(CancellationToken.None));
    }

    [EngineFact]
    public async Task The_order_of_signatures_is_review_registration_inspection_order_conformity(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();

        var sheet = await site.Receiving.Sheet(await site.Sent(await site.Checked()));

        Assert.Equal(
            [Capacity.DocumentReviewer, Capacity.HeadOfGeneralAffairs, Capacity.Inspector, Capacity.AuthorisedOfficial, Capacity.FinanceController],
            sheet.CurrentSteps.Select(s => s.Capacity));
    }

    [EngineFact]
    public async Task The_file_fills_itself_from_the_signed_documents_each_with_its_hash_and_leaf(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();

        var voucher = await site.Receiving.Load<PaymentVoucher>(await site.Drafted(await site.Checked()));

        Assert.Equal([FileItem.PropertyNumbers], voucher.NotDue.Select(n => n.Item));
        Assert.Equal(
            Enumerable.Range(1, 10), voucher.Evidence.Select(e => (int)e.Item).Distinct().Order());
        Assert.All(voucher.Evidence, e => Assert.True(e is { Sha256.Length: 64, Leaf: >= 0 }));
        Assert.True(voucher.CheckReady().Succeeded);
    }

    [EngineFact]
    public async Task Nothing_is_payable_before_it_was_accepted(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var invoice = await site.Checked();
        var line = (await site.Receiving.Load<SupplierInvoice>(invoice)).Lines[0].Id;

        var drafted = await site.App.As(site.Body.Accountant, new DraftVoucher(new VoucherForm("بهای کاغذ", null, [new VoucherLineForm(invoice, line, 1)], [])));

        Assert.Equal("payment-voucher.line-not-matched", drafted.Refusal.Code);
        Assert.Equal(GapReason.NotDelivered, Assert.Single((await site.Match(invoice)).Gaps).Reason);
    }

    [EngineFact]
    public async Task No_more_is_paid_than_was_matched_over_all_vouchers(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var invoice = await site.Checked();
        await site.Approved(invoice, 6_000_000);

        var more = await site.App.As(site.Body.Accountant, new DraftVoucher(await site.Pay(invoice, 3_900_001)));
        var rest = await site.App.As(site.Body.Accountant, new DraftVoucher(await site.Pay(invoice, 3_900_000)));

        Assert.Equal("payment-voucher.more-than-payable", more.Refusal.Code);
        Assert.True(rest.Succeeded);
    }

    [EngineFact]
    public async Task Of_two_vouchers_racing_for_one_invoice_exactly_one_wins(DatabaseEngine engine)
    {
        var meeting = new Meeting(2);
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), replace: meeting.JoinIn);
        await site.Delivered();
        var invoice = await site.Checked();
        var (one, two) = (await site.Drafted(invoice), await site.Drafted(invoice));

        meeting.Begin();
        var outcomes = await Task.WhenAll(Task.Run(() => site.Submit(one)), Task.Run(() => site.Submit(two)));

        Assert.Equal("payment-voucher.taken-meanwhile", Assert.Single(outcomes, o => !o.Succeeded).Refusal.Code);
        Assert.Equal(9_900_000, (await site.Payable(invoice)).Vouchered.Amount);
    }

    [EngineFact]
    public async Task A_voucher_that_comes_back_gives_its_share_back(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var invoice = await site.Checked();
        var voucher = await site.Sent(invoice);

        ReceivingOnSite.Ok(await site.App.As(site.Body.Reviewer, new ReturnDocument(voucher, await site.Receiving.Version(voucher), "مدرک ناخوانا")));

        Assert.Equal(0, (await site.Payable(invoice)).Vouchered.Amount);
    }

    [EngineFact]
    public async Task No_payment_is_signed_while_an_objection_is_open_on_its_file(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var receipt = await site.Delivered();
        var voucher = await site.Sent(await site.Checked());
        ReceivingOnSite.Ok(await site.App.As(site.Body.Controller, new RaiseObjection(receipt, "قفسه خالی است", "ماده ۹۱", null)));

        Assert.Equal("signoff.file-frozen", (await site.SignNext(voucher)).Refusal.Code);
    }

    [EngineFact]
    public async Task An_objection_maintained_and_answered_for_leaves_its_document_marked_and_only_then_lets_the_file_be_paid(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var receipt = await site.Delivered();
        var voucher = await site.Sent(await site.Checked());
        var body = site.Body;
        (PersonId By, ICommand<Result> Act)[] steps =
        [
            (body.Controller, new RaiseObjection(receipt, "قفسه خالی است", "ماده ۹۱", null)),
            (body.Keeper, new AnswerObjection(receipt, "کالا در قفسه دوم است")),
            (body.Controller, new MaintainObjection(receipt)),
        ];
        foreach (var (by, act) in steps)
        {
            ReceivingOnSite.Ok(await site.App.As(by, act));
            Assert.Equal("signoff.file-frozen", (await site.SignNext(voucher)).Refusal.Code);
        }

        ReceivingOnSite.Ok(await site.App.As(body.Official, new TakeResponsibility(receipt, "ماده ۹۱ قانون محاسبات عمومی")));

        Assert.True((await site.Receiving.Sheet(receipt)).UnderObjection);
        ReceivingOnSite.Ok(await site.SignNext(voucher));
    }

    [EngineFact]
    public async Task No_payment_is_signed_while_a_receipt_behind_it_lacks_a_signature(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var receipt = await site.Delivered();
        var voucher = await site.Sent(await site.Checked());
        await site.App.Tamper("route_step", $"UPDATE route_step SET state = {StepState.Open} WHERE document_id = {receipt} AND capacity = {Capacity.Inspector}");

        Assert.Equal("payment-voucher.receipt-unsigned", (await site.SignNext(voucher)).Refusal.Code);
    }

    [EngineFact]
    public async Task A_supplier_without_an_account_is_not_paid(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), iban: null);
        await site.Delivered();
        var invoice = await site.Checked();

        var drafted = await site.App.As(site.Body.Accountant, new DraftVoucher(await site.Pay(invoice)));

        Assert.Equal("payment-voucher.supplier-without-account", drafted.Refusal.Code);
    }

    [EngineFact]
    public async Task Money_that_went_to_another_account_or_in_another_amount_is_not_a_payment(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var voucher = await site.Approved(await site.Checked());
        var batch = await site.Exported(voucher);

        var elsewhere = await site.Answer(batch, await site.PaidRow(voucher, iban: PaymentsOnSite.OtherIban));
        var less = await site.Answer(batch, await site.PaidRow(voucher, amount: 1));
        var wrong = await site.Answer(batch, await site.PaidRow(voucher, iban: "IR000000000000000000000000"));

        Assert.Equal("payment-voucher.paid-to-another-account", elsewhere.Rows[0].Refusal!.Code);
        Assert.Equal("payment-voucher.paid-another-amount", less.Rows[0].Refusal!.Code);
        Assert.Equal("shared.iban-invalid", wrong.Rows[0].Refusal!.Code);
        Assert.Equal(PaymentState.Exported, (await site.Receiving.Load<PaymentVoucher>(voucher)).Payment);
    }

    [EngineFact]
    public async Task A_payment_the_bank_sent_back_goes_again_and_the_same_answer_twice_changes_nothing(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var voucher = await site.Approved(await site.Checked());
        var first = await site.Exported(voucher);
        var number = await site.Number(voucher);

        await site.Answer(first, new BankRow(number, false, null, null, null, null, "حساب مسدود"));
        var second = await site.Exported(voucher);
        var late = await site.Answer(first, await site.PaidRow(voucher));
        var paid = await site.Answer(second, await site.PaidRow(voucher));
        var again = await site.Answer(second, await site.PaidRow(voucher));
        var other = await site.Answer(second, await site.PaidRow(voucher, "BR-2"));

        Assert.Equal("payment-batch.voucher-went-again", late.Rows[0].Refusal!.Code);
        Assert.Equal((1, true), (paid.Taken, again.Rows[0].WasKnown));
        Assert.Equal("payment-voucher.paid-already", other.Rows[0].Refusal!.Code);
        Assert.Equal(2, (await site.Receiving.Load<PaymentVoucher>(voucher)).Attempts.Count);
        Assert.Equal(9_900_000, (await site.App.Credit(site.Budget)).Paid.Amount);
    }

    [EngineFact]
    public async Task A_payment_is_not_sent_twice(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        await site.Delivered();
        var voucher = await site.Approved(await site.Checked());
        await site.Exported(voucher);

        var again = await site.App.As(site.Body.Accountant, new ExportPayments([voucher]));

        Assert.Equal("payment-batch.voucher-not-to-be-sent", again.Refusal.Code);
    }

    [EngineFact]
    public async Task An_imprest_gets_its_money_back_and_is_settled_by_the_last_of_it(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), imprest: true);
        await site.Delivered();
        var invoice = await site.Checked();
        var wrong = await site.App.As(site.Body.Accountant, new DraftVoucher(await site.Pay(invoice, imprestIban: "IR1")));
        var voucher = await site.Approved(invoice, imprestIban: PaymentsOnSite.OtherIban);
        var batch = await site.Exported(voucher);
        var open = await site.App.Look(db => db.Set<ImprestBook>().SingleAsync());

        await site.Answer(batch, await site.PaidRow(voucher, iban: PaymentsOnSite.OtherIban));

        Assert.Equal("shared.iban-invalid", wrong.Refusal.Code);
        Assert.Equal(9_900_000, open.Open.Amount);
        Assert.Equal(voucher, Assert.Single((await site.App.Look(db => db.Set<ImprestBook>().SingleAsync())).Purchases).SettledBy);
    }

    [EngineFact]
    public async Task Payments_for_services_are_withheld_from_by_the_rules_of_the_day_which_are_asked_for_when_nobody_entered_them(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine), kind: ItemKind.Service);
        await site.Accepted();
        var voucher = await site.Receiving.Load<PaymentVoucher>(await site.Drafted(await site.Checked()));
        await using var bare = await PaymentsOnSite.On(await databases.Fresh(engine), kind: ItemKind.Service, samples: false);
        await bare.Accepted();
        var billed = await bare.Checked(bare.Bill(tax: 0));

        var refused = await bare.App.As(bare.Body.Accountant, new DraftVoucher(await bare.Pay(billed)));

        Assert.Equal([(DeductionKind.Tax, 270_000), (DeductionKind.SocialSecurity, 450_000), (DeductionKind.Retention, 900_000)], voucher.Deductions.OrderBy(d => d.Order).Select(d => (d.Kind, d.Amount.Amount)));
        Assert.Equal(9_900_000 - 1_620_000, voucher.Net.Amount);
        Assert.Equal("settings.value-missing", refused.Refusal.Code);
    }
}
