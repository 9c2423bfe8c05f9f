using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Settings;

/// <summary>Settings that several capabilities read. A capability with settings of its own keeps them beside its use cases.</summary>
public sealed class GeneralSettings : ISettingSource
{
    /// <summary>Share of the small ceiling at and above which a non-consumable is labelled (law file 3.6), in hundredths of a percent.</summary>
    public static SettingDefinition<long> LabelPercent { get; } = Percent("label_percent", "property-label");

    /// <summary>Share of the small ceiling below which deals are reported together to the tax body, in hundredths of a percent.</summary>
    public static SettingDefinition<long> SmallReportPercent { get; } = Percent("small_report_percent", "tax-169");

    /// <summary>Working days the unit has to answer an objection (documents 4).</summary>
    public static SettingDefinition<int> ObjectionAnswerDays { get; } = Days("objection_answer_days", "documents-objection");

    /// <summary>Days a keeper may hold his post before his training record is valid (control 6.1.b).</summary>
    public static SettingDefinition<int> TrainingGraceDays { get; } = Days("training_grace_days", "control-6-1-b");

    /// <summary>Days after the year's end in which commitments of the old year may still be paid (documents 9).</summary>
    public static SettingDefinition<int> YearCloseGraceDays { get; } = Days("year_close_grace", "public-accounts-63");

    /// <summary>Days an approved request may stay unused before it expires and gives back its credit (documents 5).</summary>
    public static SettingDefinition<int> UnusedRequestDays { get; } = Days("unused_request_days", "documents-life-cycle");

    /// <summary>The official holidays of each year, and whether Thursday is worked (law file 10.4); every due day is counted by them.</summary>
    public static SettingDefinition<FreeDays> WorkingDayCalendar { get; } = new("working_day_calendar", "official-holidays", FreeDays.Fields, FreeDays.Read);

    public IEnumerable<SettingDefinition> Settings =>
        [LabelPercent, SmallReportPercent, ObjectionAnswerDays, TrainingGraceDays, YearCloseGraceDays, UnusedRequestDays, WorkingDayCalendar];

    /// <summary>A setting of one percentage.</summary>
    public static SettingDefinition<long> Percent(string key, string article) =>
        new(key, article, [new SettingField("percent", SettingFieldKind.Percent)], fields => fields.BasisPoints("percent"));

    /// <summary>A setting of one count of days.</summary>
    public static SettingDefinition<int> Days(string key, string article) => new(
        key, article, [new SettingField("days", SettingFieldKind.Days)],
        fields => fields.Number("days") <= int.MaxValue ? fields.Days("days") : Refusal.Invalid("settings.not-a-number").At("days"));
}
