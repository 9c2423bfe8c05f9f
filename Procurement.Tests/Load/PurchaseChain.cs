using System.Globalization;
using System.Text.Json.Nodes;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Tests.Catalogue;
using Procurement.Tests.Files;

namespace Procurement.Tests.Load;

/// <summary>
/// The whole way in over HTTP, with every signature of the shipped routes: a purchase request of five lines, its order, the delivery counted
/// twice, judged and shelved, the invoice matched, paid and answered by the bank. Several chains may go as one lot, so that signers sign lists.
/// </summary>
internal sealed class PurchaseChain(LoadClient client)
{
    public const int Lines = 5;
    public const decimal Quantity = 10;
    public const long UnitPrice = 10_000;
    public const long TaxOfLine = 10_000;
    public const long Price = (long)(Lines * Quantity) * UnitPrice;
    public const long Amount = Price + (Lines * TaxOfLine);

    private const long UnitEstimate = 12_000;

    private static int _serial;

    private readonly LoadScene _scene = client.Scene;

    private Support.TestBody Body => _scene.Body;

    /// <summary>Runs a lot of chains step by step, all through one step before the next.</summary>
    /// <returns>The payment vouchers.</returns>
    public async Task<IReadOnlyList<Guid>> Run(int lot = 1)
    {
        var requests = await Each(Enumerable.Range(0, lot), _ => Request());
        await new SigningRound(client, PurchaseRequest.Kind).Through(requests, Answer);
        var orders = await Each(requests, Decided);
        await new SigningRound(client, SourcingDecision.Kind).Through(orders);
        var arrivals = await Each(orders, Arrived);
        var reports = await Each(arrivals, Presented);
        await new SigningRound(client, ConformanceReport.Kind).Through(reports, (_, report) => Judge(report));
        var receipts = await Each(reports, Shelved);
        await new SigningRound(client, GoodsReceipt.Kind).Through(receipts);
        var invoices = await Each(orders, Billed);
        await new SigningRound(client, SupplierInvoice.Kind).Through(invoices);
        var vouchers = await Each(invoices, Drafted);
        await new SigningRound(client, PaymentVoucher.Kind).Through(vouchers);
        foreach (var voucher in vouchers) await Pay(voucher);
        return vouchers;
    }

    private static async Task<IReadOnlyList<Guid>> Each<T>(IEnumerable<T> those, Func<T, Task<Guid>> act)
    {
        var made = new List<Guid>();
        foreach (var one in those) made.Add(await act(one));
        return made;
    }

    private async Task<Guid> Request()
    {
        var first = Interlocked.Increment(ref _serial);
        var id = await client.Make(Body.Requester, "purchase-requests", new
        {
            head = new { purpose = "کاغذ برای آزمون‌ها", deliveryPlace = "انبار استان", store = _scene.Store.Value, neededBy = Day(30), origin = "Iranian" },
            lines = Enumerable.Range(0, Lines).Select(i => new
            {
                itemCode = _scene.Bought[(first + i) % _scene.Bought.Count], quantity = Quantity, unitEstimate = UnitEstimate, basis = "MarketInquiry",
                basisNote = "استعلام از سه فروشگاه", specification = "رنگ: سفید؛ گرماژ: >=80",
            }),
        });
        await client.Submit(Body.Requester, PurchaseRequest.Kind, id);
        return id;
    }

    /// <summary>The keeper has none of it, and the controller certifies the credit.</summary>
    private async Task Answer(Capacity capacity, JsonNode request)
    {
        var (id, seen) = ((Guid)request["sheet"]!["id"]!, LoadClient.VersionOf(request));
        if (capacity == Capacity.Keeper)
        {
            await client.Put(Body.Keeper, $"purchase-requests/{id:D}/absence", new { proof = await client.Proof(Body.Keeper, PurchaseRequest.Kind) }, seen);
            return;
        }

        var credits = LinesOf(request).Select(line => new { lineId = (Guid)line["id"]!, budgetLine = _scene.Budget.Value, amount = (long)line["estimate"]! });
        await client.Put(Body.Controller, $"purchase-requests/{id:D}/credit", new { credits, proof = await client.Proof(Body.Controller, PurchaseRequest.Kind) }, seen);
    }

