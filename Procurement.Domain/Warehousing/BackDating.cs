using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Warehousing;

/// <summary>
/// Why a move takes effect on a day before it is posted, and who besides the asker agreed (ثبت با تاریخ گذشته). Without one the ledger
/// posts on the day itself only (law file 6.3).
/// </summary>
public sealed record BackDating
{
    public const int MaxReasonLength = 500;

    private BackDating(string reason, PersonId askedBy, PersonId approvedBy)
    {
        Reason = reason;
        AskedBy = askedBy;
        ApprovedBy = approvedBy;
    }

    public string Reason { get; }

    public PersonId AskedBy { get; }

    public PersonId ApprovedBy { get; }

    /// <summary>A back-dating with its reason, approved by another person than the one who asks.</summary>
    public static Result<BackDating> Of(string? reason, PersonId askedBy, PersonId approvedBy)
    {
        var why = PersianText.Clean(reason);
        if (why.Length is 0 or > MaxReasonLength) return Refusal.Invalid("warehousing.back-dating-reason-missing").At(nameof(Reason));
        if (askedBy == approvedBy) return Refusal.Rule("warehousing.back-dating-needs-second-person");
        return new BackDating(why, askedBy, approvedBy);
    }
}
