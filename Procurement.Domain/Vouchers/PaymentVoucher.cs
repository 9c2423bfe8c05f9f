using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>Where the money stands once a voucher is approved. Stored numbers: never renumber.</summary>
public enum PaymentState
{
    /// <summary>The voucher is not approved yet.</summary>
    NotDue = 1,

    /// <summary>The controller approved it (تطبیق): it may be sent to the bank.</summary>
    Approved = 2,

    /// <summary>In a batch that went to the accounts (ارسال‌شده).</summary>
    Exported = 3,

    /// <summary>The bank paid (پرداخت‌شده).</summary>
    Paid = 4,

    /// <summary>The bank sent it back; it may go with another batch (برگشتی).</summary>
    Failed = 5,
}

/// <summary>
/// The order to pay (سند پرداخت): lines of checked invoices, what is withheld, and to which account. Review, registration (تسجیل), inspection,
/// order (حواله) and conformity (تطبیق) are its signatures, in this order (documents 2 and 8).
/// </summary>
public sealed partial class PaymentVoucher : Document
{
    public const int MaxLines = 200;
    public const int MaxTextLength = 500;
    public const int MaxNameLength = 200;

    public static readonly DocumentKind Kind = new("payment-voucher");

    /// <summary>Route condition: the payment is a centre's, so its head signs too.</summary>
    public const string OfCentre = "centre";

    private readonly List<VoucherLine> _lines = [];
    private readonly List<Deduction> _deductions = [];
    private readonly List<BilledInvoice> _invoices = [];
    private readonly List<FileEvidence> _evidence = [];
    private readonly List<FileItemNotDue> _notDue = [];
    private readonly List<PaymentAttempt> _attempts = [];

    private PaymentVoucher()
    {
    }

    /// <summary>The order or contract it pays for.</summary>
    public DocumentId BasisId { get; private set; }

    public SupplierId SupplierId { get; private set; }

    /// <summary>The buyer whose imprest is given back; null when the supplier is paid.</summary>
    public PersonId? ImprestOf { get; private set; }

    public string PayeeName { get; private set; } = "";

    /// <summary>The account the bank pays to (شبا): the supplier's own, or the buyer's imprest account.</summary>
    public Iban PayeeIban { get; private set; } = null!;

    /// <summary>What it pays for, in words.</summary>
    public string Purpose { get; private set; } = "";

    public bool IsOfCentre { get; private set; }

    public PaymentState Payment { get; private set; }

    /// <summary>The batch it went to the accounts with; null before.</summary>
    public PaymentBatchId? BatchId { get; private set; }

    /// <summary>The bank's reference of the payment; empty until paid.</summary>
    public string BankReference { get; private set; } = "";

    public DateOnly? PaidOn { get; private set; }

    /// <summary>Letter to the ministry about a payment under objection (PAL art. 91); empty where there was none.</summary>
    public string MinistryLetter { get; private set; } = "";

    /// <summary>Letter with the copy for the audit court.</summary>
    public string AuditCourtLetter { get; private set; } = "";

    public DateOnly? ReportedOn { get; private set; }

    public IReadOnlyList<VoucherLine> Lines => _lines;

    public IReadOnlyList<Deduction> Deductions => _deductions;

    public IReadOnlyList<BilledInvoice> Invoices => _invoices;

    public IReadOnlyList<FileEvidence> Evidence => _evidence;

    public IReadOnlyList<FileItemNotDue> NotDue => _notDue;

    public IReadOnlyList<PaymentAttempt> Attempts => _attempts;

