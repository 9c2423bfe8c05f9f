using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.ExportPayments;

/// <summary>Sends approved payments of one unit to the accounts in a batch; a payment the bank sent back may go again.</summary>
[Requires(VouchersPermissions.Export)]
public sealed record ExportPayments(IReadOnlyList<DocumentId> Vouchers) : ICommand<Result<PaymentBatchId>>;

/// <summary>A batch as it was sent, with what the bank answered to each payment so far.</summary>
[Requires(VouchersPermissions.Read)]
public sealed record ReadBatch(PaymentBatchId BatchId) : IQuery<Result<BatchView>>;

public sealed record BatchView(
    PaymentBatchId Id, string Number, string NumberFa, string UnitName, string UnitNameEn, string MadeBy, DateTimeOffset MadeAt, Rials Total, IReadOnlyList<BatchRowView> Rows);

/// <param name="Order">Place in the file.</param>
/// <param name="Voucher">The voucher.</param>
/// <param name="Number">Its number as the API and the file write it.</param>
/// <param name="PayeeName">Payee.</param>
/// <param name="PayeeIban">Account, without blanks.</param>
/// <param name="Gross">Paid off of the invoices.</param>
/// <param name="Withheld">Withheld.</param>
/// <param name="Amount">What the payee receives.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Payment">Where the voucher stands now.</param>
/// <param name="BankReference">The bank's reference of this attempt.</param>
/// <param name="FailureReason">Why the bank sent this attempt back.</param>
/// <param name="AwaitsBank">This batch is the voucher's last and the bank has not answered.</param>
public sealed record BatchRowView(
    int Order, DocumentId Voucher, string Number, string PayeeName, string PayeeIban, Rials Gross, Rials Withheld, Rials Amount, string Purpose, PaymentState Payment,
    string BankReference, string FailureReason, bool AwaitsBank);

internal sealed class ExportPaymentsHandler(
    IDocuments documents, IVoucherRecords records, PaymentConditions conditions, DocumentRegistry registry, ChartOfCall charts, PostingPlan plan, Desk desk)
    : ICommandHandler<ExportPayments, Result<PaymentBatchId>>
{
    public async Task<Result<PaymentBatchId>> Handle(ExportPayments command, CancellationToken cancellationToken)
    {
        var vouchers = new List<(PaymentVoucher Voucher, string Number)>();
        foreach (var id in command.Vouchers.Distinct().Order())
        {
            if (await documents.Find<PaymentVoucher>(id, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
            var held = await conditions.Hold(voucher, cancellationToken);
            if (!held.Succeeded) return held;
            var sheet = voucher.SignOff;
            vouchers.Add((voucher, sheet.HasNumber ? registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: false) : ""));
        }

        var units = vouchers.Select(v => v.Voucher.SignOff.UnitId).Distinct().ToList();
        if (units.Count > 1) return Refusal.Rule("payment-batch.one-unit").At("Vouchers");
        var unit = units.Count == 1 ? (await charts.Get(cancellationToken)).Unit(units[0])! : null;
        var sent = PaymentBatch.Send((unit?.Id ?? default, unit?.Code ?? ""), vouchers, desk.Me);
        if (!sent.Succeeded) return sent.Plain();

        records.Add(sent.Value);
        plan.Add(new BatchNumberPosting(sent.Value.Id, sent.Value.SeriesCode, sent.Value.NumberYear));
        return sent.Value.Id;
    }
}

internal sealed class ReadBatchHandler(IVoucherRecords records, IDocuments documents, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadBatch, Result<BatchView>>
{
    public async Task<Result<BatchView>> Handle(ReadBatch query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        if (await records.Batch(query.BatchId, cancellationToken) is not { } batch || !chart.ScopeOf(actor.Person, clock.Today).Covers(batch.UnitId))
            return Refusal.NotFound("payment-batch.not-found");

        var rows = new List<BatchRowView>();
        foreach (var row in batch.Rows.OrderBy(r => r.Order))
        {
            var voucher = (await documents.Load<PaymentVoucher>(row.VoucherId, cancellationToken))!;
            var attempt = voucher.Attempts.First(a => a.BatchId == batch.Id);
            rows.Add(new BatchRowView(
                row.Order, row.VoucherId, row.VoucherNumber, row.PayeeName, row.PayeeIban.Value, row.Gross, row.Withheld, row.Amount, row.Purpose, voucher.Payment,
                attempt.BankReference, attempt.FailureReason, voucher.BatchId == batch.Id && voucher.Payment == PaymentState.Exported));
        }

        var unit = chart.Unit(batch.UnitId);
        return new BatchView(
            batch.Id, batch.Number(persian: false), batch.Number(persian: true), unit?.Name ?? "", unit?.NameEn ?? "", chart.NameOf(batch.MadeBy), batch.MadeAt, batch.Total, rows);
    }
}
