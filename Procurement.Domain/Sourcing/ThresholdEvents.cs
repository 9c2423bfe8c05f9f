using Procurement.Domain.Shared;

namespace Procurement.Domain.Sourcing;

/// <summary>The event whose day selects the threshold decree. Stored numbers: never renumber.</summary>
public enum ThresholdEvent
{
    /// <summary>The authorised official approved the need (تشخیص).</summary>
    RequestApproval = 1,

    /// <summary>The notice or call was published.</summary>
    Notice = 2,

    /// <summary>The order or contract was made.</summary>
    Contract = 3,
}

/// <summary>The event for each class, as the body has fixed it.</summary>
public sealed record ThresholdEvents(ThresholdEvent Small, ThresholdEvent Medium, ThresholdEvent Large)
{
    public ThresholdEvent Of(DealClass dealClass) => dealClass switch
    {
        DealClass.Small => Small,
        DealClass.Medium => Medium,
        DealClass.Large => Large,
        _ => throw new ArgumentOutOfRangeException(nameof(dealClass), dealClass, "No such class."),
    };
}

/// <summary>What a buyer may have out of his imprest at a time, and how long (تنخواه‌گردان پرداخت; PAL art. 36).</summary>
public sealed record ImprestLimits(Rials Ceiling, int SettlementDays);
