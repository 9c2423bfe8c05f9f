namespace Procurement.Domain.Organisation;

/// <summary>
/// The hand in which a person acts on a file (سمت). A post gives a capacity; requester, receiver and roster counter are
/// capacities a person has by the file itself. Stored numbers: never renumber.
/// </summary>
public enum Capacity
{
    /// <summary>Asks for goods and says whether what came conforms (درخواست‌کننده).</summary>
    Requester = 1,

    /// <summary>Approves the need of his own unit (مدیر واحد).</summary>
    UnitManager = 2,

    /// <summary>Answers availability, receives, posts and hands over (انباردار).</summary>
    Keeper = 3,

    /// <summary>Labels and follows non-consumables (امین اموال).</summary>
    PropertyOfficer = 4,

    /// <summary>Researches prices and buys (کارپرداز).</summary>
    Buyer = 5,

    /// <summary>Approves prices and opens sourcing files (مسئول تدارکات).</summary>
    HeadOfProcurement = 6,

    /// <summary>Holds the ordering powers of PAL art. 53: recognition, commitment, order to pay (مقام مجاز).</summary>
    AuthorisedOfficial = 7,

    /// <summary>Certifies credit and the lawfulness of payment (ذیحساب).</summary>
    FinanceController = 8,

    /// <summary>Article 91 inspector (بازرس ماده ۹۱).</summary>
    Inspector = 9,

    /// <summary>Signs receipts and payment files; holds تسجیل (رئیس امور عمومی).</summary>
    HeadOfGeneralAffairs = 10,

    /// <summary>Checks the file behind a payment (واحد رسیدگی اسناد).</summary>
    DocumentReviewer = 11,

    /// <summary>Fills the checklist before goods enter the store (کارشناس فنی).</summary>
    TechnicalExpert = 12,

    /// <summary>Head of a training centre (رئیس مرکز).</summary>
    HeadOfCentre = 13,

    /// <summary>Sits on a committee or board (عضو کمیته).</summary>
    CommitteeMember = 14,

    /// <summary>Controls the gate (نگهبان در).</summary>
    Guard = 15,

    /// <summary>Counts blind beside the keeper (شمارشگر دوم).</summary>
    SecondCounter = 16,

    /// <summary>Requests replenishment for the unit (برنامه‌ریز موجودی).</summary>
    StockPlanner = 17,

    /// <summary>Confirms values against invoices; keeps the kardex (حسابدار انبار).</summary>
    AccountsOfficer = 18,

    /// <summary>Plans and evaluates inspection (ناظر ارشد).</summary>
    SeniorSupervisor = 19,

    /// <summary>People, units and settings; signs nothing (راهبر سامانه).</summary>
    Administrator = 20,

    /// <summary>Takes goods over at the counter or at the destination (تحویل‌گیرنده).</summary>
    Receiver = 21,

    /// <summary>Attends sessions without a vote (حراست).</summary>
    SecurityOfficer = 22,

    /// <summary>Says whether delivered goods conform, as part of the requester's duty (تطبیق‌دهنده).</summary>
    Conformer = 23,
}
