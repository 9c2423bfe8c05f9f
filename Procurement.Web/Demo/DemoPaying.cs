using System.Globalization;
using System.Text;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.ConfirmValue;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.RecordBankResult;
using Procurement.Application.Vouchers.StartVoucher;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Web.Demo;

/// <summary>The money in the sample history: from the supplier's invoice to the bank's answer.</summary>
internal sealed class DemoPaying(DemoStage stage, DemoBody body, DemoPurchasing purchasing)
{
    /// <summary>The smallest file that is a page: an empty one, standing for the paper the buyer scanned.</summary>
    private const string SamplePaper =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    private int _nextInvoice = 301;
    private int _nextTransfer = 880_001;

    /// <summary>From the paper to the supplier's account, and the goods at their price.</summary>
    public async Task Pay(DocumentId order, DemoNeed need, DocumentId receipt, CancellationToken ct)
    {
        var invoice = await Bill(order, need, ct);
        await stage.SignOn(invoice, ct);
        await ConfirmValue(receipt, ct);
        var voucher = await Draft(invoice, need, ct);
        await stage.SignOn(voucher, ct);
        stage.Clock.ToMorningAfter(1);
        await Settle(await Send(voucher, ct), voucher, ct);
    }

    /// <summary>Entered by the buyer with its paper; accounts has to check it.</summary>
    public async Task<DocumentId> Bill(DocumentId order, DemoNeed need, CancellationToken ct)
    {
        var deal = await purchasing.Deal(order, ct);
        var number = string.Create(CultureInfo.InvariantCulture, $"{_nextInvoice++}/ف");
        var invoice = await stage.As(body.Buyer, new EnterInvoice(deal.Id, new InvoiceForm(
            number, stage.Today, null, need.Cost + need.Tax, [.. deal.Lines.Select(l => new InvoiceLineForm(l.LineId, need.Quantity, need.Price, need.Tax))])), ct);
        await stage.As(body.Buyer, new AttachFiles(invoice, [await Paper(ct)]), ct);
        await stage.Submit(invoice, body.Buyer, ct);
        return invoice;
    }

    /// <summary>Drafted by accounts and sent to the reviewer.</summary>
    public async Task<DocumentId> Draft(DocumentId invoice, DemoNeed need, CancellationToken ct)
    {
        var start = await stage.Ask(body.Accountant, new StartVoucher(invoice), ct);
        var voucher = await stage.As(body.Accountant, new DraftVoucher(new VoucherForm(
            "بهای " + need.Purpose, null, [.. start.Lines.Where(l => l.Invoice == invoice).Select(l => new VoucherLineForm(l.Invoice, l.Line, l.Open.Amount))], [])), ct);
        await stage.Submit(voucher, body.Accountant, ct);
        return voucher;
    }

    /// <summary>Exported for the bank.</summary>
    public Task<PaymentBatchId> Send(DocumentId voucher, CancellationToken ct) => stage.As(body.Accountant, new ExportPayments([voucher]), ct);

    /// <summary>The bank has paid.</summary>
    public async Task Settle(PaymentBatchId batch, DocumentId voucher, CancellationToken ct)
    {
        var row = (await stage.Ask(body.Accountant, new ReadBatch(batch), ct)).Rows.Single(r => r.Voucher == voucher);
        var outcome = await stage.As(body.Accountant, new RecordBankResult(batch,
            [new BankRow(row.Number, true, (_nextTransfer++).ToString(CultureInfo.InvariantCulture), stage.Today, row.PayeeIban, row.Amount.Amount, null)]), ct);
        if (outcome.Refused > 0) throw new InvalidOperationException($"The demo's bank result was refused: {outcome.Rows[0].Refusal}");
    }

    private async Task ConfirmValue(DocumentId receipt, CancellationToken ct)
    {
        var entered = await stage.Read<GoodsReceipt>(receipt, ct);
        await stage.As(body.Accountant, new ConfirmValue(receipt, [.. entered.Lines.Select(l => l.Id)]), ct);
    }

    /// <summary>A paper that stands for the one somebody scanned.</summary>
    public Task<AttachedFile> Paper(CancellationToken ct) => stage.Fact(async services =>
    {
        await using var content = new MemoryStream(Encoding.ASCII.GetBytes(SamplePaper));
        var stored = (await services.GetRequiredService<IFileVault>().Store(content, "صورت‌حساب.pdf", "application/pdf", ct)).Value;
        return AttachedFile.Of(stored, "صورت‌حساب.pdf");
    });
}
