using System.Text;
using Procurement.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Procurement.Tests.Journeys;

/// <summary>The whole chain by its people, each in a browser, from one page to the next by what the pages offer.</summary>
[Collection(SampleJourneys.Name)]
public sealed class From_a_need_to_a_paid_voucher(SampleSite site, ITestOutputHelper output)
{
    /// <summary>Fourteen people, thirty signatures and sixteen documents and forms; more than this means a way has become longer.</summary>
    private const int MostLoads = 150; // the inspector is drawn by lot; asking the one who was not costs a page

    private const string Purpose = "دستکش کارگاه جوشکاری";
    private const string Seller = "شرکت ابزار البرز نمونه";
    private const string SellerIban = "IR062960000000100324200001";
    private const string Invoice =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    [BrowserFact]
    public async Task By_visible_links_alone()
    {
        await using var walk = await Walk.On(site);

        await Buy(await Ask(walk), walk);
        var receipt = await Receive(walk);
        var bank = await Pay(receipt, walk);

        output.WriteLine($"{walk.Loads} pages loaded.");
        Assert.Contains("BR-77", bank, StringComparison.Ordinal);
        Assert.Contains("پرداخت شد", bank, StringComparison.Ordinal);
        Assert.Empty(walk.Faults);
        Assert.True(walk.Loads <= MostLoads, $"{walk.Loads} pages were loaded.");
    }

    /// <summary>The store has none, so it is bought: up to the inspector's signature under the purchase request.</summary>
    private static async Task<string> Ask(Walk walk)
    {
        var requester = await walk.As("requester");
        await requester.Follow(".menu a[href='/Requests']");
        await requester.Follow("main a[href='/requests/goods-requests/new']");
        await requester.Choose("#Store");
        await requester.Fill("#NeededBy", Walk.Day(20));
        await requester.Fill("#Purpose", Purpose);
        await requester.Fill("[name='Lines[0].Item']", "S-GLV");
        await requester.Fill("[name='Lines[0].Quantity']", "10");
        await requester.Send();
        await requester.Sign();
        var asked = requester.Document;
        await Sign(walk, asked, "manager");
        var keeper = await walk.As("keeper");
        await keeper.Open(asked);
        await keeper.Fill("[name='Lines[0].Available']", "0");
        await keeper.Contribute();

        await requester.LookAgain();
        await requester.Follow("main a[href^='/requests/purchase-requests/new']");
        await requester.Choose("#Origin");
        await requester.Fill("[name='Lines[0].Estimate']", "640000");
        await requester.Choose("[name='Lines[0].Basis']");
        await requester.Fill("[name='Lines[0].BasisNote']", "قیمت بازار");
        await requester.Fill("[name='Lines[0].Specification']", "جنس: چرم");
        await requester.Send();
        await requester.Sign();
        var request = requester.Document;
        await Sign(walk, request, "manager");
        await keeper.Open(request);
        await keeper.Contribute();
        await Sign(walk, request, "procurement", "official");
        var controller = await walk.As("controller");
        await controller.Open(request);
        await controller.Choose("#contribution select[name='Credits[0].BudgetLine']");
        await controller.Contribute();
        await walk.SignByOneOf(request, "inspector", "inspector2");
        return request;
    }

    private static async Task Buy(string request, Walk walk)
    {
        var procurement = await walk.As("procurement");
        await procurement.LookAgain();
        Assert.Equal(request, procurement.Document);
        await procurement.Follow("#source");
        await procurement.Choose("#Buyer");
        await procurement.Send();

        var buyer = await walk.As("buyer");
        await buyer.Follow(".menu a[href='/Sourcing']");
        await buyer.Follow("main tr:has-text('دستکش') a[href^='/sourcing/files/']");
        await buyer.Fill("#Seller", Seller);
        await buyer.Choose("#Source");
        await buyer.Fill("[name='Lines[0].UnitPrice']", "620000");
        await buyer.Press("form[action*='handler=Price'] button[type=submit]");
        await buyer.Page.ClickAsync("#setad summary");
        await buyer.Fill("#setad input[name=SetadNumber]", "1105-77");
        await buyer.Press("#setad button[type=submit]");
        await buyer.Follow("#decide");
        await buyer.Choose("#InvoiceKind");
        await buyer.Fill("#InvoiceNumber", "P-77");
        await buyer.Fill("#Tax", "620000");
        await buyer.Fill("#InvoiceTotal", "6820000");
        await buyer.Page.CheckAsync("[name=IsItemised]");
        await buyer.Page.CheckAsync("[name=IsSealed]");
        await buyer.Fill("#DeliverBy", Walk.Day(10));
        await buyer.Send();
        await buyer.Sign();
        var decision = buyer.Document;
        await Sign(walk, decision, "procurement", "controller");
        await walk.SignByOneOf(decision, "inspector", "inspector2");

        var keeper = await walk.As("keeper");
        await keeper.Follow(".menu a[href='/Receiving']");
        await keeper.Follow($"main a[href='/receiving/arrivals/new?order={decision}']");
    }

