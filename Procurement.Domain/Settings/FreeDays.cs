using Procurement.Domain.Shared;

namespace Procurement.Domain.Settings;

/// <summary>The official free days of a year (تعطیلات رسمی): the dates that are announced for it, and whether the body works on Thursdays.</summary>
public sealed record FreeDays(int Year, bool IsThursdayFree, IReadOnlyList<DateOnly> Dates)
{
    private const string Worked = "worked";
    private const string Free = "free";

    private static readonly char[] Between = [',', '،', ';', '؛', ' ', '\n', '\r'];

    public static IReadOnlyList<SettingField> Fields { get; } =
    [
        new("year", SettingFieldKind.Number), new("thursday", SettingFieldKind.Choice, Choices: [Worked, Free]), new("holidays", SettingFieldKind.Text),
    ];

    public static Result<FreeDays> Read(SettingFields fields)
    {
        var year = fields.Number("year");
        var dates = new List<DateOnly>();
        foreach (var part in fields.Text("holidays").Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!JalaliDate.TryParse(part, out var date)) return Refusal.Invalid("settings.not-a-date").At("holidays");
            if (date.Year != year) return Refusal.Invalid("settings.holiday-of-another-year", date.ToString(), year).At("holidays");
            dates.Add(date.ToDateOnly());
        }

        return new FreeDays((int)year, fields.Text("thursday") == Free, [.. dates.Distinct().Order()]);
    }

    /// <summary>The calendar that several years make; whether Thursday is free is told by the latest of them.</summary>
    public static WorkingCalendar Calendar(IReadOnlyCollection<FreeDays> years) => new(
        years.MaxBy(y => y.Year)?.IsThursdayFree == true ? [DayOfWeek.Thursday, DayOfWeek.Friday] : [DayOfWeek.Friday],
        years.SelectMany(y => y.Dates));
}
