using System.Reflection;
using System.Text.Json;
using Procurement.Application.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Settings;

/// <summary>Reads <c>defaults.json</c> and <c>samples.json</c>, which ship inside the program.</summary>
internal sealed class ShippedSettings : IShippedSettings
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public IReadOnlyList<ShippedSetting> Defaults() => Read("defaults.json");

    public IReadOnlyList<ShippedSetting> Samples() => Read("samples.json");

    private static IReadOnlyList<ShippedSetting> Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(ShippedSettings), file)
            ?? throw new InvalidOperationException($"{file} is not in the program.");
        var rows = JsonSerializer.Deserialize<List<Row>>(stream, Options) ?? [];
        return [.. rows.Select(r => new ShippedSetting(r.Key, Day(r), r.Values, r.Basis))];
    }

    private static DateOnly? Day(Row row)
    {
        if (row.From is null) return null;
        return JalaliDate.TryParse(row.From, out var day) ? day.ToDateOnly() : throw new InvalidOperationException($"{row.Key}: {row.From} is not a Jalali date.");
    }

    private sealed record Row(string Key, string? From, Dictionary<string, string?>? Values, string Basis);
}