    private static async Task<string> Receive(Walk walk)
    {
        var keeper = await walk.As("keeper");
        await keeper.Choose("#SecondCounter");
        await keeper.Fill("[name='Arrival.WaybillNo']", "77");
        await keeper.Fill("[name='Arrival.Deliverer']", "راننده نمونه");
        await keeper.Send();
        foreach (var _ in new[] { "his own count", "the papers" })
        {
            await keeper.Fill("[name='Lines[0].Quantity']", "10");
            await keeper.Press("main form[action*='/count'] button[type=submit]");
        }

        await keeper.Sign();
        var arrival = keeper.Document;
        var property = await walk.As("property");
        await property.Open(arrival);
        await property.Fill("[name='Lines[0].Quantity']", "10");
        await property.Contribute();

        await keeper.LookAgain();
        await keeper.Follow("#conformance");
        await keeper.Press("main form button.btn-primary");
        await keeper.Sign();
        var report = keeper.Document;
        var requester = await walk.As("requester");
        await requester.Open(report);
        await requester.Fill("#contribution input[name*='.Measured']", "چرم");
        await requester.Fill("#contribution input[name*='.Method']", "دیدن");
        await requester.Fill("#contribution input[name$='.Accepted']", "10");
        await requester.Contribute();
        await Sign(walk, report, "keeper", "property");

        await keeper.LookAgain();
        await keeper.Follow("#receipt");
        await keeper.Choose("[name='Lines[0].Bin']");
        await keeper.Send();
        await keeper.Sign();
        var receipt = keeper.Document;
        await Sign(walk, receipt, "property", "general");
        foreach (var document in new[] { report, receipt })
        {
            await Sign(walk, document, "controller");
            await walk.SignByOneOf(document, "inspector", "inspector2");
        }

        return receipt;
    }

    private static async Task<string> Pay(string receipt, Walk walk)
    {
        var buyer = await walk.As("buyer");
        await buyer.Follow(".menu a[href='/Vouchers']");
        await buyer.Follow($"main tr:has(a[href='/documents/{receipt}']) a[href^='/vouchers/invoices/new?deal=']");
        await buyer.Fill("#Number", "77");
        await buyer.Fill("#Date", Walk.Day(0));
        await buyer.Fill("[name='Lines[0].Tax']", "620000");
        await buyer.Fill("#StatedTotal", "6820000");
        await buyer.Send();
        await buyer.Page.SetInputFilesAsync("#File", new Microsoft.Playwright.FilePayload { Name = "invoice.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes(Invoice) });
        await buyer.Press(".attach-form button[type=submit]");
        await buyer.Sign();
        var invoice = buyer.Document;

        var accounts = await walk.As("accounts");
        await accounts.Open(invoice);
        await accounts.Sign();
        await accounts.Follow("#pay");
        await accounts.Fill("#Purpose", Purpose);
        await accounts.Send();
        await accounts.Follow("main p.form-actions a.btn-primary");
        await accounts.Sign();
        var voucher = accounts.Document;
        await Sign(walk, voucher, "reviewer", "general");
        await walk.SignByOneOf(voucher, "inspector", "inspector2");
        await Sign(walk, voucher, "official", "controller");

        await accounts.LookAgain();
        await accounts.Follow("#export");
        await accounts.Send();
        await accounts.Page.SelectOptionAsync("[name='Rows[0].Answer']", "paid");
        await accounts.Fill("[name='Rows[0].Reference']", "BR-77");
        await accounts.Fill("[name='Rows[0].On']", Walk.Day(0));
        await accounts.Fill("[name='Rows[0].Iban']", SellerIban);
        await accounts.Send();
        return await accounts.Text();
    }

    private static async Task Sign(Walk walk, string document, params string[] people)
    {
        foreach (var login in people)
        {
            var walker = await walk.As(login);
            await walker.Open(document);
            await walker.Sign();
        }
    }
}
