using Procurement.Domain.Settings;

namespace Procurement.Application.Settings;

/// <summary>Which version of a setting holds when: the last one decided for a day wins, and holds until the next begins.</summary>
public static class SettingTimeline
{
    /// <summary>The versions that count, oldest first; of two that begin on one day the later decided one replaces the other.</summary>
    public static IReadOnlyList<SettingVersion> Of(IEnumerable<SettingVersion> versions) =>
    [
        .. versions.Where(v => v is { EffectiveFrom: not null, State: SettingState.Shipped or SettingState.Approved })
            .GroupBy(v => v.EffectiveFrom!.Value)
            .Select(day => day.OrderBy(v => v.DecidedAt ?? DateTimeOffset.MinValue).ThenBy(v => v.Id.Value).Last())
            .OrderBy(v => v.EffectiveFrom),
    ];

    /// <summary>The version in force on a day; null when none was yet.</summary>
    public static SettingVersion? On(IReadOnlyList<SettingVersion> timeline, DateOnly day) => timeline.LastOrDefault(v => v.EffectiveFrom <= day);

    /// <summary>The last day a version holds; null while it has no successor or does not count.</summary>
    public static DateOnly? LastDay(IReadOnlyList<SettingVersion> timeline, SettingVersion version)
    {
        for (var i = 0; i < timeline.Count - 1; i++)
        {
            if (timeline[i] == version) return timeline[i + 1].EffectiveFrom!.Value.AddDays(-1);
        }

        return null;
    }
}
