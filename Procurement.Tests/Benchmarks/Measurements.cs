using System.Globalization;
using System.Text.Json;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;

namespace Procurement.Tests.Benchmarks;

/// <summary>Measures every engine in one run and tells the table: target, measured, the machine's floor and the peers.</summary>
internal static class Measurements
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task Take(BenchOptions options, TextWriter output)
    {
        var measured = new Dictionary<DatabaseEngine, IReadOnlyDictionary<string, double>>();
        foreach (var engine in options.Engines)
        {
            var databases = new DatabaseFixture();
            try
            {
                await output.WriteLineAsync($"{engine} …");
                measured[engine] = await new EngineMeasurements(options, databases, engine, output).Take();
            }
            finally
            {
                await databases.DisposeAsync();
            }
        }

        await Tell(options, measured, output);
        await Keep(options, measured);
    }

    private static async Task Tell(BenchOptions options, Dictionary<DatabaseEngine, IReadOnlyDictionary<string, double>> measured, TextWriter output)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(
            $"{options.Clients} clients, {options.Rounds} rounds of {options.Chains} chains, {options.Moves} moves, {Environment.ProcessorCount} processors; medians of the rounds.");
        await output.WriteLineAsync($"| {"",-52} | {"target",-20} | {string.Join(" | ", measured.Keys.Select(e => $"{e,16}"))} | peers");
        foreach (var measure in Measure.All)
        {
            var cells = measured.Values.Select(values => Cell(measure, values));
            await output.WriteLineAsync($"| {measure.Title,-52} | {measure.Target,-20} | {string.Join(" | ", cells)} | {measure.Peers}");
        }

        foreach (var (engine, values) in measured)
        {
            if (values.TryGetValue("floor", out var floor) && values.TryGetValue("commands", out var commands))
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{engine}: commands are {commands / floor:P1} of the floor (target 25 %)."));
        }

        if (measured.TryGetValue(DatabaseEngine.Sqlite, out var lite) && measured.TryGetValue(DatabaseEngine.PostgreSql, out var server))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL does {server["p5-single"] / lite["p5-single"]:P0} of SQLite on P5-full (target 60 %)."));
        await output.WriteLineAsync("P5-bare and I3-bare are not measured: routes of one approver are illegal in the product, and this host has none injected.");
        await output.WriteLineAsync("! marks a target that is missed.");
    }

    private static string Cell(Measure measure, IReadOnlyDictionary<string, double> values)
    {
        if (!values.TryGetValue(measure.Key, out var value)) return $"{"-",16}";
        var number = string.Create(CultureInfo.InvariantCulture, $"{(measure.IsMet(value) == false ? "! " : "")}{value:#,0.#} {measure.Unit}");
        return $"{number,16}";
    }

    private static async Task Keep(BenchOptions options, Dictionary<DatabaseEngine, IReadOnlyDictionary<string, double>> measured)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(options.Output)) is { } folder) Directory.CreateDirectory(folder);
        var kept = new
        {
            at = TimeProvider.System.GetUtcNow(), processors = Environment.ProcessorCount, options.Clients, options.Chains, options.Rounds, options.Lot, options.Moves,
            measured = measured.ToDictionary(m => m.Key.ToString(), m => m.Value.ToDictionary(v => v.Key, v => Math.Round(v.Value, 2))),
        };
        await File.WriteAllTextAsync(options.Output, JsonSerializer.Serialize(kept, Indented));
    }
}
