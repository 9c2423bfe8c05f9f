using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

public readonly record struct PaymentBatchId(Guid Value) : ITypedId<PaymentBatchId>, IComparable<PaymentBatchId>
{
    public static PaymentBatchId From(Guid value) => new(value);

    public static PaymentBatchId New() => new(Guid.CreateVersion7());

    public int CompareTo(PaymentBatchId other) => Value.CompareTo(other.Value);

    public static bool operator <(PaymentBatchId left, PaymentBatchId right) => left.CompareTo(right) < 0;

    public static bool operator >(PaymentBatchId left, PaymentBatchId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PaymentBatchId left, PaymentBatchId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PaymentBatchId left, PaymentBatchId right) => left.CompareTo(right) >= 0;
}

/// <summary>Approved payments sent to the accounts together (دسته پرداخت), as they were sent; the file is always the same.</summary>
public sealed class PaymentBatch : AggregateRoot<PaymentBatchId>
{
    public const int MaxRows = 500;

    /// <summary>Code of its number series beside the document kinds.</summary>
    public const string SeriesKind = "payment-batch";

    private readonly List<BatchRow> _rows = [];

    private PaymentBatch()
    {
    }

    public OrgUnitId UnitId { get; private set; }

    public string SeriesCode { get; private set; } = "";

    public int NumberYear { get; private set; }

    /// <summary>Taken in the transaction that made it; 0 only until then.</summary>
    public int NumberSerial { get; private set; }

    public PersonId MadeBy { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public IReadOnlyList<BatchRow> Rows => _rows;

    public Rials Total => _rows.Aggregate(Rials.Zero, (sum, r) => sum + r.Amount);

    /// <summary>«دپ-۱۲-۱۴۰۵-۰۰۰۰۱», or as the API writes it.</summary>
    public string Number(bool persian) => NumberOf(SeriesCode, NumberYear, NumberSerial, persian);

    public static string NumberOf(string series, int year, int serial, bool persian)
    {
        var text = FormattableString.Invariant($"{(persian ? "دپ" : "PB")}-{series}-{year}-{serial:00000}");
        return persian ? PersianText.ToPersianDigits(text) : text;
    }

    /// <summary>Sends approved vouchers together; each is refused by its own state.</summary>
    /// <param name="unit">The paying unit and its code.</param>
    /// <param name="vouchers">The vouchers, with their numbers as the API writes them.</param>
    /// <param name="by">The accounts officer.</param>
    public static Result<PaymentBatch> Send((OrgUnitId Id, string Code) unit, IReadOnlyList<(PaymentVoucher Voucher, string Number)> vouchers, ActBy by)
    {
        if (vouchers.Count is 0 or > MaxRows) return Refusal.Invalid("payment-batch.no-vouchers", MaxRows).At("Vouchers");
        var batch = new PaymentBatch
        {
            Id = PaymentBatchId.New(),
            UnitId = unit.Id,
            SeriesCode = unit.Code,
            NumberYear = FiscalYear.Of(TehranTime.LocalDate(by.At)).Year,
            MadeBy = by.Person,
            MadeAt = by.At,
        };
        var faults = new List<Refusal>();
        foreach (var (voucher, number) in vouchers)
        {
            var sent = voucher.SendWith(batch, by);
            if (sent.Succeeded) batch._rows.Add(new BatchRow(batch._rows.Count + 1, voucher, number));
            else faults.Add(Refusal.Rule("payment-batch.voucher-not-to-be-sent", number, voucher.Payment));
        }

        return faults.Count == 0 ? batch : Result<PaymentBatch>.RefusedBy(faults);
    }
}

/// <summary>One payment of a batch, as the bank is told.</summary>
public sealed class BatchRow
{
    internal BatchRow(int order, PaymentVoucher voucher, string number)
    {
        Order = order;
        VoucherId = voucher.Id;
        VoucherNumber = number;
        PayeeName = voucher.PayeeName;
        PayeeIban = voucher.PayeeIban;
        Gross = voucher.Gross;
        Withheld = voucher.Withheld;
        Amount = voucher.Net;
        Purpose = voucher.Purpose;
    }

    private BatchRow()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public DocumentId VoucherId { get; private set; }

    public string VoucherNumber { get; private set; } = "";

    public string PayeeName { get; private set; } = "";

    public Iban PayeeIban { get; private set; } = null!;

    public Rials Gross { get; private set; }

    public Rials Withheld { get; private set; }

    /// <summary>What the payee receives.</summary>
    public Rials Amount { get; private set; }

    public string Purpose { get; private set; } = "";
}
