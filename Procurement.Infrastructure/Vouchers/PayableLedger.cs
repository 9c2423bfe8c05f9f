using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Application.Ledgers;
using Procurement.Application.Vouchers;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Vouchers;

/// <summary>What is matched, vouchered and paid of one invoice line, in rials.</summary>
internal sealed class PayableRow
{
    public Guid LineId { get; set; }

    public DocumentId InvoiceId { get; set; }

    public long Matched { get; set; }

    public long Vouchered { get; set; }

    public long Paid { get; set; }
}

internal sealed class PayableConfiguration : IEntityTypeConfiguration<PayableRow>
{
    public void Configure(EntityTypeBuilder<PayableRow> builder)
    {
        builder.ToTable("invoice_payable", table => table.HasCheckConstraint("ck_invoice_payable", "0 <= paid AND paid <= vouchered AND vouchered <= matched"));
        builder.HasKey(p => p.LineId);
        builder.Property(p => p.LineId).ValueGeneratedNever();
        builder.HasIndex(p => p.InvoiceId);
    }
}

/// <summary>A number a supplier's invoice has taken: his own, or the tax memory's.</summary>
internal sealed class InvoiceNumberRow
{
    public SupplierId SupplierId { get; set; }

    public string Key { get; set; } = "";

    public DocumentId InvoiceId { get; set; }
}

internal sealed class InvoiceNumberConfiguration : IEntityTypeConfiguration<InvoiceNumberRow>
{
    public void Configure(EntityTypeBuilder<InvoiceNumberRow> builder)
    {
        builder.ToTable("invoice_number_taken");
        builder.HasKey(n => new { n.SupplierId, n.Key });
        builder.Property(n => n.Key).HasMaxLength(SupplierInvoice.MaxNumberLength + 10);
        builder.HasIndex(n => n.InvoiceId);
    }
}

/// <summary>
/// Keeps paid ≤ vouchered ≤ matched for every invoice line. The limit is in the statement itself: of two vouchers racing for the last rial the
/// second hits no row and is refused.
/// </summary>
internal sealed class PayableLedger(ISqlSession sql) : ILedger
{
    public int Order => 66;

    public bool Takes(Posting posting) => posting is PayablePosting or InvoiceNumberPosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        foreach (var numbers in postings.OfType<InvoiceNumberPosting>())
        {
            var done = await Apply(numbers, ct);
            if (!done.Succeeded) return done;
        }

        var changes = postings.OfType<PayablePosting>().GroupBy(p => (p.Line, p.Stage)).OrderBy(g => g.Key.Line).ThenBy(g => g.Key.Stage);
        foreach (var change in changes)
        {
            var amount = change.Sum(p => p.Change.Amount);
            if (!await Change(change.First().Invoice, change.Key.Line, change.Key.Stage, amount, ct))
                return change.Key.Stage == PayableStage.Vouchered ? Refusal.Rule("payment-voucher.taken-meanwhile", amount) : Refusal.Rule("payment-voucher.more-paid-than-due", amount);
        }

        return Result.Ok;
    }

    private async Task<bool> Change(DocumentId invoice, Guid line, PayableStage stage, long amount, CancellationToken ct) => stage switch
    {
        PayableStage.Matched => await sql.Execute(
            $"""
            INSERT INTO invoice_payable (line_id, invoice_id, matched, vouchered, paid) VALUES ({line}, {invoice}, {amount}, 0, 0)
            ON CONFLICT (line_id) DO UPDATE SET matched = invoice_payable.matched + excluded.matched
            """, ct) == 1,
        PayableStage.Vouchered => await sql.Execute(
            $"""
            UPDATE invoice_payable SET vouchered = vouchered + {amount}
            WHERE line_id = {line} AND vouchered + {amount} <= matched AND vouchered + {amount} >= paid
            """, ct) == 1,
        PayableStage.Paid => await sql.Execute(
            $"UPDATE invoice_payable SET paid = paid + {amount} WHERE line_id = {line} AND paid + {amount} <= vouchered", ct) == 1,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    private async Task<Result> Apply(InvoiceNumberPosting numbers, CancellationToken ct)
    {
        if (!numbers.IsTaken)
        {
            await sql.Execute($"DELETE FROM invoice_number_taken WHERE invoice_id = {numbers.Invoice}", ct);
            return Result.Ok;
        }

        foreach (var key in numbers.Keys.Order(StringComparer.Ordinal))
        {
            var hit = await sql.Execute(
                $"INSERT INTO invoice_number_taken (supplier_id, key, invoice_id) VALUES ({numbers.Supplier}, {key}, {numbers.Invoice}) ON CONFLICT (supplier_id, key) DO NOTHING", ct);
            if (hit != 1) return Refusal.Rule("supplier-invoice.number-taken", key).At(nameof(SupplierInvoice.Number));
        }

        return Result.Ok;
    }
}

/// <summary>Numbers batches without a gap, per unit and financial year, in the transaction that sends them.</summary>
internal sealed class BatchNumbers(ISqlSession sql) : ILedger
{
    public int Order => 81;

    public bool Takes(Posting posting) => posting is BatchNumberPosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        foreach (var batch in postings.Cast<BatchNumberPosting>())
        {
            var serial = (await sql.Query(
                $"""
                INSERT INTO number_counter (kind, series, year, last) VALUES ({PaymentBatch.SeriesKind}, {batch.SeriesCode}, {batch.Year}, 1)
                ON CONFLICT (kind, series, year) DO UPDATE SET last = number_counter.last + 1 RETURNING last
                """, row => row.GetInt32(0), ct))[0];
            await sql.Execute($"UPDATE payment_batch SET number_serial = {serial} WHERE id = {batch.BatchId}", ct);
        }

        return Result.Ok;
    }
}

/// <summary>Recomputes what is vouchered and paid of every invoice line from the vouchers themselves.</summary>
internal sealed class PayableCheck(ISqlSession sql) : ILedgerCheck
{
    public string Name => "invoice_payable";

    public async Task<IReadOnlyList<string>> Differences(CancellationToken ct)
    {
        var rows = await sql.Query(
            $"""
            SELECT p.line_id, p.matched, p.vouchered, p.paid,
                COALESCE((SELECT SUM(m.price + m.tax) FROM invoice_match_part m WHERE m.invoice_line_id = p.line_id), 0),
                COALESCE((SELECT SUM(l.amount) FROM payment_voucher_line l JOIN sign_off_sheet s ON s.id = l.payment_voucher_id
                    WHERE l.invoice_line_id = p.line_id AND s.state IN ({DocumentState.InRoute}, {DocumentState.InEffect}, {DocumentState.Closed})), 0),
                COALESCE((SELECT SUM(l.amount) FROM payment_voucher_line l JOIN payment_voucher v ON v.id = l.payment_voucher_id
                    WHERE l.invoice_line_id = p.line_id AND v.payment = {PaymentState.Paid}), 0)
            FROM invoice_payable p
            """,
            row => (Line: row.GetUuid(0), Matched: row.GetInt64(1), Vouchered: row.GetInt64(2), Paid: row.GetInt64(3), Parts: row.GetSum(4), Taken: row.GetSum(5), Made: row.GetSum(6)), ct);
        return
        [
            .. rows.Where(r => r.Matched != r.Parts || r.Vouchered != r.Taken || r.Paid != r.Made)
                .Select(r => FormattableString.Invariant(
                    $"invoice line {r.Line}: matched {r.Matched}/{r.Parts}, vouchered {r.Vouchered}/{r.Taken}, paid {r.Paid}/{r.Made}")),
        ];
    }
}
