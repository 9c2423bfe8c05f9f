using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Sourcing;

/// <summary>Class of a deal by its amount (نصاب معامله; tender law art. 3). Stored numbers: never renumber.</summary>
public enum DealClass
{
    /// <summary>کوچک.</summary>
    Small = 1,

    /// <summary>متوسط.</summary>
    Medium = 2,

    /// <summary>بزرگ.</summary>
    Large = 3,
}

/// <summary>How a decree words the end of the small class. Stored numbers: never renumber.</summary>
public enum SmallBoundary
{
    /// <summary>«تا سقف»: an amount equal to the ceiling is small (decrees from 1395 on).</summary>
    UpTo = 1,

    /// <summary>«کمتر از»: an amount equal to the ceiling is medium (1389, 1394).</summary>
    LessThan = 2,
}

/// <summary>
/// The yearly decree of the Cabinet on deal thresholds (تصویب‌نامه نصاب معاملات; tender law art. 3 note 1), with its comparison operator.
/// </summary>
/// <param name="Year">Jalali year the decree was made for.</param>
/// <param name="SmallCeiling">Ceiling of small deals.</param>
/// <param name="MediumLimit">Upper limit of medium deals: ten times the ceiling.</param>
/// <param name="Boundary">Its wording of the small class.</param>
/// <param name="AppliesToAuctions">Whether it extends to auctions.</param>
/// <param name="Number">Number of the decree; empty where it was not found.</param>
/// <param name="Evidence">Where the amounts were read.</param>
public sealed record ThresholdDecree(
    int Year, Rials SmallCeiling, Rials MediumLimit, SmallBoundary Boundary, bool AppliesToAuctions, string Number, string Evidence)
{
    private const int MediumToSmall = 10;

    /// <summary>The fields a decree is entered with.</summary>
    public static IReadOnlyList<SettingField> Fields { get; } =
    [
        new("year", SettingFieldKind.Number),
        new("small_ceiling", SettingFieldKind.Rials),
        new("medium_limit", SettingFieldKind.Rials),
        new("boundary", SettingFieldKind.Choice, Choices: ["up-to", "less-than"]),
        new("applies_to", SettingFieldKind.Choice, Choices: ["tender", "tender-and-auction"]),
        new("decree_number", SettingFieldKind.Text, IsOptional: true),
        new("decree_date", SettingFieldKind.Date, IsOptional: true),
        new("evidence", SettingFieldKind.Text),
    ];

    /// <summary>Reads a decree; its medium limit must be ten times its ceiling (art. 3).</summary>
    public static Result<ThresholdDecree> Read(SettingFields fields)
    {
        var decree = new ThresholdDecree(
            (int)Math.Min(fields.Number("year"), int.MaxValue), fields.Rials("small_ceiling"), fields.Rials("medium_limit"),
            fields.Text("boundary") == "less-than" ? SmallBoundary.LessThan : SmallBoundary.UpTo, fields.Text("applies_to") == "tender-and-auction",
            fields.Text("decree_number"), fields.Text("evidence"));
        if (decree.Year is < 1383 or > 1500) return Refusal.Invalid("sourcing.decree-year-implausible").At("year");
        if (decree.SmallCeiling.IsZero) return Refusal.Invalid("sourcing.decree-ceiling-missing").At("small_ceiling");
        return (Int128)decree.SmallCeiling.Amount * MediumToSmall == decree.MediumLimit.Amount
            ? decree
            : Refusal.Rule("sourcing.medium-is-ten-times-small").At("medium_limit");
    }

    /// <summary>The class of a deal of this amount.</summary>
    public DealClass ClassOf(Rials amount)
    {
        var small = Boundary == SmallBoundary.UpTo ? amount <= SmallCeiling : amount < SmallCeiling;
        if (small) return DealClass.Small;
        return amount <= MediumLimit ? DealClass.Medium : DealClass.Large;
    }

    /// <summary>The greatest amount a class may have; null for large.</summary>
    public Rials? LimitOf(DealClass dealClass) => dealClass switch
    {
        DealClass.Small => SmallCeiling,
        DealClass.Medium => MediumLimit,
        DealClass.Large => null,
        _ => throw new ArgumentOutOfRangeException(nameof(dealClass), dealClass, "No such class."),
    };
}

/// <summary>A decree with the setting version it was read from and the day it was notified.</summary>
public sealed record DatedDecree(ThresholdDecree Decree, DateOnly? From, SettingId SettingId);

/// <summary>
/// The decrees the body has loaded. A decree holds from its notification until the next one, not from the first day of the year; the
/// table refuses rather than use a decree that another must have replaced.
/// </summary>
public sealed class DecreeTable(IReadOnlyList<DatedDecree> decrees)
{
    /// <summary>The decree in force on a day.</summary>
    public Result<DatedDecree> InForceOn(DateOnly day)
    {
        var year = FiscalYear.Of(day).Year;
        var holding = decrees.Where(d => d.From <= day).OrderBy(d => d.From).LastOrDefault();

        // A decree that is known but whose day of notification nobody entered: the one before it may or may not still hold.
        var undated = decrees.FirstOrDefault(d =>
            d.From is null && d.Decree.Year <= year && d.Decree.Year > (holding?.Decree.Year ?? 0) && !decrees.Any(o => o.From is not null && o.Decree.Year == d.Decree.Year));
        if (undated is not null) return Refusal.Rule("sourcing.decree-without-notification-date", undated.Decree.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));

        // Until the new decree comes, last year's still holds; one older than that has been replaced by a decree nobody entered.
        return holding is not null && holding.Decree.Year >= year - 1
            ? holding
            : Refusal.Rule("sourcing.decree-not-loaded", (year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), year.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
