using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Settings;

/// <summary>A value in force on a day, with the version it was read from.</summary>
public sealed record InForce<T>(SettingId Id, T Value, DateOnly From, string LegalBasis, bool IsSample);

/// <summary>Values of the settings register on a day. What nobody has entered is refused by name, never guessed.</summary>
public interface ISettings
{
    /// <summary>The value in force on the day; a refusal names the setting and its article when there is none.</summary>
    Task<Result<InForce<T>>> Require<T>(SettingDefinition<T> definition, DateOnly day, CancellationToken ct);

    /// <summary>Every value that was, is or will be in force, oldest first; with shipped ones whose day is unknown at the end.</summary>
    Task<IReadOnlyList<(T Value, DateOnly? From, SettingId Id)>> History<T>(SettingDefinition<T> definition, CancellationToken ct);
}

/// <summary>The settings of a capability; found by scan.</summary>
public interface ISettingSource
{
    IEnumerable<SettingDefinition> Settings { get; }
}

/// <summary>Every setting there is, by key.</summary>
public sealed class SettingRegistry(IEnumerable<ISettingSource> sources)
{
    private readonly Dictionary<string, SettingDefinition> _byKey = sources.SelectMany(s => s.Settings).ToDictionary(s => s.Key, StringComparer.Ordinal);

    public IEnumerable<SettingDefinition> All => _byKey.Values.OrderBy(s => s.Key, StringComparer.Ordinal);

    public SettingDefinition? Find(string key) => _byKey.GetValueOrDefault(key);
}

/// <summary>Versions of settings, tracked.</summary>
public interface ISettingVersions
{
    Task<SettingVersion?> Find(SettingId id, CancellationToken ct);

    Task<IReadOnlyList<SettingVersion>> All(CancellationToken ct);

    void Add(SettingVersion version);
}

/// <summary>A value as the shipped file states it; without value or day where nobody could verify it.</summary>
public sealed record ShippedSetting(string Key, DateOnly? From, IReadOnlyDictionary<string, string?>? Values, string LegalBasis);

/// <summary>The readable files of values that come with the product, and of samples for demonstration.</summary>
public interface IShippedSettings
{
    IReadOnlyList<ShippedSetting> Defaults();

    IReadOnlyList<ShippedSetting> Samples();
}
