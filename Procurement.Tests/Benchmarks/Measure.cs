namespace Procurement.Tests.Benchmarks;

/// <summary>One line of the table of targets.</summary>
/// <param name="Key">Names it in the JSON.</param>
/// <param name="Title">What is measured.</param>
/// <param name="Unit">Unit of the number.</param>
/// <param name="Target">What it should be, in words.</param>
/// <param name="Limit">The number of the target; null where there is none.</param>
/// <param name="AtLeast">Whether more is better.</param>
/// <param name="Peers">The same work by the peers, measured on a machine of this kind.</param>
internal sealed record Measure(string Key, string Title, string Unit, string Target, double? Limit, bool AtLeast, string Peers)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("floor", "machine floor: durable 15-row commits, bare driver", "/s", "", null, true, ""),
        new("p5-single", "P5-full, signing singly", "chains/s", ">= 8", 8, true, "Tryton 3.4, Odoo 6.2 (no signatures)"),
        new("p5-single-p95", "P5-full, signing singly, one chain p95", "ms", "", null, false, "Tryton 3600, Odoo 1600"),
        new("p5-list", "P5-full, signing lists", "chains/s", ">= 20", 20, true, "Tryton 3.4, Odoo 6.2 (no signatures)"),
        new("i3", "I3-full", "chains/s", ">= 40", 40, true, "Tryton 8.3, Odoo 11.2"),
        new("commands", "commands of P5-full", "/s", ">= 25 % of the floor", null, true, ""),
        new("commands-per-chain", "commands of one P5 chain", "", "about 48", null, true, ""),
        new("command-p95", "one command p95", "ms", "", null, false, ""),
        new("server-cpu", "processor time of the server, one P5 chain", "ms", "", null, false, ""),
        new("client-cpu", "processor time of the clients, one P5 chain", "ms", "", null, false, ""),
        new("item", "one item a call", "/s", ">= 800", 800, true, "Tryton 25, Odoo 39"),
        new("import", "lines of a first count by import", "/s", ">= 10,000", 10_000, true, "Tryton 190, Odoo 65"),
        new("moves", "moves posted to the ledger", "/s", "", null, true, ""),
        new("balance-at", "all items of a store on a past day, p50", "ms", "<= 15", 15, false, "Tryton 229, Odoo 167"),
        new("card", "first page of a stock card, p50", "ms", "<= 5", 5, false, "Tryton 625, Odoo 6.7"),
        new("list-1", "list page as HTML (50 rows), 1 client p50", "ms", "<= 8", 8, false, "Tryton 29, Odoo 19 (data only)"),
        new("list-8", "list page as HTML (50 rows), all clients p95", "ms", "<= 40", 40, false, "Tryton 342, Odoo 81 (data only)"),
        new("inbox", "inbox of waiting documents, p50", "ms", "", null, false, ""),
        new("r1", "R1 over the year", "ms", "", null, false, ""),
        new("r4", "R4 over the year", "ms", "", null, false, ""),
        new("verify", "verify-log", "leaves/s", "", null, true, ""),
        new("memory", "peak memory of the server", "MiB", "<= 250", 250, false, "Tryton 224+377, Odoo 541+690"),
    ];

    /// <summary>Whether a number meets the target; null where there is none.</summary>
    public bool? IsMet(double value) => Limit is { } limit ? AtLeast ? value >= limit : value <= limit : null;
}

/// <summary>Numbers of the rounds of one measurement.</summary>
internal static class Rounds
{
    public static double Median(this IEnumerable<double> values) => values.At(0.5);

    public static double P95(this IEnumerable<double> values) => values.At(0.95);

    private static double At(this IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];
    }
}
