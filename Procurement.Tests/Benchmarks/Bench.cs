using Procurement.Tests.Load;
using Procurement.Tests.Support;

namespace Procurement.Tests.Benchmarks;

/// <summary>What this assembly does when it is started by itself: <c>bench</c>, <c>load</c> and <c>crash</c> (./eng/bench, ./eng/crash).</summary>
public static class Bench
{
    public static async Task<int> Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var verb = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "bench";
        var options = BenchOptions.Read([.. args.SkipWhile(arg => !arg.StartsWith('-'))]);
        switch (verb)
        {
            case "bench":
                await Measurements.Take(options, Console.Out);
                return 0;
            case "load":
                await Load(options, Console.Out);
                return 0;
            case "crash":
                await Crash(options, Console.Out);
                return 0;
            default:
                await Console.Error.WriteLineAsync("bench | load | crash, each with --chains, --clients, --kills, --moves … and a number");
                return 2;
        }
    }

    /// <summary>Whole chains by many clients at once, and then every book against every other.</summary>
    private static async Task Load(BenchOptions options, TextWriter output)
    {
        foreach (var engine in options.Engines)
        {
            var databases = new DatabaseFixture();
            try
            {
                await using var run = await LoadRun.Over(await databases.Fresh(engine));
                var took = await run.Work(options.Chains, options.Clients);
                await AfterLoad.HoldsTogether(run);
                await output.WriteLineAsync(
                    $"{engine}: {run.Purchases} purchases and {run.Issues} issues by {options.Clients} clients in {took.TotalSeconds:0.0} s, {run.Journal.Commands.Count} commands, {run.Journal.Busy} brought again: every book agrees.");
            }
            finally
            {
                await databases.DisposeAsync();
            }
        }
    }

    /// <summary>The same while the server is killed again and again.</summary>
    private static async Task Crash(BenchOptions options, TextWriter output)
    {
        foreach (var engine in options.Engines)
        {
            var databases = new DatabaseFixture();
            try
            {
                await using var run = await LoadRun.Over(await databases.Fresh(engine));
                await Killing.UnderLoad(run, options.Kills, options.Clients, options.Seed);
                await AfterLoad.HoldsTogether(run);
                await output.WriteLineAsync(
                    $"{engine}: {options.Kills} kills, {run.Journal.Commands.Count} commands acknowledged and each there once, {run.Journal.Unanswered} calls cut off, {run.Purchases} purchases and {run.Issues} issues through: every book agrees.");
            }
            finally
            {
                await databases.DisposeAsync();
            }
        }
    }
}
