using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.ConfirmValue;
using Procurement.Application.Vouchers.DraftImprestSettlement;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.KeepPaymentFile;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Application.Vouchers.MatchInvoice;
using Procurement.Application.Vouchers.ReadMatch;
using Procurement.Application.Vouchers.RecordBankResult;
using Procurement.Application.Vouchers.ReportObjection;
using Procurement.Application.Vouchers.StartImprestSettlement;
using Procurement.Application.Vouchers.StartInvoice;
using Procurement.Application.Vouchers.StartVoucher;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Web.Pages.Vouchers;

namespace Procurement.Web.Api;

/// <summary>From the invoice to the bank's answer for other programs: the same use cases the pages call. Routes, signatures and reading are the documents' own.</summary>
internal sealed class VouchersApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var vouchers = routes.MapGroup("/vouchers").WithTags("vouchers");
        vouchers.MapGet("/desk", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new PaymentsDesk(), ct), desk => desk));
        MapInvoices(vouchers.MapGroup("/invoices"));
        MapPayments(vouchers.MapGroup("/payments"));
        MapBatches(vouchers.MapGroup("/batches"));
        MapValues(vouchers.MapGroup("/values"));
        MapImprest(vouchers.MapGroup("/imprest-settlements"));
    }

    private static void MapInvoices(RouteGroupBuilder invoices)
    {
        invoices.MapGet("", async (string? text, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListInvoices(text, Id(after)), ct), page => page));
        invoices.MapGet("/start", async (Guid? deal, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StartInvoice(Id(deal)), ct), start => start));
        invoices.MapPost("", async (EnterInvoice body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        invoices.MapPut("/{id:guid}", async (Guid id, InvoiceForm body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RewriteInvoice(new DocumentId(id), (int)http.SeenVersion(), body), ct)));
        invoices.MapGet("/{id:guid}/match", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadMatch(new DocumentId(id)), ct), match => match));
        invoices.MapPost("/{id:guid}/match", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new MatchInvoice(new DocumentId(id)), ct), parts => new MatchedBody(parts)));
    }

    private static void MapPayments(RouteGroupBuilder payments)
    {
        payments.MapGet("", async (PaymentFilter? only, string? text, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListPayments(only ?? PaymentFilter.All, text, Id(after)), ct), page => page));
        payments.MapGet("/start", async (Guid invoice, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StartVoucher(new DocumentId(invoice)), ct), start => start));
        payments.MapPost("", async (VoucherForm body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new DraftVoucher(body), ct), id => id.Value, "documents"));
        payments.MapPut("/{id:guid}", async (Guid id, VoucherForm body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RewriteVoucher(new DocumentId(id), (int)http.SeenVersion(), body), ct)));
        payments.MapGet("/{id:guid}/file", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadPaymentFile(new DocumentId(id)), ct), file => file.Version, file => file));
        payments.MapPost("/{id:guid}/file/refresh", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new FillPaymentFile(new DocumentId(id), (int)http.SeenVersion()), ct)));
        payments.MapPut("/{id:guid}/file/{item}", async (Guid id, FileItem item, PaperBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ShowByPaper(new DocumentId(id), (int)http.SeenVersion(), item, body.Attachment), ct)));
        payments.MapPost("/{id:guid}/objection-report", async (Guid id, ObjectionReportBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ReportObjection(new DocumentId(id), body.MinistryLetter, body.AuditCourtLetter, body.On), ct)));
    }

    private static void MapBatches(RouteGroupBuilder batches)
    {
        batches.MapPost("", async (ExportPayments body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "vouchers/batches"));
        batches.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadBatch(new PaymentBatchId(id)), ct), batch => batch));
        batches.MapGet("/{id:guid}/file", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
        {
            var batch = await cases.Ask(new ReadBatch(new PaymentBatchId(id)), ct);
            return batch.Succeeded
                ? Results.File(BankFile.Write(batch.Value), BankFile.ContentType, $"{batch.Value.Number}.csv")
                : http.Refused(batch.Refusals);
        });
        batches.MapPost("/{id:guid}/bank-result", async (Guid id, BankResultBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RecordBankResult(new PaymentBatchId(id), body.Rows), ct), outcome => outcome));
    }

    private static void MapImprest(RouteGroupBuilder settlements)
    {
        settlements.MapGet("/start", async (IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StartImprestSettlement(), ct), open => open));
        settlements.MapPost("", async (DraftImprestSettlement body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
    }

    private static void MapValues(RouteGroupBuilder values)
    {
        values.MapGet("", async (Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListProvisional(after), ct), page => page));
        values.MapPost("", async (ConfirmValue body, IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Send(body, ct)));
    }

    private static DocumentId? Id(Guid? id) => id is { } known ? new DocumentId(known) : null;
}

/// <summary>How many parts of the invoice became payable.</summary>
public sealed record MatchedBody(int Parts);

public sealed record PaperBody(Guid Attachment);

public sealed record ObjectionReportBody(string? MinistryLetter, string? AuditCourtLetter, DateOnly? On);

public sealed record BankResultBody(IReadOnlyList<BankRow> Rows);
