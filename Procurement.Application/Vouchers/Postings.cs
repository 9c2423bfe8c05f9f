using Procurement.Application.Ledgers;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>What is counted of the payable part of an invoice line. Stored as columns of one row.</summary>
public enum PayableStage
{
    /// <summary>Matched with a delivery: payable.</summary>
    Matched = 1,

    /// <summary>Taken by vouchers on their way or approved; never more than matched.</summary>
    Vouchered = 2,

    /// <summary>Paid by the bank; never more than vouchered.</summary>
    Paid = 3,
}

/// <summary>Changes what is matched, vouchered or paid of an invoice line; total paid never exceeds what was matched (product 3.14).</summary>
public sealed record PayablePosting(DocumentId Invoice, Guid Line, PayableStage Stage, SignedRials Change) : Posting;

/// <summary>Takes an invoice's numbers for its supplier, or gives them back.</summary>
public sealed record InvoiceNumberPosting(DocumentId Invoice, SupplierId? Supplier, IReadOnlyList<string> Keys, bool IsTaken) : Posting;

/// <summary>Takes the batch's own number in the transaction that makes it.</summary>
public sealed record BatchNumberPosting(PaymentBatchId BatchId, string SeriesCode, int Year) : Posting;

/// <summary>Where an invoice line stands.</summary>
public sealed record PayableLine(DocumentId Invoice, Guid Line, Rials Matched, Rials Vouchered, Rials Paid)
{
    /// <summary>What a voucher may still take.</summary>
    public Rials Open => Rials.FromStored(Matched.Amount - Vouchered.Amount);
}

/// <summary>What is payable of invoice lines.</summary>
public interface IPayables
{
    /// <summary>Every line of the invoices that was matched at all.</summary>
    Task<IReadOnlyList<PayableLine>> Of(IReadOnlyCollection<DocumentId> invoices, CancellationToken ct);

    /// <summary>Every line of the invoices of a deal.</summary>
    Task<IReadOnlyList<PayableLine>> OfDeal(DocumentId deal, CancellationToken ct);

    /// <summary>The invoice in route or in effect that has taken this number of the supplier; null when it is free.</summary>
    Task<DocumentId?> NumberTakenBy(SupplierId supplier, string number, CancellationToken ct);
}

/// <summary>Comparisons and batches, tracked.</summary>
public interface IVoucherRecords
{
    Task<InvoiceMatch?> Match(DocumentId invoice, CancellationToken ct);

    Task<IReadOnlyList<InvoiceMatch>> Matches(IReadOnlyCollection<DocumentId> invoices, CancellationToken ct);

    void Add(InvoiceMatch match);

    Task<PaymentBatch?> Batch(PaymentBatchId id, CancellationToken ct);

    void Add(PaymentBatch batch);
}

/// <summary>What the documents of a deal's file show for its payment.</summary>
public interface IPaymentFiles
{
    /// <summary>Items 1 to 11 as the signed documents behind these invoices show them (law file 4.4).</summary>
    Task<FileContents> Gather(DocumentId deal, IReadOnlyCollection<DocumentId> invoices, CancellationToken ct);
}
