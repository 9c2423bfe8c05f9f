using System.Text;
using Microsoft.Playwright;
using Procurement.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Procurement.Tests.Journeys;

/// <summary>The whole chain by its people, each in a browser, from one page to the next by what the pages offer.</summary>
/// <remarks>
/// On a site of its own: what others left waiting would stand before this purchase in the inboxes. Pages are counted from each person's
/// inbox on; the two pages of the door are none of the purchase's. Every page and every answer to a form counts, redirections on the way do not.
/// </remarks>
public sealed class From_a_need_to_a_paid_voucher(SampleSite site, ITestOutputHelper output) : IClassFixture<SampleSite>
{
    /// <summary>Thirteen people, thirty-five signatures, sixteen documents and forms; more than this means a way has become longer.</summary>
    private const int MostLoads = 70;

    private const string Purpose = "دستکش کارگاه جوشکاری";
    private const string Seller = "شرکت ابزار البرز نمونه";
    private const string SellerIban = "IR062960000000100324200001";
    private const string Invoice =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    [BrowserFact]
    public Task By_visible_links_alone() => Buy(new() { Locale = "fa-IR", ViewportSize = new() { Width = 1366, Height = 900 } }, "77");

    [BrowserFact]
    public Task Without_scripts() => Buy(new() { Locale = "fa-IR", JavaScriptEnabled = false, ViewportSize = new() { Width = 1366, Height = 900 } }, "78");

    private async Task Buy(BrowserNewContextOptions window, string number)
    {
        await using var walk = await Walk.On(site, window);

        var receipt = await Receive(await Order(await Ask(walk), number, walk), number, walk);
        var bank = await Pay(receipt, number, walk);

        var loads = walk.Loads - walk.LoadsAtTheDoor;
        output.WriteLine($"{loads} pages loaded, {walk.Loads} with the door.");
        Assert.Contains($"BR-{number}", bank, StringComparison.Ordinal);
        Assert.Contains("پرداخت شد", bank, StringComparison.Ordinal);
        Assert.Empty(walk.Faults);
        Assert.True(loads <= MostLoads, $"{loads} pages were loaded.");
    }

    /// <summary>The store has none, so it is bought: up to the inspector's signature under the purchase request.</summary>
    private static async Task<string> Ask(Walk walk)
    {
        var requester = await walk.As("requester");
        await requester.Follow("main a[href='/requests/goods-requests/new']");
        await requester.Choose("#Store");
        await requester.Fill("#NeededBy", Walk.Day(20));
        await requester.Fill("#Purpose", Purpose);
        await requester.Fill("[name='Lines[0].Item']", "S-GLV");
        await requester.Fill("[name='Lines[0].Quantity']", "10");
        await requester.SendSigned();
        var asked = requester.Document;
        await Sign(walk, asked, "manager");
        var keeper = await walk.As("keeper");
        await keeper.Open(asked);
        await keeper.Fill("[name='Lines[0].Available']", "0");
        await keeper.Contribute();

        await requester.Next();
        await requester.Choose("#Origin");
        await requester.Fill("[name='Lines[0].Estimate']", "640000");
        await requester.Choose("[name='Lines[0].Basis']");
        await requester.Fill("[name='Lines[0].BasisNote']", "قیمت بازار");
        await requester.Fill("[name='Lines[0].Specification']", "جنس: چرم");
        await requester.SendSigned();
        var request = requester.Document;
        await Sign(walk, request, "manager");
        await keeper.Open(request);
        await keeper.Contribute();
        await Sign(walk, request, "procurement", "official");
        var controller = await walk.As("controller");
        await controller.Open(request);
        await controller.Choose("#contribution select[name='Credits[0].BudgetLine']");
        await controller.Contribute();
        await SignByTheDrawn(walk, request, controller);
        return request;
    }

    private static async Task<string> Order(string request, string number, Walk walk)
    {
        var procurement = await walk.As("procurement");
        await procurement.Next();
        Assert.Contains(request, procurement.Page.Url, StringComparison.Ordinal);
        await procurement.Choose("#Buyer");
        await procurement.Send();

        var buyer = await walk.As("buyer");
        if (await buyer.Page.Locator(".works a[href^='/sourcing/files/']").CountAsync() > 0) await buyer.Follow(".works a[href^='/sourcing/files/']");
        else await buyer.Next();
        await buyer.Fill("#Seller", Seller);
        await buyer.Choose("#Source");
        await buyer.Fill("[name='Lines[0].UnitPrice']", "620000");
        await buyer.Fill("#SetadNumber", $"1105-{number}");
        await buyer.Press("button[name=Then][value=decide]");
        await buyer.Choose("#InvoiceKind");
        await buyer.Fill("#InvoiceNumber", $"P-{number}");
        await buyer.Fill("#Tax", "620000");
        await buyer.Fill("#InvoiceTotal", "6820000");
        await buyer.Page.CheckAsync("[name=IsItemised]");
        await buyer.Page.CheckAsync("[name=IsSealed]");
        await buyer.Fill("#DeliverBy", Walk.Day(10));
        await buyer.Send();
        await buyer.Sign();
        var decision = buyer.Document;
        await Sign(walk, decision, "procurement", "controller");
        await SignByTheDrawn(walk, decision, await walk.As("controller"));
        return decision;
    }

