using System.Globalization;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.Shared.Names;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Domain.Organisation;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>R1: the moves, added up again, are the balances that are kept, and nothing is reserved that is not there.</summary>
/// <remarks>It looks at the books as they stand, whatever the period: a balance has no period.</remarks>
internal sealed class MovesBalancesAndReservations(IStockChecks checks, ISqlSession sql, NamedThings things) : IReconciliation
{
    private const string Balances = "balances-from-moves";
    private const string Reserved = "reserved-on-hand";
    private const string Values = "values-from-entries";

    public string Code => "R1";

    public ReportFilters Filters => ReportFilters.Unit | ReportFilters.Store | ReportFilters.Item;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("holder", ReportValue.Text), new("item", ReportValue.Text), new("day", ReportValue.Day), new("recomputed-quantity", ReportValue.Quantity),
        new("stored-quantity", ReportValue.Quantity),
    ];

    public async Task<ReportResult> Run(ReportScope scope, CancellationToken ct)
    {
        var findings = new ReportFindings(Balances, Reserved, Values);
        if (scope.Units.All && scope.Parameters.Store is null) await Add(findings, await checks.Recompute(null, ct), scope, ct);
        else foreach (var store in await StoresOf(scope, ct)) await Add(findings, await checks.Recompute(store, ct), scope, ct);
        return findings.Result();
    }

    private async Task<IReadOnlyList<StoreId>> StoresOf(ReportScope scope, CancellationToken ct)
    {
        var stores = await sql.Query($"SELECT id, unit_id FROM store ORDER BY id", row => (Id: row.GetId<StoreId>(0), Unit: row.GetId<OrgUnitId>(1)), ct);
        return [.. stores.Where(s => scope.Units.Covers(s.Unit) && (scope.Parameters.Store is not { } only || only == s.Id)).Select(s => s.Id)];
    }

    private async Task Add(ReportFindings findings, StockCheck check, ReportScope scope, CancellationToken ct)
    {
        findings.Compared(Balances, check.Balances);
        findings.Compared(Reserved, check.Reservations);
        var differences = check.Differences.Where(d => scope.Parameters.Item is not { } only || d.Item == only).ToList();
        var names = await things.Find([.. differences.SelectMany(d => new[] { d.Holder, d.Item.Value }).Distinct()], ct);
        foreach (var difference in differences)
        {
            findings.Differs(
                CheckOf(difference.Kind), ReasonOf(difference.Kind), null, NameOf(names, difference.Holder), NameOf(names, difference.Item.Value),
                difference.Day?.ToString("O", CultureInfo.InvariantCulture) ?? "", Number(difference.Recomputed), Number(difference.Stored));
        }
    }

    private static string CheckOf(StockDifferenceKind kind) => kind switch
    {
        StockDifferenceKind.Reserved or StockDifferenceKind.OverReserved => Reserved,
        StockDifferenceKind.ValueQuantity or StockDifferenceKind.ValueRials => Values,
        _ => Balances,
    };

    private static string ReasonOf(StockDifferenceKind kind) => kind switch
    {
        StockDifferenceKind.Place => "place-differs",
        StockDifferenceKind.OnHand => "on-hand-differs",
        StockDifferenceKind.Booked => "book-differs",
        StockDifferenceKind.Reserved => "reserved-differs",
        StockDifferenceKind.Day => "closing-differs",
        StockDifferenceKind.OverReserved => "more-reserved-than-on-hand",
        StockDifferenceKind.ValueQuantity => "value-quantity-differs",
        StockDifferenceKind.ValueRials => "value-rials-differs",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A difference without a word."),
    };

    private static string NameOf(IReadOnlyDictionary<Guid, NamedThing> names, Guid id) => names.TryGetValue(id, out var thing) ? thing.Name : id.ToString("D");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
