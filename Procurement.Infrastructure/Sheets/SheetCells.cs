using System.Globalization;
using System.Xml;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Sheets;

/// <summary>A cell as it is written: its plain form, and whether spreadsheets may count with it.</summary>
internal readonly record struct SheetCell(string Text, bool IsNumber)
{
    /// <summary>Spreadsheets keep fifteen digits of a number; a longer one is written as text, so that none is lost.</summary>
    private const long MostExact = 999_999_999_999_999;

    /// <summary>The longest text a spreadsheet cell takes.</summary>
    private const int MostText = 32_767;

    public static SheetCell Of(object? value, bool jalali) => value switch
    {
        null => new SheetCell("", false),
        string text => Plain(text),
        int number => new SheetCell(number.ToString(CultureInfo.InvariantCulture), true),
        long number => Whole(number),
        Rials rials => Whole(rials.Amount),
        Quantity quantity => Decimal(quantity.Units),
        decimal number => Decimal(number),
        DateOnly day => Plain(Day(day, jalali)),
        DateTimeOffset instant => Plain(Instant(instant, jalali)),
        _ => throw new ArgumentException($"A sheet has no cell for {value.GetType().Name}.", nameof(value)),
    };

    private static SheetCell Plain(string text)
    {
        var sound = text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
        return new SheetCell(sound.Length > MostText ? sound[..MostText] : sound, false);
    }

    private static SheetCell Whole(long number) => new(number.ToString(CultureInfo.InvariantCulture), number is >= -MostExact and <= MostExact);

    private static SheetCell Decimal(decimal number) => new(number.ToString("0.############################", CultureInfo.InvariantCulture), Math.Abs(number) <= MostExact);

    private static string Day(DateOnly day, bool jalali) =>
        jalali ? JalaliDate.From(day).ToString() : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant, bool jalali)
    {
        var local = TehranTime.ToLocal(instant).DateTime;
        return Day(DateOnly.FromDateTime(local), jalali) + local.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }
}
