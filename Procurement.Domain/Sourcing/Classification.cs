using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Sourcing;

/// <summary>How goods, services or works are bought (روش معامله; tender law arts 4 and 11). Stored numbers: never renumber.</summary>
public enum PurchaseMethod
{
    /// <summary>The buyer researches the price and buys by a clear invoice (art. 11 a).</summary>
    SmallPurchase = 1,

    /// <summary>At least three written quotes (art. 11 b).</summary>
    Quotes = 2,

    /// <summary>Limited tender (art. 11 c 2).</summary>
    LimitedTender = 3,

    /// <summary>Public tender (art. 11 c 1).</summary>
    PublicTender = 4,
}

/// <summary>
/// The class a file was given, with the decree that gave it (طبقه معامله): kept with its operator, so that the file says for ever by which
/// limits it was judged.
/// </summary>
public sealed class Classification
{
    private Classification()
    {
    }

    public DealClass Class { get; private set; }

    /// <summary>The amount that was classed: the estimate when the file opened.</summary>
    public Rials Amount { get; private set; }

    /// <summary>Which event selected the decree, and its day.</summary>
    public ThresholdEvent Event { get; private set; }

    public DateOnly EventDate { get; private set; }

    /// <summary>The setting version the decree was read from.</summary>
    public SettingId DecreeId { get; private set; }

    public int DecreeYear { get; private set; }

    public string DecreeNumber { get; private set; } = "";

    public Rials SmallCeiling { get; private set; }

    public Rials MediumLimit { get; private set; }

    public SmallBoundary Boundary { get; private set; }

    /// <summary>The decree as this file knows it.</summary>
    public ThresholdDecree Decree => new(DecreeYear, SmallCeiling, MediumLimit, Boundary, true, DecreeNumber, "");

    /// <summary>
    /// Classes an amount. Each class names its own event, so each is tried with the decree of its event's day; where a changing decree lets
    /// two classes fit, or none, the stricter one is taken.
    /// </summary>
    /// <param name="amount">The requesting unit's estimate (art. 3 note 2).</param>
    /// <param name="decrees">The decrees the body has loaded.</param>
    /// <param name="events">Which event selects the decree, for each class.</param>
    /// <param name="dates">The day of each event; what has not happened yet is taken as today.</param>
    public static Result<Classification> Of(Rials amount, DecreeTable decrees, ThresholdEvents events, EventDates dates)
    {
        var tried = new List<(DealClass Asked, DealClass Found, DatedDecree Decree)>();
        foreach (var asked in Enum.GetValues<DealClass>())
        {
            var decree = decrees.InForceOn(dates.Of(events.Of(asked)));
            if (!decree.Succeeded) return decree.Plain();
            tried.Add((asked, decree.Value.Decree.ClassOf(amount), decree.Value));
        }

        var fitting = tried.Where(t => t.Asked == t.Found).ToList();
        var chosen = (fitting.Count > 0 ? fitting : tried).MaxBy(t => t.Found);
        var row = chosen.Decree;
        return new Classification
        {
            Class = chosen.Found,
            Amount = amount,
            Event = events.Of(chosen.Asked),
            EventDate = dates.Of(events.Of(chosen.Asked)),
            DecreeId = row.SettingId,
            DecreeYear = row.Decree.Year,
            DecreeNumber = row.Decree.Number,
            SmallCeiling = row.Decree.SmallCeiling,
            MediumLimit = row.Decree.MediumLimit,
            Boundary = row.Decree.Boundary,
        };
    }

    /// <summary>A stricter method than the class asks for is free; a lower one is refused (art. 3 note 3, art. 11).</summary>
    public Result Allows(PurchaseMethod method)
    {
        if (!Enum.IsDefined(method)) return Refusal.Invalid("sourcing.method-missing").At("Method");
        var least = Class switch
        {
            DealClass.Small => PurchaseMethod.SmallPurchase,
            DealClass.Medium => PurchaseMethod.Quotes,
            DealClass.Large => PurchaseMethod.LimitedTender,
            _ => throw new InvalidOperationException($"No such class: {Class}"),
        };
        if (method >= least) return Result.Ok;
        return Class == DealClass.Large
            ? Refusal.Rule("sourcing.large-needs-tender", Amount, MediumLimit).At("Method")
            : Refusal.Rule("sourcing.medium-needs-quotes", Amount, SmallCeiling).At("Method");
    }
}

/// <summary>The day of each event that may select a decree.</summary>
public sealed record EventDates(DateOnly RequestApproval, DateOnly Notice, DateOnly Contract)
{
    public DateOnly Of(ThresholdEvent happening) => happening switch
    {
        ThresholdEvent.RequestApproval => RequestApproval,
        ThresholdEvent.Notice => Notice,
        ThresholdEvent.Contract => Contract,
        _ => throw new ArgumentOutOfRangeException(nameof(happening), happening, "No such event."),
    };
}
