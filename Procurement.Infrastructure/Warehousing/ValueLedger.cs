using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Rials of what is in stock, by moving average per accounting entity (law file 6.4). An entry is never recomputed.</summary>
/// <remarks>
/// Rows of one item are worked in the order: what comes in, what the invoice confirms, what is revalued, what goes out. Each balance row is
/// locked once, in key order, and written back once.
/// </remarks>
internal sealed class ValueLedger(ISqlSession sql, StockRefusals refusals) : ILedger
{
    public int Order => 50;

    public bool Takes(Posting posting) => posting is ValuePosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        var perItem = postings.Cast<ValuePosting>().GroupBy(p => (p.Entity, p.Item)).OrderBy(g => g.Key.Entity.Value).ThenBy(g => g.Key.Item.Value);
        foreach (var item in perItem)
        {
            var worth = await Lock(item.First(), ct);
            foreach (var posting in item.OrderBy(Turn))
            {
                var entered = await Enter(posting, worth, moment, ct);
                if (!entered.Succeeded) return entered;
            }

            await sql.Execute(
                $"UPDATE value_balance SET qty = {worth.Quantity}, rials = {worth.Rials} WHERE entity_id = {item.Key.Entity} AND item_id = {item.Key.Item}", ct);
        }

        return Result.Ok;
    }

    private static int Turn(ValuePosting posting) => posting switch
    {
        ValueInPosting => 1,
        ValueConfirmPosting => 2,
        RevaluePosting => 3,
        ValueOutPosting => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(posting), posting, "Unknown value posting."),
    };

    private async Task<Worth> Lock(ValuePosting posting, CancellationToken ct)
    {
        await sql.Execute(
            $"INSERT INTO value_balance (entity_id, item_id, qty, rials) VALUES ({posting.Entity}, {posting.Item}, 0, 0) ON CONFLICT (entity_id, item_id) DO NOTHING", ct);
        return (await sql.Query(
            "SELECT qty, rials FROM value_balance WHERE entity_id = @p0 AND item_id = @p1" + (sql.Engine == DatabaseEngine.PostgreSql ? " FOR UPDATE" : ""),
            [posting.Entity, posting.Item], row => new Worth { Quantity = row.GetInt64(0), Rials = row.GetInt64(1) }, ct))[0];
    }

    private async Task<Result> Enter(ValuePosting posting, Worth worth, PostingMoment moment, CancellationToken ct)
    {
        switch (posting)
        {
            case ValueInPosting entering:
                worth.Change(entering.Quantity.Scaled, entering.Value.Amount);
                await Insert(
                    posting, entering.IsProvisional ? ValueEntryKind.Provisional : ValueEntryKind.Entered, entering.Quantity.Scaled, entering.Value.Amount, 0, moment, ct);
                return Result.Ok;

            case ValueOutPosting leaving:
                if (leaving.Quantity.Scaled > worth.Quantity) return await refusals.ValueNotCovered(posting.Item, worth.Quantity, ct);
                var cost = worth.CostOf(leaving.Quantity.Scaled);
                worth.Change(-leaving.Quantity.Scaled, -cost);
                await Insert(posting, ValueEntryKind.Issued, -leaving.Quantity.Scaled, -cost, 0, moment, ct);
                return Result.Ok;

            case RevaluePosting revalued:
                if (worth.Quantity == 0) return await refusals.ValueNotCovered(posting.Item, 0, ct);
                if (worth.Rials + revalued.Difference.Amount < 0) return Refusal.Rule("warehousing.value-below-zero", worth.Rials);
                worth.Change(0, revalued.Difference.Amount);
                await Insert(posting, ValueEntryKind.Revalued, 0, revalued.Difference.Amount, 0, moment, ct);
                return Result.Ok;

            case ValueConfirmPosting confirmed:
                return await Confirm(confirmed, worth, moment, ct);

            default:
                throw new ArgumentOutOfRangeException(nameof(posting), posting, "Unknown value posting.");
        }
    }

    private async Task<Result> Confirm(ValueConfirmPosting posting, Worth worth, PostingMoment moment, CancellationToken ct)
    {
        var entered = await sql.Query(
            $"""
            SELECT SUM(qty), SUM(rials), COUNT(*) FROM value_entry
            WHERE document_id = {posting.ReceivedBy} AND line_id = {posting.ReceivedLine} AND item_id = {posting.Item} AND kind = {ValueEntryKind.Provisional}
            """, row => (Quantity: row.GetSum(0), Rials: row.GetSum(1), Count: row.GetInt64(2)), ct);
        var (received, provisional, count) = entered[0];
        if (count == 0) return Refusal.Rule("warehousing.nothing-to-confirm");
        var before = await sql.Query(
            $"SELECT 1 FROM value_entry WHERE received_by = {posting.ReceivedBy} AND received_line = {posting.ReceivedLine}", row => row.GetInt32(0), ct);
        if (before.Count > 0) return Refusal.Rule("warehousing.value-confirmed-already");

        // What is left of the receipt cannot be told from the rest of the item, so at most the receipt's quantity of it is taken as left.
        var difference = posting.Confirmed.Amount - provisional;
        var left = Math.Min(received, worth.Quantity);
        var onStock = left == received ? difference : (long)((Int128)difference * left / received);
        if (worth.Rials + onStock < 0) onStock = -worth.Rials;
        worth.Change(0, onStock);
        await Insert(posting, ValueEntryKind.Confirmed, 0, onStock, difference - onStock, moment, ct, posting.ReceivedBy, posting.ReceivedLine);
        return Result.Ok;
    }

    private async Task Insert(
        ValuePosting posting, ValueEntryKind kind, long quantity, long rials, long cost, PostingMoment moment, CancellationToken ct,
        Domain.SignOff.DocumentId? receivedBy = null, Guid? receivedLine = null) => await sql.Execute(
        $"""
        INSERT INTO value_entry (at, effective, entity_id, year, store_id, item_id, kind, qty, rials, cost, document_id, line_id, received_by, received_line, command_id)
        VALUES ({moment.At}, {posting.Effective}, {posting.Entity}, {FiscalYear.Of(posting.Effective).Year}, {posting.Store}, {posting.Item}, {kind},
            {quantity}, {rials}, {cost}, {posting.Document}, {posting.Line}, {receivedBy}, {receivedLine}, {moment.CommandId})
        """, ct);

    /// <summary>Quantity and rials of one item while its postings are worked through.</summary>
    private sealed class Worth
    {
        public required long Quantity { get; set; }

        public required long Rials { get; set; }

        public void Change(long quantity, long rials)
        {
            Quantity = checked(Quantity + quantity);
            Rials = checked(Rials + rials);
        }

        /// <summary>Moving average, half a rial upwards; the last of the item takes all that is left.</summary>
        public long CostOf(long quantity)
        {
            if (quantity == Quantity) return Rials;
            var cost = (long)((((Int128)Rials * quantity * 2) + Quantity) / ((Int128)Quantity * 2));
            return Math.Min(cost, Rials);
        }
    }
}