    /// <summary>A file over the approved need, a price, the excuse from SETAD, and the buyer's decision.</summary>
    private async Task<Guid> Decided(Guid request)
    {
        var asked = await client.Document(Body.HeadOfProcurement, request);
        var file = await client.Make(Body.HeadOfProcurement, "sourcing/files", new
        {
            lines = LinesOf(asked).Select(line => new { request, line = (Guid)line["id"]! }), method = "SmallPurchase", buyer = Body.Buyer.Value,
        });
        await client.Post(Body.Buyer, $"sourcing/files/{file:D}/prices", new { seller = "فروشگاه نمونه", on = Day(0), source = "Shop", total = Price });
        await client.Put(Body.Official, $"sourcing/files/{file:D}/setad-excuse", new { reason = "خرید جزئی روزمره" });
        var lines = (await client.Read(Body.Buyer, $"sourcing/files/{file:D}"))["lines"]!.AsArray();
        var decision = await client.Make(Body.Buyer, "sourcing/decisions", new
        {
            fileId = file,
            form = new
            {
                supplier = _scene.Supplier.Value, invoiceKind = "Proforma", invoiceNumber = Name("P"), invoiceDate = Day(0), tax = Lines * TaxOfLine, invoiceTotal = Amount,
                isItemised = true, isSealed = true, advancePercent = 0, hasSchedule = false, hasGuarantee = false, deliverBy = Day(10), payment = "Voucher",
                choiceReason = (string?)null, lines = lines.Select(line => new { fileLine = (Guid)line!["id"]!, quantity = Quantity, unitPrice = UnitPrice }),
            },
        });
        await client.Submit(Body.Buyer, SourcingDecision.Kind, decision);
        return decision;
    }

    /// <summary>Registered at the gate, and counted by the keeper and by the property officer.</summary>
    private async Task<Guid> Arrived(Guid order)
    {
        var deal = await client.Document(Body.Keeper, order);
        var id = await client.Make(Body.Keeper, "receiving/arrivals", new
        {
            store = _scene.Store.Value, order, secondCounter = Body.PropertyOfficer.Value, waybillNo = Name("W"), invoiceNo = Name("F"), vehicle = "۱۲ ب ۳۴۵", deliverer = "راننده نمونه",
            arrivedAt = TimeProvider.System.GetUtcNow().AddMinutes(-5), lines = LinesOf(deal).Select(line => new { orderLine = (Guid)line["id"]! }),
        });
        var arrival = await client.Document(Body.Keeper, id);
        var counted = LinesOf(arrival).Select(line => new { lineId = (Guid)line["id"]!, quantity = Quantity }).ToList();
        await client.Put(Body.Keeper, $"receiving/arrivals/{id:D}/keeper-count", new { lines = counted }, LoadClient.VersionOf(arrival));
        await client.Put(Body.Keeper, $"receiving/arrivals/{id:D}/papers", new { lines = counted }, LoadClient.VersionOf(await client.Document(Body.Keeper, id)));
        await client.Submit(Body.Keeper, TemporaryReceipt.Kind, id);
        var seen = LoadClient.VersionOf(await client.Document(Body.PropertyOfficer, id));
        await client.Put(Body.PropertyOfficer, $"receiving/arrivals/{id:D}/second-count", new { lines = counted, proof = await client.Proof(Body.PropertyOfficer, TemporaryReceipt.Kind) }, seen);
        return id;
    }

    private async Task<Guid> Presented(Guid arrival)
    {
        var report = await client.Make(Body.Keeper, "receiving/conformance-reports", new { temporaryReceipt = arrival, requester = Body.Requester.Value, lines = Array.Empty<object>() });
        await client.Submit(Body.Keeper, ConformanceReport.Kind, report);
        return report;
    }