    private static async Task<string> Receive(string order, string number, Walk walk)
    {
        var keeper = await walk.As("keeper");
        await keeper.Next();
        Assert.Contains(order, keeper.Page.Url, StringComparison.Ordinal);
        await keeper.Choose("#SecondCounter");
        await keeper.Fill("[name='Arrival.WaybillNo']", number);
        await keeper.Fill("[name='Arrival.Deliverer']", "راننده نمونه");
        await keeper.Send();
        await keeper.Fill("[name='Lines[0].Quantity']", "10");
        await keeper.Press("main form[action*='/count'] button[type=submit]");
        await keeper.Fill("[name='Lines[0].Quantity']", "10"); // now what the papers say
        await keeper.SendSigned();
        var arrival = keeper.Document;
        var property = await walk.As("property");
        await property.Open(arrival);
        await property.Fill("#contribution [name='Lines[0].Quantity']", "10");
        await property.Contribute();

        await keeper.Next();
        Assert.Contains(arrival, keeper.Page.Url, StringComparison.Ordinal);
        await keeper.SendSigned();
        var report = keeper.Document;
        var requester = await walk.As("requester");
        await requester.Open(report);
        await requester.Fill("#contribution input[name*='.Measured']", "چرم");
        await requester.Fill("#contribution input[name*='.Method']", "دیدن");
        await requester.Fill("#contribution input[name$='.Accepted']", "10");
        await requester.Contribute();
        await Sign(walk, report, "keeper", "property");

        await keeper.Next();
        Assert.Contains(report, keeper.Page.Url, StringComparison.Ordinal);
        await keeper.Choose("[name='Lines[0].Bin']");
        await keeper.SendSigned();
        var receipt = keeper.Document;
        await Sign(walk, receipt, "property", "general");
        await SignAfterwards(walk, report, receipt);
        return receipt;
    }

    /// <summary>What took effect already, by the controller and by whoever was drawn for each, in the order in which their inboxes offer it.</summary>
    private static async Task SignAfterwards(Walk walk, params string[] documents)
    {
        var controller = await walk.As("controller");
        var drawn = new List<(string Document, string Inspector)>();
        for (var left = documents.ToList(); left.Count > 0;)
        {
            var document = await controller.Open([.. left]);
            await controller.Sign();
            drawn.Add((document, walk.Named(await controller.Said())));
            left.Remove(document);
        }

        foreach (var share in drawn.GroupBy(d => d.Inspector, d => d.Document))
        {
            var inspector = await walk.As(share.Key);
            for (var left = share.ToList(); left.Count > 0;)
            {
                left.Remove(await inspector.Open([.. left]));
                await inspector.Sign();
            }
        }
    }

    private static async Task<string> Pay(string receipt, string number, Walk walk)
    {
        var buyer = await walk.As("buyer");
        await buyer.Next();
        await buyer.Fill("#Number", number);
        await buyer.Fill("#Date", Walk.Day(0));
        await buyer.Fill("[name='Lines[0].Tax']", "620000");
        await buyer.Fill("#StatedTotal", "6820000");
        await buyer.Page.SetInputFilesAsync("#File", new FilePayload { Name = "invoice.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes(Invoice) });
        await buyer.SendSigned();
        var invoice = buyer.Document;
        Assert.True(await buyer.Page.Locator($".chain a[href='/documents/{receipt}']").CountAsync() > 0, "The invoice is not of this delivery.");

        var accounts = await walk.As("accounts");
        await accounts.Open(invoice);
        await accounts.Sign();
        await accounts.Follow("#pay");
        await accounts.Fill("#Purpose", Purpose);
        await accounts.Send();
        await accounts.Sign();
        var voucher = accounts.Document;
        await Sign(walk, voucher, "reviewer", "general");
        await SignByTheDrawn(walk, voucher, await walk.As("general"));
        await Sign(walk, voucher, "official", "controller");

        await accounts.Next();
        await accounts.Send();
        await accounts.Page.SelectOptionAsync("[name='Rows[0].Answer']", "paid");
        await accounts.Fill("[name='Rows[0].Reference']", $"BR-{number}");
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

    /// <summary>The inspector is drawn by lot; the page of whoever signed before him names him.</summary>
    private static async Task SignByTheDrawn(Walk walk, string document, Walker before) => await Sign(walk, document, walk.Named(await before.Said()));
}
