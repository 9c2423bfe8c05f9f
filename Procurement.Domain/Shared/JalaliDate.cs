using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Procurement.Domain.Shared;

/// <summary>A day of the Solar Hijri calendar (تاریخ شمسی), as people read and type it.</summary>
/// <remarks>Stored dates are <see cref="DateOnly"/>; this type lives at the edges and in <see cref="FiscalYear"/>.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JalaliDate : IComparable<JalaliDate>
{
    // The years in which the astronomical and the arithmetic calendar agree, hence in which no leap year is in doubt.
    // A Gregorian year typed by habit (2026) falls outside and is refused.
    private const int EarliestTyped = 1200;
    private const int LatestTyped = 1500;

    private static readonly PersianCalendar Calendar = new();

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public JalaliDate(int year, int month, int day)
    {
        if (!Exists(year, month, day)) throw new ArgumentOutOfRangeException(nameof(day), $"{year}/{month}/{day} is not a day of the Jalali calendar.");
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    /// <summary>1 (Farvardin) to 12 (Esfand).</summary>
    public int Month { get; }

    public int Day { get; }

    public static JalaliDate From(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new JalaliDate(Calendar.GetYear(midnight), Calendar.GetMonth(midnight), Calendar.GetDayOfMonth(midnight));
    }

    /// <summary>Whether the last month of the year has thirty days (سال کبیسه).</summary>
    public static bool IsLeapYear(int year) => Calendar.IsLeapYear(year, PersianCalendar.PersianEra);

    public static int DaysInMonth(int year, int month) => Calendar.GetDaysInMonth(year, month, PersianCalendar.PersianEra);

    /// <summary>Reads year, month and day typed in any digits, parted by <c>/</c>, <c>-</c> or <c>.</c>: ۱۴۰۵/۸/۳۰, 1405-08-30.</summary>
    /// <remarks>The year needs its four digits: 05/08/30 could be meant either way round.</remarks>
    public static bool TryParse([NotNullWhen(true)] string? text, out JalaliDate date)
    {
        date = default;
        var plain = PersianText.Clean(PersianText.ToLatinDigits(text));
        var separator = plain.FirstOrDefault(c => !char.IsAsciiDigit(c));
        if (separator is not ('/' or '-' or '.')) return false;

        var parts = plain.Split(separator);
        if (parts.Length != 3 || !parts.All(PersianText.IsLatinDigits)) return false;
        if (parts[0].Length != 4 || parts[1].Length > 2 || parts[2].Length > 2) return false;

        var year = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var month = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var day = int.Parse(parts[2], CultureInfo.InvariantCulture);
        if (year is < EarliestTyped or > LatestTyped || !Exists(year, month, day)) return false;

        date = new JalaliDate(year, month, day);
        return true;
    }

    public static bool operator <(JalaliDate left, JalaliDate right) => left.CompareTo(right) < 0;

    public static bool operator >(JalaliDate left, JalaliDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(JalaliDate left, JalaliDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(JalaliDate left, JalaliDate right) => left.CompareTo(right) >= 0;

    public DateOnly ToDateOnly() => DateOnly.FromDateTime(Calendar.ToDateTime(Year, Month, Day, 0, 0, 0, 0, PersianCalendar.PersianEra));

    public int CompareTo(JalaliDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>Year, month and day in Latin digits: 1405/08/30.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}/{Month:00}/{Day:00}");

    // The calendar ends within the year 9378; the year before is the last whole one.
    private static bool Exists(int year, int month, int day) =>
        year is >= 1 and <= 9377 && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);
}
