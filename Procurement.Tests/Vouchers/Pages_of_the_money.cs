using System.Net;
using AngleSharp.Dom;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Receiving;
using Procurement.Tests.Requests;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Vouchers;

public sealed class Pages_of_the_money(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task From_the_delivery_on_the_desk_to_the_banks_answer()
    {
        var database = await databases.Fresh(DatabaseEngine.Sqlite);
        await using var site = await PaymentsOnSite.On(database);
        await site.Delivered();
        await using var web = WebSite.Over(database, site.Body);
        using var buyer = web.Visit(site.Body.Buyer);
        using var accounts = web.Visit(site.Body.Accountant);

        var typing = await Follow(buyer, "/vouchers", "/vouchers/invoices/new?deal=");
        var today = Procurement.Domain.Shared.JalaliDate.From(site.App.InDays(0)).ToString();
        var refused = await buyer.Submit(typing.QuerySelector(Form), ("Number", "۷۷"), ("Date", today), ("Lines[0].Tax", "۹۰۰٬۰۰۰"), ("StatedTotal", "۹٬۹۰۰٬۰۰۱"));
        Assert.Contains("۹٬۹۰۰٬۰۰۱", refused.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("۷۷", refused.QuerySelector("[name=Number]")!.GetAttribute("value"));
        await buyer.Submit(refused.QuerySelector(Form), ("StatedTotal", "۹٬۹۰۰٬۰۰۰"));
        var invoice = DocumentAt(buyer.Address);
        await site.Attach(invoice, site.Body.Buyer);
        await site.Receiving.Submit(site.Body.Buyer, invoice);
        ReceivingOnSite.Ok(await site.Check(invoice));

        var allocating = await Follow(accounts, "/vouchers", "/vouchers/payments/new?invoice=");
        var file = await accounts.Submit(allocating.QuerySelector(Form), ("Purpose", "بهای کاغذ"));
        Assert.Contains("پرونده آن کامل است", file.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var voucher = DocumentAt(accounts.Address); // nothing is missing, so the voucher itself is shown
        ReceivingOnSite.Ok(await site.Submit(voucher));
        await site.SignAll(voucher);

        var batch = await accounts.Submit((await accounts.Open("/vouchers/export")).QuerySelector(Form));
        var wrong = await accounts.Submit(
            batch.QuerySelector(Form), ("Rows[0].Answer", "paid"), ("Rows[0].Reference", "BR-9"), ("Rows[0].On", today), ("Rows[0].Iban", PaymentsOnSite.OtherIban));
        Assert.Equal(HttpStatusCode.Conflict, accounts.Status);
        Assert.Contains("بانک به", wrong.QuerySelector("main section")!.TextContent, StringComparison.Ordinal);
        var pasted = string.Join(',', await site.Number(voucher), "پرداخت", "BR-9", today, PaymentsOnSite.SupplierIban, "9900000");
        await accounts.Submit(wrong.QuerySelector(Form), ("Rows[0].Answer", ""), ("Pasted", pasted));

        Assert.Equal(PaymentState.Paid, (await site.Receiving.Load<PaymentVoucher>(voucher)).Payment);
        foreach (var address in new[] { $"/documents/{voucher.Value}", $"/documents/{voucher.Value}/print", $"/documents/{invoice.Value}", $"/documents/{invoice.Value}/print" })
        {
            var page = await accounts.Open(address);
            Assert.Equal(HttpStatusCode.OK, accounts.Status);
            Assert.Contains("۹٬۹۰۰٬۰۰۰", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Work")]
    [InlineData("Payments")]
    [InlineData("Invoices")]
    [InlineData("Batches")]
    public async Task Every_list_says_what_belongs_there_while_it_is_empty(string tab)
    {
        await using var web = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var accounts = web.Visit(web.Body.Accountant);

        await accounts.Open($"/vouchers?Tab={tab}");

        Assert.Equal(HttpStatusCode.OK, accounts.Status);
    }

    [Fact]
    public async Task Whoever_has_no_hand_in_paying_is_kept_out()
    {
        await using var web = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var keeper = web.Visit(web.Body.Keeper);

        foreach (var address in new[] { "/vouchers", "/vouchers/export", "/vouchers/values", "/vouchers/invoices/new" })
        {
            await keeper.Open(address);
            Assert.Equal(HttpStatusCode.Forbidden, keeper.Status);
        }
    }

    private static async Task<IDocument> Follow(WebVisitor visitor, string from, string to)
    {
        var link = (await visitor.Open(from)).QuerySelectorAll("main a").First(a => a.GetAttribute("href")?.StartsWith(to, StringComparison.Ordinal) == true);
        return await visitor.Open(link.GetAttribute("href")!);
    }

    private static Procurement.Domain.SignOff.DocumentId DocumentAt(string address) => new(Guid.Parse(address.Split('?', '#')[0].Split('/')[^1]));
}
