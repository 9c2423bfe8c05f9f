using System.Globalization;
using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing.CheckStock;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Report R1 over the whole body, for the verb: every stored stock figure against the append-only rows it follows from.</summary>
internal sealed class StockLedgerCheck(IStockChecks checks) : ILedgerCheck
{
    public string Name => "stock moves, balances, reservations and values";

    public async Task<IReadOnlyList<string>> Differences(CancellationToken ct) =>
    [
        .. (await checks.Recompute(null, ct)).Differences.Select(d => string.Create(
            CultureInfo.InvariantCulture,
            $"{d.Kind} of {d.Holder}, item {d.Item.Value}{(d.Day is { } day ? $" on {day:yyyy-MM-dd}" : "")}: {d.Recomputed} by its moves, {d.Stored} stored")),
    ];
}