    /// <summary>Everything is as it was asked for.</summary>
    private async Task Judge(JsonNode report)
    {
        var lines = LinesOf(report).Select(line => new
        {
            lineId = (Guid)line["id"]!, accepted = (decimal)line["presented"]!, refused = 0, acceptedAtCut = 0,
            checks = line["checks"]!.AsArray().Select(check => new
            {
                key = (int)check!["key"]!, method = "سنجش در انبار",
                measured = (string?)check["kind"] == "Number" ? ((decimal)check["min"]!).ToString(CultureInfo.InvariantCulture) : (string?)check["required"],
            }),
        });
        await client.Put(
            Body.Requester, $"receiving/conformance-reports/{(Guid)report["sheet"]!["id"]!:D}/verdict",
            new { lines, proof = await client.Proof(Body.Requester, ConformanceReport.Kind) }, LoadClient.VersionOf(report));
    }

    private async Task<Guid> Shelved(Guid report)
    {
        var judged = await client.Document(Body.Keeper, report);
        var receipt = await client.Make(Body.Keeper, "receiving/goods-receipts", new
        {
            conformance = report, facts = new { },
            lines = LinesOf(judged).Select(line => new { conformanceLine = (Guid)line["id"]!, quantity = (decimal)line["accepted"]!, bin = _scene.Bin.Value }),
        });
        await client.Submit(Body.Keeper, GoodsReceipt.Kind, receipt);
        return receipt;
    }

    /// <summary>The supplier's invoice with its paper, brought by the buyer.</summary>
    private async Task<Guid> Billed(Guid order)
    {
        var deal = await client.Document(Body.Buyer, order);
        var number = Name("F");
        var invoice = await client.Make(Body.Buyer, "vouchers/invoices", new
        {
            deal = order,
            invoice = new
            {
                number, date = Day(0), statedTotal = Amount,
                lines = LinesOf(deal).Select(line => new { basisLine = (Guid)line["id"]!, quantity = Quantity, unitPrice = UnitPrice, tax = TaxOfLine }),
            },
        });
        await client.Attach(Body.Buyer, invoice, "برگ.pdf", CraftedFiles.Pdf(number));
        await client.Submit(Body.Buyer, SupplierInvoice.Kind, invoice);
        return invoice;
    }

    private async Task<Guid> Drafted(Guid invoice)
    {
        var start = await client.Read(Body.Accountant, $"vouchers/payments/start?invoice={invoice:D}");
        var voucher = await client.Make(Body.Accountant, "vouchers/payments", new
        {
            purpose = "بهای کاغذ", deductions = Array.Empty<object>(),
            lines = start["lines"]!.AsArray().Select(line => new { invoice = (Guid)line!["invoice"]!, invoiceLine = (Guid)line["line"]!, amount = (long)line["open"]! }),
        });
        await client.Submit(Body.Accountant, PaymentVoucher.Kind, voucher);
        return voucher;
    }

    /// <summary>Sent to the bank, which paid.</summary>
    private async Task Pay(Guid voucher)
    {
        var number = (string)(await client.Document(Body.Accountant, voucher))["sheet"]!["number"]!;
        var batch = await client.Make(Body.Accountant, "vouchers/batches", new { vouchers = new[] { voucher } });
        var outcome = await client.Post(Body.Accountant, $"vouchers/batches/{batch:D}/bank-result", new
        {
            rows = new[] { new { voucherNumber = number, isPaid = true, reference = Name("B"), paidOn = Day(0), iban = ACatalogue.FirstIban, amount = Amount } },
        });
        if ((int)outcome!["taken"]! != 1) throw new InvalidOperationException($"The bank's answer was not taken: {outcome}");
    }

    private static IEnumerable<JsonNode> LinesOf(JsonNode document) => document["body"]!["lines"]!.AsArray().Select(line => line!);

    private static DateOnly Day(int fromToday) => LoadScene.Today.AddDays(fromToday);

    private static string Name(string prefix) => prefix + "-" + Guid.CreateVersion7().ToString("N")[16..];
}
