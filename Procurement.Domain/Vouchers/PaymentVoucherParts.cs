using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>Who is paid, and to which account.</summary>
/// <param name="Name">By name.</param>
/// <param name="Iban">The account.</param>
/// <param name="ImprestOf">The buyer, when his imprest is given back.</param>
public sealed record Payee(string Name, Iban Iban, PersonId? ImprestOf);

/// <summary>An invoice a voucher rests on: its signed content covers the invoice through this hash (documents 1).</summary>
public sealed record InvoiceBehind(DocumentId Id, string Number, string Sha256);

/// <summary>What is allocated to one invoice line.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="InvoiceLine">Its line.</param>
/// <param name="BasisLine">The deal's line; its commitment is spent.</param>
/// <param name="Kind">Goods, service or works.</param>
/// <param name="Description">In words.</param>
/// <param name="Payable">What was matched of the line.</param>
/// <param name="Before">What earlier vouchers took of it.</param>
/// <param name="Amount">What this one takes.</param>
public sealed record Allocation(
    InvoiceBehind Invoice, Guid InvoiceLine, Guid BasisLine, ItemKind Kind, string Description, Rials Payable, Rials Before, Rials Amount);

/// <summary>What is withheld, as read from a setting or typed with its basis.</summary>
public sealed record DeductionInput(DeductionKind Kind, Rials Base, long BasisPoints, Rials Amount, string? LegalBasis);

/// <summary>What a voucher says, as typed.</summary>
public sealed record VoucherInput(string? Purpose, IReadOnlyList<Allocation> Lines, IReadOnlyList<DeductionInput> Deductions);

/// <summary>Why an amount is withheld (کسور; law file 4.6). Stored numbers: never renumber.</summary>
public enum DeductionKind
{
    /// <summary>Tax on payments for services and works (مالیات تکلیفی).</summary>
    Tax = 1,

    /// <summary>Social security, art. 38, on services and works (بیمه).</summary>
    SocialSecurity = 2,

    /// <summary>Kept until the work proves good (حسن انجام کار).</summary>
    Retention = 3,

    /// <summary>For lateness, as the contract says; nobody may waive it (PAL art. 126; جریمه تأخیر).</summary>
    LatenessPenalty = 4,

    Other = 5,
}

/// <summary>One line of a voucher (سطر سند): what is paid off of one invoice line.</summary>
public sealed class VoucherLine
{
    internal VoucherLine(int order, Allocation allocated)
    {
        Order = order;
        InvoiceId = allocated.Invoice.Id;
        InvoiceLineId = allocated.InvoiceLine;
        BasisLineId = allocated.BasisLine;
        ItemKind = allocated.Kind;
        Description = allocated.Description;
        Payable = allocated.Payable;
        Before = allocated.Before;
        Amount = allocated.Amount;
    }

    private VoucherLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public DocumentId InvoiceId { get; private set; }

    public Guid InvoiceLineId { get; private set; }

    public Guid BasisLineId { get; private set; }

    public ItemKind ItemKind { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>Matched of the invoice line when the voucher was drafted, tax included.</summary>
    public Rials Payable { get; private set; }

    /// <summary>Taken by earlier vouchers.</summary>
    public Rials Before { get; private set; }

    public Rials Amount { get; private set; }
}

/// <summary>One amount withheld from the payee (کسر).</summary>
public sealed class Deduction
{
    internal Deduction(int order, DeductionInput input)
    {
        Order = order;
        Kind = input.Kind;
        Base = input.Base;
        BasisPoints = input.BasisPoints;
        Amount = input.Amount;
        LegalBasis = PersianText.Clean(input.LegalBasis);
    }

    private Deduction()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public DeductionKind Kind { get; private set; }

    /// <summary>What the rate is taken of, in rials.</summary>
    public Rials Base { get; private set; }

    /// <summary>In hundredths of a percent; zero for an amount that follows no rate.</summary>
    public long BasisPoints { get; private set; }

    public Rials Amount { get; private set; }

    public string LegalBasis { get; private set; } = "";
}

/// <summary>An invoice behind a voucher, by the hash of its signed content.</summary>
public sealed class BilledInvoice
{
    internal BilledInvoice(InvoiceBehind invoice)
    {
        InvoiceId = invoice.Id;
        Number = invoice.Number;
        Sha256 = invoice.Sha256;
    }

    private BilledInvoice()
    {
    }

    public DocumentId InvoiceId { get; private set; }

    public string Number { get; private set; } = "";

    public string Sha256 { get; private set; } = "";
}

/// <summary>One attempt to pay: the batch it went with and what the bank answered.</summary>
public sealed class PaymentAttempt
{
    internal PaymentAttempt(int order, PaymentBatchId batch, DateTimeOffset at)
    {
        Order = order;
        BatchId = batch;
        SentAt = at;
    }

    private PaymentAttempt()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public PaymentBatchId BatchId { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string BankReference { get; private set; } = "";

    public string FailureReason { get; private set; } = "";

    internal void Paid(string reference, DateTimeOffset at)
    {
        BankReference = reference;
        AnsweredAt = at;
    }

    internal void Failed(string reason, DateTimeOffset at)
    {
        FailureReason = reason;
        AnsweredAt = at;
    }
}

/// <summary>A voucher's share of the payable part of an invoice line.</summary>
public sealed record PayableShare(DocumentId Invoice, Guid InvoiceLine, Rials Amount);

/// <summary>A voucher was sent on its way and holds its share of the invoices, so that no second one can.</summary>
public sealed record PayableTaken(DocumentId DocumentId, IReadOnlyList<PayableShare> Shares) : IDomainEvent;

/// <summary>It ended before its effect and gives its share back.</summary>
public sealed record PayableGivenBack(DocumentId DocumentId, IReadOnlyList<PayableShare> Shares) : IDomainEvent;

/// <summary>The controller approved a payment.</summary>
public sealed record PaymentApproved(DocumentId DocumentId, DocumentId Basis, DateTimeOffset At) : IDocumentTookEffect;

/// <summary>The bank paid.</summary>
public sealed record PaymentMade(DocumentId DocumentId, DocumentId Basis, PersonId? ImprestOf, DateTimeOffset At) : IDomainEvent;