    /// <summary>What is paid off of the invoices, in rials.</summary>
    public Rials Gross => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Amount);

    public Rials Withheld => _deductions.Aggregate(Rials.Zero, (sum, d) => sum + d.Amount);

    /// <summary>What the payee receives, in rials.</summary>
    public Rials Net => Rials.FromStored(Gross.Amount - Withheld.Amount);

    public override int FormVersion => 1;

    /// <summary>Drafts a voucher over matched invoice lines of one deal.</summary>
    /// <param name="unit">The paying unit, its code, and whether it is a centre.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="payee">Who is paid, and to which account.</param>
    /// <param name="input">Lines, deductions and purpose.</param>
    /// <param name="by">The accounts officer.</param>
    /// <param name="from">The invoices' sheets.</param>
    public static Result<PaymentVoucher> Draft(
        (OrgUnitId Id, string Code, bool IsCentre) unit, (DocumentId Id, SupplierId Supplier) deal, Payee payee, VoucherInput input, ActBy by,
        params IEnumerable<SignOffSheet> from)
    {
        var id = DocumentId.New();
        var voucher = new PaymentVoucher
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, unit.Id, unit.Code, by, from),
            BasisId = deal.Id,
            SupplierId = deal.Supplier,
            IsOfCentre = unit.IsCentre,
            Payment = PaymentState.NotDue,
        };
        var set = voucher.Set(payee, input);
        return set.Succeeded ? voucher : set;
    }

    /// <summary>Allocates anew while it is a draft.</summary>
    public Result Rewrite(Payee payee, VoucherInput input, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var set = Set(payee, input);
        if (set.Succeeded) SignOff.StampEdited(by);
        return set;
    }

    public override RouteFacts DescribeRoute() => IsOfCentre ? new RouteFacts { Conditions = new HashSet<string> { OfCentre } } : RouteFacts.None;

    public override DocumentBrief Brief() => new($"{PayeeName} — {Purpose}", Net);

    /// <summary>Items 1 to 11 of the payment file, each by name, before anybody signs (law file 4.4).</summary>
    public override Result CheckReady()
    {
        var missing = PaymentFile.Items.Where(i => PaymentFile.GateOf(i) == FileGate.FirstSignature && StateOf(i) == FileItemState.Missing)
            .Select(i => Refusal.Rule("payment-voucher.file-item-missing", (int)i, i)).ToList();
        return missing.Count == 0 ? Result.Ok : Result.RefusedBy(missing);
    }

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("basis", BasisId).Id("supplier", SupplierId).Id("imprestOf", ImprestOf).Text("payee", PayeeName).Text("iban", PayeeIban.Value).Text("purpose", Purpose)
        .Flag("centre", IsOfCentre)
        .List("invoices", _invoices.OrderBy(i => i.InvoiceId), static (w, i) => w.Id("invoice", i.InvoiceId).Text("number", i.Number).Text("sha256", i.Sha256))
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => w
            .Number("order", l.Order).Text("invoiceLine", l.InvoiceLineId.ToString("N")).Text("basisLine", l.BasisLineId.ToString("N")).Text("description", l.Description)
            .Amount("payable", l.Payable).Amount("before", l.Before).Amount("amount", l.Amount))
        .List("deductions", _deductions.OrderBy(d => d.Order), static (w, d) => w
            .Number("order", d.Order).Number("kind", (int)d.Kind).Amount("base", d.Base).Number("basisPoints", d.BasisPoints).Amount("amount", d.Amount).Text("legalBasis", d.LegalBasis))
        .List("evidence", _evidence.OrderBy(e => e.Item).ThenBy(e => e.Sha256, StringComparer.Ordinal), static (w, e) => w
            .Number("item", (int)e.Item).Id("document", e.DocumentId).Text("sha256", e.Sha256).Number("leaf", e.Leaf))
        .List("notDue", _notDue.OrderBy(n => n.Item), static (w, n) => w.Number("item", (int)n.Item));

    /// <summary>How an item of the payment file stands now.</summary>
    public FileItemState StateOf(FileItem item) => PaymentFile.GateOf(item) switch
    {
        FileGate.FirstSignature when _notDue.Exists(n => n.Item == item) => FileItemState.NotDue,
        FileGate.FirstSignature when _evidence.Exists(e => e.Item == item && !e.IsPaper) => FileItemState.Shown,
        FileGate.FirstSignature when _evidence.Exists(e => e.Item == item) => FileItemState.Attached,
        FileGate.FirstSignature => FileItemState.Missing,
        FileGate.Payment => Payment == PaymentState.Paid ? FileItemState.Shown : FileItemState.Waiting,
        _ => SignersOf(item).All(c => SignOff.CurrentSteps.Any(s => s.Capacity == c && s.IsDone)) ? FileItemState.Shown : FileItemState.Waiting,
    };

    /// <summary>Takes over what the documents of the file show by themselves; attached papers stay.</summary>
    public Result FillFile(FileContents contents, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;

        _evidence.RemoveAll(e => !e.IsPaper);
        _evidence.AddRange(contents.Evidence.Select(e => new FileEvidence(e)));
        _notDue.Clear();
        _notDue.AddRange(contents.NotDue.Order().Select(i => new FileItemNotDue(i)));
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>Names an attached paper as the evidence of an item no document of the file shows.</summary>
    public Result ShowByPaper(FileItem item, Guid attachment, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (PaymentFile.GateOf(item) != FileGate.FirstSignature) return Refusal.Rule("payment-voucher.item-is-a-signature", (int)item).At(nameof(item));
        if (SignOff.Attachments.FirstOrDefault(a => a.Id == attachment) is not { } paper) return Refusal.NotFound("signoff.attachment-not-found");
        if (_evidence.Exists(e => e.Item == item && e.Sha256 == paper.Sha256)) return Refusal.Rule("payment-voucher.paper-named-already", (int)item);

        _evidence.Add(new FileEvidence(new Evidenced(item, null, "", paper.FileName, paper.Sha256, null)));
        ContentChanged();
        return Result.Ok;
    }

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new PayableTaken(Id, Shares()));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new PayableGivenBack(Id, Shares()));
        return Result.Ok;
    }

    /// <summary>The controller found the payment in conformity with the law (تطبیق): committed credit becomes spent.</summary>
    protected internal override Result TakeEffect(ActBy by)
    {
        Payment = PaymentState.Approved;
        Raise(new PaymentApproved(Id, BasisId, by.At));
        return Result.Ok;
    }

    private List<PayableShare> Shares() => [.. _lines.Select(l => new PayableShare(l.InvoiceId, l.InvoiceLineId, l.Amount))];

    private Capacity[] SignersOf(FileItem item) => item switch
    {
        FileItem.DocumentReview => [Capacity.DocumentReviewer],
        FileItem.Registration when IsOfCentre => [Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre],
        FileItem.Registration => [Capacity.HeadOfGeneralAffairs],
        FileItem.PaymentOrder => [Capacity.AuthorisedOfficial],
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Not a signature."),
    };

    private Result Set(Payee payee, VoucherInput input)
    {
        var faults = new List<Refusal>();
        var purpose = PersianText.Clean(input.Purpose);
        if (purpose.Length is 0 or > MaxTextLength) faults.Add(Refusal.Invalid("payment-voucher.purpose-missing", MaxTextLength).At(nameof(Purpose)));
        if (input.Lines.Count is 0 or > MaxLines) faults.Add(Refusal.Invalid("payment-voucher.no-lines", MaxLines).At("Lines"));
        for (var i = 0; i < input.Lines.Count; i++)
        {
            var line = input.Lines[i];
            var field = FormattableString.Invariant($"Lines[{i}].Amount");
            if (line.Amount.IsZero) faults.Add(Refusal.Invalid("payment-voucher.amount-zero", i + 1).At(field));
            if (line.Before + line.Amount > line.Payable)
                faults.Add(Refusal.Rule("payment-voucher.more-than-payable", i + 1, line.Payable, line.Before).At(field));
            if (input.Lines.Take(i).Any(l => l.InvoiceLine == line.InvoiceLine)) faults.Add(Refusal.Invalid("payment-voucher.line-twice", i + 1).At(field));
        }

        var gross = input.Lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Amount);
        var withheld = input.Deductions.Aggregate(Rials.Zero, (sum, d) => sum + d.Amount);
        for (var i = 0; i < input.Deductions.Count; i++)
        {
            var field = FormattableString.Invariant($"Deductions[{i}]");
            if (PersianText.Clean(input.Deductions[i].LegalBasis).Length is 0 or > MaxTextLength)
                faults.Add(Refusal.Invalid("payment-voucher.deduction-without-basis", i + 1, MaxTextLength).At($"{field}.LegalBasis"));
            if (input.Deductions[i].Amount.IsZero) faults.Add(Refusal.Invalid("payment-voucher.deduction-zero", i + 1).At($"{field}.Amount"));
        }

        if (faults.Count == 0 && withheld >= gross) faults.Add(Refusal.Rule("payment-voucher.nothing-left-to-pay", gross, withheld).At("Deductions"));
        if (faults.Count > 0) return Result.RefusedBy(faults);

        ImprestOf = payee.ImprestOf;
        PayeeName = PersianText.Clean(payee.Name);
        PayeeIban = payee.Iban;
        Purpose = purpose;
        _lines.Clear();
        _lines.AddRange(input.Lines.Select((l, i) => new VoucherLine(i + 1, l)));
        _deductions.Clear();
        _deductions.AddRange(input.Deductions.Select((d, i) => new Deduction(i + 1, d)));
        _invoices.Clear();
        _invoices.AddRange(input.Lines.Select(l => l.Invoice).DistinctBy(i => i.Id).Select(i => new BilledInvoice(i)));
        ContentChanged();
        return Result.Ok;
    }
}
