using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Inspection;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Vouchers;

public sealed class From_need_to_payment(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Every_gap_between_need_and_payment_is_told_with_its_reason_until_the_bank_has_paid(DatabaseEngine engine)
    {
        await using var site = await PaymentsOnSite.On(await databases.Fresh(engine));
        var ordered = (await site.App.Report("R4")).Reasons().ToList();
        await site.Delivered();
        var delivered = (await site.App.Report("R4")).Reasons().ToList();
        var invoice = await site.Checked(site.Bill(unitPrice: PaymentsOnSite.UnitPrice + 1, tax: 0));
        var voucher = await site.Approved(invoice);
        var approved = (await site.App.Report("R4")).Reasons().ToList();

        await site.Answer(await site.Exported(voucher), await site.PaidRow(voucher));

        Assert.Equal(["not-delivered"], ordered);
        Assert.Equal(["received-not-billed"], delivered);
        Assert.Equal(["billed-above-price", "voucher-not-paid"], approved.Order(StringComparer.Ordinal));
        Assert.Equal(["billed-above-price"], (await site.App.Report("R4")).Reasons());
    }
}
