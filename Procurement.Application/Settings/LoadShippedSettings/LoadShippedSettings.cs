using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Settings.LoadShippedSettings;

/// <summary>
/// Puts the values that ship into an empty register: the system's act at first start. With samples, also those a demonstration needs where
/// nothing verified could ship.
/// </summary>
/// <param name="WithSamples">Adds the sample values, marked «نمونه».</param>
[Requires(SettingsPermissions.Load)]
public sealed record LoadShippedSettings(bool WithSamples = false) : ICommand<Result<int>>;

internal sealed class LoadShippedSettingsHandler(
    SettingRegistry registry, ISettingVersions versions, IShippedSettings shipped, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<LoadShippedSettings, Result<int>>
{
    public async Task<Result<int>> Handle(LoadShippedSettings command, CancellationToken cancellationToken)
    {
        if (!actor.IsSystem) return Refusal.Forbidden("shared.not-permitted", nameof(LoadShippedSettings));

        var known = await versions.All(cancellationToken);
        var loaded = 0;
        if (!known.Any(v => v is { State: SettingState.Shipped, IsSample: false })) loaded += Add(shipped.Defaults(), false);
        if (command.WithSamples && !known.Any(v => v.IsSample)) loaded += Add(shipped.Samples(), true);
        return loaded;
    }

    private int Add(IReadOnlyList<ShippedSetting> settings, bool isSample)
    {
        var loaded = 0;
        foreach (var setting in settings)
        {
            if (setting.Values is null) continue; // ships empty: the first use asks for it by name
            var definition = registry.Find(setting.Key) ?? throw new InvalidOperationException($"The shipped file names an unknown setting: {setting.Key}");
            var version = SettingVersion.Ship(definition, setting.Values, setting.From, setting.LegalBasis, isSample, clock.Now);
            if (!version.Succeeded) throw new InvalidOperationException($"The shipped value of {setting.Key} is wrong: {version.Refusal}");

            versions.Add(version.Value);
            loaded++;
        }

        return loaded;
    }
}
