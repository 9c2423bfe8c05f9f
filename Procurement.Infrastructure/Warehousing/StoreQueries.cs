using System.Globalization;
using System.Text;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Application.Warehousing.StockOnDay;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Stores and what lies in them, page by page along (sort key, id).</summary>
internal sealed class StoreQueries(ISqlSession sql) : IStoreQueries, IBinQueries, IStockQueries, IStockOnDayQueries
{
    private const int PageSize = 50;

    public async Task<StorePage> Page(ListStores asked, UnitScope scope, CancellationToken ct)
    {
        if (!scope.All && scope.Units.Count == 0) return new StorePage([], null);

        var question = new Question(
            """
            SELECT s.id, s.code, s.name, s.name_en, s.unit_id, s.is_active, s.closed_through, s.sort_key,
                (SELECT COUNT(*) FROM stock_level l WHERE l.store_id = s.id AND l.booked > 0),
                (SELECT COUNT(DISTINCT b.item_id) FROM stock_balance b WHERE b.store_id = s.id AND b.place_kind = 1 AND b.qty > 0)
            FROM store s WHERE 1 = 1
            """);
        if (!scope.All) question.Add($" AND s.unit_id IN ({question.List(scope.Units.Select(u => (object?)u))})");
        if (!asked.WithClosed) question.Add($" AND s.is_active = {question.Of(true)}");
        question.AddWords("s.folded", asked.Search);
        if (asked.After is { } after) question.Add($" AND (s.sort_key, s.id) > ({question.Of(after.SortKey)}, {question.Of(new StoreId(after.Id))})");
        question.Add($" ORDER BY s.sort_key, s.id LIMIT {PageSize + 1}");

        var rows = await sql.Query(
            question.Text, question.Values,
            row => (SortKey: row.GetString(7), Row: new StoreRow(
                row.GetId<StoreId>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetId<OrgUnitId>(4), row.GetInt64(8), row.GetInt64(9),
                row.GetBoolean(5), row.IsDBNull(6) ? null : row.GetDate(6))), ct);
        var shown = rows.Take(PageSize).ToList();
        return new StorePage([.. shown.Select(r => r.Row)], rows.Count > PageSize ? new StockCursor(shown[^1].SortKey, shown[^1].Row.Id.Value) : null);
    }

    public Task<IReadOnlyList<BinView>> BinsOf(StoreId store, CancellationToken ct) => sql.Query(
        $"""
        SELECT p.id, p.code, p.name, p.is_active, (SELECT COUNT(DISTINCT b.item_id) FROM stock_balance b WHERE b.place_id = p.id AND b.qty > 0)
        FROM place p WHERE p.store_id = {store} AND p.kind = {PlaceKind.Bin} ORDER BY p.code
        """,
        row => new BinView(row.GetId<PlaceId>(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetInt64(4)), ct);

    public async Task<StockPage> Page(ListStock asked, CancellationToken ct)
    {
        // An item still in its first quarantine has no level of its own yet, so both tables are asked.
        var question = new Question(
            """
            SELECT i.id, i.code, i.name, i.name_en, u.name, u.name_en, COALESCE(l.on_hand, 0), COALESCE(l.reserved, 0), COALESCE(l.booked, 0),
                COALESCE(q.qty, 0), i.reorder_point, i.sort_key
            FROM item i JOIN unit_of_measure u ON u.code = i.base_unit
            """);
        question.Add($" LEFT JOIN stock_level l ON l.item_id = i.id AND l.store_id = {question.Of(asked.Store)}");
        // What lies in quarantine is little beside what was ever in the store: that list begins with it.
        question.Add(
            (asked.Only == StockFilter.InQuarantine ? " JOIN" : " LEFT JOIN") + " (SELECT item_id, SUM(qty) AS qty FROM stock_balance " +
            $"WHERE store_id = {question.Of(asked.Store)} AND place_kind = 1 AND qty > 0 GROUP BY item_id) q ON q.item_id = i.id");
        question.Add(" WHERE (l.item_id IS NOT NULL OR q.item_id IS NOT NULL)");
        question.Add(asked.Only switch
        {
            StockFilter.InStock => " AND (l.booked > 0 OR q.qty > 0)",
            StockFilter.BelowReorder => " AND i.reorder_point IS NOT NULL AND COALESCE(l.on_hand - l.reserved, 0) <= i.reorder_point",
            StockFilter.InQuarantine => " AND q.qty > 0",
            _ => "",
        });
        question.AddWords("i.folded", asked.Search);
        if (asked.After is { } after) question.Add($" AND (i.sort_key, i.id) > ({question.Of(after.SortKey)}, {question.Of(new ItemId(after.Id))})");
        question.Add($" ORDER BY i.sort_key, i.id LIMIT {PageSize + 1}");

        var rows = await sql.Query(
            question.Text, question.Values,
            row => (SortKey: row.GetString(11), Row: new StockRow(
                row.GetId<ItemId>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
                Quantity.FromScaled(row.GetInt64(6)), Quantity.FromScaled(row.GetInt64(7)), Quantity.FromScaled(row.GetInt64(8) - row.GetInt64(6)),
                Quantity.FromScaled(row.GetSum(9)), row.GetLongOrNull(10) is { } point ? Quantity.FromScaled(point) : null)), ct);
        var shown = rows.Take(PageSize).ToList();
        return new StockPage([.. shown.Select(r => r.Row)], rows.Count > PageSize ? new StockCursor(shown[^1].SortKey, shown[^1].Row.Item.Value) : null);
    }

    public Task<IReadOnlyList<StockOnDayRow>> Of(StoreId store, DateOnly day, CancellationToken ct) => sql.Query(
        $"""
        SELECT i.id, i.code, i.name, i.name_en, u.name, u.name_en, held.closing
        FROM (SELECT l.item_id,
                (SELECT d.closing FROM balance_day d WHERE d.store_id = l.store_id AND d.item_id = l.item_id AND d.day <= {day} ORDER BY d.day DESC LIMIT 1) AS closing
            FROM stock_level l WHERE l.store_id = {store}) AS held
        JOIN item i ON i.id = held.item_id JOIN unit_of_measure u ON u.code = i.base_unit
        WHERE held.closing > 0 ORDER BY i.sort_key, i.id
        """,
        row => new StockOnDayRow(
            row.GetId<ItemId>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), Quantity.FromScaled(row.GetInt64(6))), ct);

    /// <summary>A question put together from parts, its values numbered as they come.</summary>
    private sealed class Question(string start)
    {
        private readonly StringBuilder _text = new(start);
        private readonly List<object?> _values = [];

        public string Text => _text.ToString();

        public IReadOnlyList<object?> Values => _values;

        public string Of(object? value)
        {
            _values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"@p{_values.Count - 1}");
        }

        public string List(IEnumerable<object?> values) => string.Join(", ", values.Select(Of));

        public void Add(string part) => _text.Append(part);

        public void AddWords(string column, string? typed)
        {
            foreach (var word in PersianText.SearchWords(typed))
            {
                var pattern = "%" + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
                Add($" AND {column} LIKE {Of(pattern)} ESCAPE '\\'");
            }
        }
    }
}
