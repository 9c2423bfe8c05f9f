using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>What a payment file must hold (محتوای پرونده پرداخت; law file 4.4), by its number there. Stored numbers: never renumber.</summary>
public enum FileItem
{
    /// <summary>درخواست کالا یا خرید تأییدشده.</summary>
    ApprovedRequest = 1,

    /// <summary>«موجود نیست» انبار.</summary>
    NotInStock = 2,

    /// <summary>تأمین اعتبار.</summary>
    CreditReserved = 3,

    /// <summary>طبقه معامله و تصویب‌نامه آن.</summary>
    ClassAndDecree = 4,

    /// <summary>شماره ستاد یا دلیل تأییدشده نبود آن.</summary>
    Setad = 5,

    /// <summary>تحقیق قیمت، سه استعلام، یا پرونده مناقصه یا ترک تشریفات.</summary>
    MethodPapers = 6,

    /// <summary>سفارش یا قرارداد و تضمین‌ها.</summary>
    OrderOrContract = 7,

    /// <summary>صورت‌حساب با هویت قانونی و داده مالیاتی فروشنده.</summary>
    Invoice = 8,

    /// <summary>رسید موقت و صورتجلسه تطبیق.</summary>
    Conformity = 9,

    /// <summary>رسید انبار.</summary>
    StoreReceipt = 10,

    /// <summary>شماره اموال کالای غیرمصرفی.</summary>
    PropertyNumbers = 11,

    /// <summary>رسیدگی اسناد.</summary>
    DocumentReview = 12,

    /// <summary>تسجیل: رئیس امور عمومی و در صورت لزوم رئیس مرکز.</summary>
    Registration = 13,

    /// <summary>حواله مقام مجاز.</summary>
    PaymentOrder = 14,

    /// <summary>گواهی پرداخت به شبای ذی‌نفع.</summary>
    PaymentProof = 15,
}

/// <summary>By when an item must be there. Stored numbers: never renumber.</summary>
public enum FileGate
{
    /// <summary>Before the first signature.</summary>
    FirstSignature = 1,

    /// <summary>It is itself a signature of the route.</summary>
    Signature = 2,

    /// <summary>It closes the file.</summary>
    Payment = 3,
}

/// <summary>How an item of a payment file stands.</summary>
public enum FileItemState
{
    /// <summary>Shown by signed documents of the file.</summary>
    Shown = 1,

    /// <summary>Shown by a paper attached to the voucher.</summary>
    Attached = 2,

    /// <summary>Not asked for in this deal.</summary>
    NotDue = 3,

    Missing = 4,

    /// <summary>Its turn comes with a signature or with the payment.</summary>
    Waiting = 5,
}

/// <summary>What stands behind an item: a signed document by its hash and its leaf of the audit tree, or an attached paper by its hash.</summary>
/// <param name="Item">The item.</param>
/// <param name="Document">The document; null for an attached paper.</param>
/// <param name="Kind">Its kind; empty for a paper.</param>
/// <param name="Number">Its number as the API writes it, or the paper's file name.</param>
/// <param name="Sha256">Hash of its signed content, or of the paper.</param>
/// <param name="Leaf">Index of the last leaf of the document in the audit tree; null for a paper.</param>
public sealed record Evidenced(FileItem Item, DocumentId? Document, string Kind, string Number, string Sha256, long? Leaf);

/// <summary>What the file of a deal shows by itself.</summary>
/// <param name="Evidence">Found evidence.</param>
/// <param name="NotDue">Items the deal does not ask for: no stock note for services, no property number for consumables.</param>
public sealed record FileContents(IReadOnlyList<Evidenced> Evidence, IReadOnlySet<FileItem> NotDue);

/// <summary>One piece of evidence kept with the voucher.</summary>
public sealed class FileEvidence
{
    internal FileEvidence(Evidenced found)
    {
        Item = found.Item;
        DocumentId = found.Document;
        Kind = found.Kind;
        Number = found.Number;
        Sha256 = found.Sha256;
        Leaf = found.Leaf;
    }

    private FileEvidence()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public FileItem Item { get; private set; }

    /// <summary>The document that shows the item; null for an attached paper.</summary>
    public DocumentId? DocumentId { get; private set; }

    public string Kind { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    /// <summary>Index of the document's last leaf in the audit tree when it was found.</summary>
    public long? Leaf { get; private set; }

    public bool IsPaper => DocumentId is null;

    internal Evidenced ToEvidenced() => new(Item, DocumentId, Kind, Number, Sha256, Leaf);
}

/// <summary>An item a deal does not ask for, kept with the voucher so that the signers see it was considered.</summary>
public sealed class FileItemNotDue
{
    internal FileItemNotDue(FileItem item) => Item = item;

    private FileItemNotDue()
    {
    }

    public FileItem Item { get; private set; }
}

/// <summary>The list itself: what is due by when (law file 4.4).</summary>
public static class PaymentFile
{
    private const FileItem LastBeforeSigning = FileItem.PropertyNumbers;

    public static IReadOnlyList<FileItem> Items { get; } = Enum.GetValues<FileItem>();

    /// <summary>Items 1 to 11 before the first signature, 12 to 14 by signatures, 15 by the payment.</summary>
    public static FileGate GateOf(FileItem item) => item switch
    {
        <= LastBeforeSigning => FileGate.FirstSignature,
        FileItem.PaymentProof => FileGate.Payment,
        _ => FileGate.Signature,
    };
}
