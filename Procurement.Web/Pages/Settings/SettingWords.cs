using System.Globalization;
using Procurement.Application.Settings.ListSettings;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Settings;

/// <summary>How settings are shown: their groups, and a stored value in the reader's words and digits.</summary>
public sealed class SettingWords(ITexts texts, ReaderFormat format)
{
    private static readonly (string Group, string[] Keys)[] Order =
    [
        ("methods", ["threshold_decree", "threshold_event_date", "quotes_min", "imprest_limits", "small_report_percent"]),
        ("splitting", ["split_windows", "split_margins"]),
        ("route", ["objection_answer_days", "unused_request_days", "receiving_sign_after_band", "working_day_calendar"]),
        ("payment", ["vat_rate", "invoice_price_tolerance", "withholding_rules"]),
        ("property", ["label_percent"]),
        ("people", ["training_grace_days", "recovery_hours"]),
        ("year", ["year_close_grace"]),
    ];

    /// <summary>The register in groups; what no group names stands in the last one.</summary>
    public static IEnumerable<(string Group, IReadOnlyList<SettingView> Settings)> Grouped(IReadOnlyList<SettingView> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (group, keys) in Order)
        {
            if (keys.Select(k => settings.FirstOrDefault(s => s.Key == k)).OfType<SettingView>().ToList() is { Count: > 0 } own) yield return (group, own);
        }

        if (settings.Where(s => !Order.Any(g => g.Keys.Contains(s.Key))).ToList() is { Count: > 0 } rest) yield return ("others", rest);
    }

    public string Name(string key) => texts[$"settings.name-{key}"];

    public string Field(string key, string field) => texts.Find($"settings.field-{key}-{field}") ?? texts[$"settings.field-{field}"];

    /// <summary>The whole value in one line.</summary>
    public string Value(SettingView setting, SettingVersionView version)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(version);
        return setting.Fields is [var only]
            ? Value(only, version.Values.GetValueOrDefault(only.Name, ""))
            : string.Join("؛ ", setting.Fields.Where(f => version.Values.GetValueOrDefault(f.Name, "").Length > 0)
                .Select(f => $"{Field(setting.Key, f.Name)}: {Value(f, version.Values[f.Name])}"));
    }

    public string Value(SettingField field, string stored)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (string.IsNullOrEmpty(stored)) return "";
        return field.Kind switch
        {
            // A year is a name, not a count: it takes no separators.
            SettingFieldKind.Number when field.Name == "year" => format.Digits(stored),
            SettingFieldKind.Number => format.Number(long.Parse(stored, CultureInfo.InvariantCulture)),
            SettingFieldKind.Rials => texts["settings.rials", long.Parse(stored, CultureInfo.InvariantCulture)],
            SettingFieldKind.Percent => texts["settings.percent", decimal.Parse(stored, CultureInfo.InvariantCulture)],
            SettingFieldKind.Days => texts["settings.days", long.Parse(stored, CultureInfo.InvariantCulture)],
            SettingFieldKind.Date => JalaliDate.TryParse(stored, out var day) ? format.Date(day.ToDateOnly()) : stored,
            SettingFieldKind.Choice => texts[$"settings.choice-{stored}"],
            SettingFieldKind.Numbers => string.Join("، ", stored.Split(',').Select(format.Digits)),
            _ => format.Digits(stored),
        };
    }

    public StateView State(SettingVersionView version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (version.IsSample) return new StateView(texts["settings.sample"], Tone.Caution);
        return new StateView(texts.Of(version.State), version.State switch
        {
            SettingState.Approved => Tone.Good,
            SettingState.Proposed => Tone.Caution,
            SettingState.Rejected => Tone.Bad,
            _ => Tone.Neutral,
        });
    }
}
