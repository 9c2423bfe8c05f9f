using System.Globalization;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;

namespace Procurement.Tests.Benchmarks;

/// <summary>Sizes of a run, given as <c>--name value</c>; the defaults end in about ten minutes on a machine of two cores.</summary>
internal sealed class BenchOptions
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    private BenchOptions()
    {
    }

    /// <summary>Clients at work at once.</summary>
    public int Clients => Number("clients", 8);

    /// <summary>Purchase chains of a round.</summary>
    public int Chains => Number("chains", 16);

    public int Rounds => Math.Max(3, Number("rounds", 3));

    /// <summary>Chains of a lot whose documents are signed as lists.</summary>
    public int Lot => Number("lot", 10);

    /// <summary>Items entered in a round, one a call.</summary>
    public int Items => Number("items", 400);

    /// <summary>Moves in the store before it is asked for balances, cards and reports.</summary>
    public int Moves => Number("moves", 20_000);

    /// <summary>How often each reading is asked for in a round.</summary>
    public int Reads => Number("reads", 200);

    /// <summary>Documents that wait in one inbox.</summary>
    public int Inbox => Number("inbox", 200);

    public int Kills => Number("kills", 20);

    public int Seed => Number("seed", 1405);

    /// <summary>Where the JSON is put.</summary>
    public string Output => _given.GetValueOrDefault("output", Path.Combine("artifacts", "bench.json"));

    /// <summary>SQLite always, PostgreSQL where a server is given; one of them by <c>--engine</c>.</summary>
    public IEnumerable<DatabaseEngine> Engines => Enum.GetValues<DatabaseEngine>()
        .Where(engine => !_given.TryGetValue("engine", out var only) || string.Equals(only, engine.ToString(), StringComparison.OrdinalIgnoreCase))
        .Where(engine => engine == DatabaseEngine.Sqlite || PostgreSqlServer.WhyAbsent is null);

    /// <exception cref="ArgumentException">An option without a value, or a value that is no number.</exception>
    public static BenchOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Count) throw new ArgumentException($"Options are given as --name value, not {arguments[i]}.");
            options._given[arguments[i][2..]] = arguments[i + 1];
        }

        return options;
    }

    private int Number(string name, int usual) => !_given.TryGetValue(name, out var text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"--{name} takes a number, not {text}.");
}
