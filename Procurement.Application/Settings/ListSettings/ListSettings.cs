using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Settings.ListSettings;

/// <summary>The whole register: every setting with its article, and every value it had, has or will have.</summary>
[Requires(SettingsPermissions.Read)]
public sealed record ListSettings : IQuery<Result<IReadOnlyList<SettingView>>>;

public sealed record SettingView(string Key, string Article, IReadOnlyList<SettingField> Fields, IReadOnlyList<SettingVersionView> Versions)
{
    /// <summary>The value in force today; null where the first use will refuse.</summary>
    public SettingVersionView? Now => Versions.FirstOrDefault(v => v.HoldsNow);
}

/// <summary>One value with its days; <c>To</c> is the day before the next one begins.</summary>
public sealed record SettingVersionView(
    SettingId Id, IReadOnlyDictionary<string, string> Values, DateOnly? From, DateOnly? To, string LegalBasis, SettingState State, bool IsSample,
    PersonId? ProposedById, string ProposedBy, DateTimeOffset ProposedAt, string DecidedBy, DateTimeOffset? DecidedAt, string Reason, bool HoldsNow);

internal sealed class ListSettingsHandler(SettingRegistry registry, ISettingVersions versions, ChartOfCall charts, IBodyClock clock)
    : IQueryHandler<ListSettings, Result<IReadOnlyList<SettingView>>>
{
    public async Task<Result<IReadOnlyList<SettingView>>> Handle(ListSettings query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var all = (await versions.All(cancellationToken)).ToLookup(v => v.Key, StringComparer.Ordinal);
        return Result<IReadOnlyList<SettingView>>.Of(
            [.. registry.All.Select(d => new SettingView(d.Key, d.Article, d.Fields, Views([.. all[d.Key]], chart, clock.Today)))]);
    }

    private static IReadOnlyList<SettingVersionView> Views(IReadOnlyList<SettingVersion> versions, OrganisationChart chart, DateOnly today)
    {
        var timeline = SettingTimeline.Of(versions);
        var holding = SettingTimeline.On(timeline, today);
        return
        [
            .. versions
                .OrderByDescending(v => v.State == SettingState.Proposed).ThenByDescending(v => v.EffectiveFrom ?? DateOnly.MinValue).ThenByDescending(v => v.Id.Value)
                .Select(v => new SettingVersionView(
                    v.Id, v.Fields.Values, v.EffectiveFrom, SettingTimeline.LastDay(timeline, v), v.LegalBasis, v.State, v.IsSample, v.ProposedBy, Name(chart, v.ProposedBy),
                    v.ProposedAt, Name(chart, v.DecidedBy), v.DecidedAt, v.Reason, v == holding)),
        ];
    }

    private static string Name(OrganisationChart chart, PersonId? person) => person is { } id ? chart.NameOf(id) : "";
}
