using System.Globalization;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Display;

/// <summary>Writes numbers, money, quantities, dates and waiting times the way the reader of the page expects them.</summary>
/// <remarks>Dates are Jalali in both languages, because the documents are; instants are shown in Tehran time.</remarks>
public sealed class ReaderFormat(ITexts texts, TimeProvider clock)
{
    /// <summary>The day it is in Tehran.</summary>
    public DateOnly Today => TehranTime.Today(clock);

    /// <summary>The same text with its digits in the reader's script.</summary>
    public string Digits(string text) => Display.Digits.For(text, texts.Language);

    public string Number(long number) => Number(number, texts.Language);

    public string Number(decimal number) => Number(number, texts.Language);

    public string Rials(Rials amount) => Number(amount.Amount);

    public string Rials(SignedRials amount) => Number(amount.Amount);

    /// <summary>An amount of money in words, as vouchers spell it.</summary>
    public string RialsInWords(SignedRials amount) => texts["money.in-words", texts.Language == Language.Persian ? AmountInWords.Persian(amount.Amount) : AmountInWords.English(amount.Amount)];

    /// <summary>The line under a sum on an official form: «به حروف: …».</summary>
    public string InWords(Rials amount) => texts["money.words", RialsInWords(amount.ToSigned())];

    public string Quantity(Quantity quantity) => Number(quantity.Units);

    public string Quantity(SignedQuantity quantity) => Number(quantity.Units);

    /// <summary>The size of a file, rounded to what people compare.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1024 => texts["files.bytes", bytes],
        < 1024 * 1024 => texts["files.kilobytes", bytes / 1024],
        _ => texts["files.megabytes", Math.Round(bytes / (1024m * 1024m), 1)],
    };

    /// <summary>A business date as it is typed: ۱۴۰۵/۰۸/۳۰.</summary>
    public string Date(DateOnly day) => Date(day, texts.Language);

    /// <summary>A day as it is spoken: «۳۰ آبان», with the year when it is not this one.</summary>
    public string DayName(DateOnly day)
    {
        var jalali = JalaliDate.From(day);
        var month = texts[$"time.month-{jalali.Month}"];
        return jalali.Year == JalaliDate.From(Today).Year
            ? texts["time.day-month", jalali.Day, month]
            : texts["time.day-month-year", jalali.Day, month, jalali.Year.ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>The hour and minute in Tehran.</summary>
    public string Clock(DateTimeOffset instant) => Digits(TehranTime.ToLocal(instant).ToString("H:mm", CultureInfo.InvariantCulture));

    /// <summary>A moment as it is spoken: «۲۶ آبان ۹:۱۲».</summary>
    public string Moment(DateTimeOffset instant) => texts["time.day-clock", DayName(TehranTime.LocalDate(instant)), Clock(instant)];

    /// <summary>How long ago something began, in the words of an inbox: «امروز ۸:۴۰», «دیروز», «۳ روز پیش», then the date.</summary>
    public string Since(DateTimeOffset instant)
    {
        var day = TehranTime.LocalDate(instant);
        return (Today.DayNumber - day.DayNumber) switch
        {
            0 => texts["time.today-at", Clock(instant)],
            1 => texts["time.yesterday"],
            > 1 and <= 7 and var days => texts["time.days-ago", days],
            _ => DayName(day),
        };
    }

    /// <summary>How far a deadline is, in words: «۳ روز مانده», «فردا», «۲ روز گذشته».</summary>
    public string Remaining(DateOnly due) => (due.DayNumber - Today.DayNumber) switch
    {
        0 => texts["time.today"],
        1 => texts["time.tomorrow"],
        -1 => texts["time.one-day-over"],
        < -1 and var days => texts["time.days-over", -days],
        var days => texts["time.days-left", days],
    };

    /// <summary>How pressing a deadline is.</summary>
    public Tone Urgency(DateOnly due) => (due.DayNumber - Today.DayNumber) switch
    {
        < 0 => Tone.Bad,
        <= 1 => Tone.Caution,
        _ => Tone.Info,
    };

    /// <summary>A fact inside a sentence.</summary>
    internal static object? Fact(object? fact, Language language) => fact switch
    {
        Rials rials => Number(rials.Amount, language),
        SignedRials rials => Number(rials.Amount, language),
        Quantity quantity => Number(quantity.Units, language),
        SignedQuantity quantity => Number(quantity.Units, language),
        int number => Number(number, language),
        long number => Number(number, language),
        ulong number => Number(number, language),
        decimal number => Number(number, language),
        DateOnly day => Date(day, language),
        DateTimeOffset instant => Date(TehranTime.LocalDate(instant), language),
        string text => Display.Digits.For(text, language),
        _ => fact,
    };

    /// <summary>A business date in the Gregorian calendar, for the reader who needs to compare.</summary>
    public static string Gregorian(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day, Language language) => Display.Digits.For(JalaliDate.From(day).ToString(), language);

    private static string Number(decimal number, Language language)
    {
        var latin = Math.Abs(number).ToString("#,0.######", CultureInfo.InvariantCulture);
        var sign = number < 0 ? "\u200E−" : "";
        return sign + (language == Language.Persian
            ? PersianText.ToPersianDigits(latin).Replace(',', Display.Digits.PersianGroup).Replace('.', Display.Digits.PersianPoint)
            : latin);
    }
}
