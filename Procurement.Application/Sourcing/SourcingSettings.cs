using Procurement.Application.Settings;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>What the law or the body fixes for choosing a method and for buying small.</summary>
public sealed class SourcingSettings : ISettingSource
{
    private static readonly string[] Events = ["request-approval", "notice", "contract"];

    public static SettingDefinition<ThresholdDecree> ThresholdDecree { get; } =
        new("threshold_decree", "tender-law-3", Domain.Sourcing.ThresholdDecree.Fields, Domain.Sourcing.ThresholdDecree.Read);

    /// <summary>Which event's day selects the decree, for each class; the law does not say.</summary>
    public static SettingDefinition<ThresholdEvents> ThresholdEventDate { get; } = new(
        "threshold_event_date", "tender-law-3",
        [Event("small"), Event("medium"), Event("large")],
        fields => new ThresholdEvents(EventOf(fields, "small"), EventOf(fields, "medium"), EventOf(fields, "large")));

    /// <summary>Days back the splitting tests add up, in rising order.</summary>
    public static SettingDefinition<IReadOnlyList<int>> SplitWindows { get; } = new(
        "split_windows", "tender-law-3-note-3", [new SettingField("days", SettingFieldKind.Numbers)],
        fields => Result<IReadOnlyList<int>>.Of(fields.Numbers("days")));

    /// <summary>How far under a limit is «just below», in hundredths of a percent.</summary>
    public static SettingDefinition<long> SplitMargins { get; } = GeneralSettings.Percent("split_margins", "tender-law-3-note-3");

    /// <summary>Ceiling of a buyer's imprest and the days he has to settle it (PAL art. 36).</summary>
    public static SettingDefinition<ImprestLimits> ImprestLimits { get; } = new(
        "imprest_limits", "public-accounts-36",
        [new SettingField("ceiling", SettingFieldKind.Rials), new SettingField("days", SettingFieldKind.Days)],
        fields => fields.Number("days") <= int.MaxValue
            ? new ImprestLimits(fields.Rials("ceiling"), fields.Days("days"))
            : Refusal.Invalid("settings.not-a-number").At("days"));

    /// <summary>Written quotes a medium deal needs (tender law art. 11 b).</summary>
    public static SettingDefinition<long> QuotesMin { get; } = new(
        "quotes_min", "tender-law-11", [new SettingField("count", SettingFieldKind.Number)], fields => fields.Number("count"));

    public IEnumerable<SettingDefinition> Settings => [ThresholdDecree, ThresholdEventDate, SplitWindows, SplitMargins, ImprestLimits, QuotesMin];

    private static SettingField Event(string name) => new(name, SettingFieldKind.Choice, Choices: Events);

    private static ThresholdEvent EventOf(SettingFields fields, string name) => fields.Text(name) switch
    {
        "request-approval" => ThresholdEvent.RequestApproval,
        "notice" => ThresholdEvent.Notice,
        "contract" => ThresholdEvent.Contract,
        var other => throw new InvalidOperationException($"No such event: {other}"),
    };
}

/// <summary>The decrees as the sourcing rules read them.</summary>
public sealed class Decrees(ISettings settings)
{
    public async Task<DecreeTable> Table(CancellationToken ct) =>
        new([.. (await settings.History(SourcingSettings.ThresholdDecree, ct)).Select(d => new DatedDecree(d.Value, d.From, d.Id))]);
}
