using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Procurement.Domain.Settings;
using Procurement.Web.Display;

namespace Procurement.Web.Resources;

/// <summary>Texts from the compiled resource files. A missing key is a programmer's fault: loud before release, readable after it.</summary>
public sealed class ResourceTexts(bool throwOnMissing) : ITexts
{
    private static readonly ConcurrentDictionary<string, ResourceManager?> Managers = new(StringComparer.Ordinal);

    public Language Language => Language.Current;

    public string this[string key] => Find(key) ?? Missing(key);

    public string this[string key, params object?[] args] => Find(key, args) ?? Missing(key);

    public string Of(Enum value) => this[KeyOf(value)];

    public string? Find(string key, params object?[] args)
    {
        var language = Language;
        var sentence = ManagerOf(key)?.GetString(key, language.Culture);
        return sentence is null || args.Length == 0
            ? sentence
            : string.Format(CultureInfo.InvariantCulture, sentence, Array.ConvertAll(args, Fact));
    }

    /// <summary>A fact inside a sentence: a value of an enumeration by its word, a setting by its name, everything else by its look.</summary>
    private object? Fact(object? fact) => fact switch
    {
        Enum value => this[KeyOf(value)],
        SettingName setting => Find($"settings.name-{setting.Key}") ?? setting.Key,
        _ => ReaderFormat.Fact(fact, Language),
    };

    /// <summary>The key of an enumeration value's word: <c>document-state.in-route</c>.</summary>
    internal static string KeyOf(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return $"{InWords(value.GetType().Name)}.{InWords(value.ToString())}";
    }

    private static string InWords(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static ResourceManager? ManagerOf(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 ? null : Managers.GetOrAdd(key[..dot], Open);
    }

    private static ResourceManager? Open(string area)
    {
        var assembly = typeof(ResourceTexts).Assembly;
        var name = $"{typeof(ResourceTexts).Namespace}.{area}";
        return assembly.GetManifestResourceInfo($"{name}.resources") is null ? null : new ResourceManager(name, assembly);
    }

    private string Missing(string key) =>
        throwOnMissing ? throw new MissingManifestResourceException($"No text for the key '{key}' in {Language.Code}.") : key;
}
