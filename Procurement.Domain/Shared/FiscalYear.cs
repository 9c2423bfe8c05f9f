using System.Globalization;

namespace Procurement.Domain.Shared;

/// <summary>The financial year of public bodies (سال مالی): 1 Farvardin to the last day of Esfand.</summary>
/// <remarks>Public Accounts Act, art. 6. Credits, document numbers and thresholds belong to one year.</remarks>
public readonly record struct FiscalYear : IComparable<FiscalYear>
{
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such year.</exception>
    public FiscalYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9377);
        Year = year;
    }

    /// <summary>The Jalali year, four digits: 1405.</summary>
    public int Year { get; }

    public DateOnly FirstDay => new JalaliDate(Year, 1, 1).ToDateOnly();

    /// <summary>29 Esfand, or 30 Esfand in a leap year.</summary>
    public DateOnly LastDay => new JalaliDate(Year, 12, JalaliDate.DaysInMonth(Year, 12)).ToDateOnly();

    public FiscalYear Next => new(Year + 1);

    public FiscalYear Previous => new(Year - 1);

    /// <summary>The financial year a day falls in.</summary>
    public static FiscalYear Of(DateOnly date) => new(JalaliDate.From(date).Year);

    public static bool operator <(FiscalYear left, FiscalYear right) => left.Year < right.Year;

    public static bool operator >(FiscalYear left, FiscalYear right) => left.Year > right.Year;

    public static bool operator <=(FiscalYear left, FiscalYear right) => left.Year <= right.Year;

    public static bool operator >=(FiscalYear left, FiscalYear right) => left.Year >= right.Year;

    public bool Contains(DateOnly date) => date >= FirstDay && date <= LastDay;

    public int CompareTo(FiscalYear other) => Year.CompareTo(other.Year);

    public override string ToString() => Year.ToString(CultureInfo.InvariantCulture);
}
