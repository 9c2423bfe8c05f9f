using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Warehousing.Kardex;

/// <summary>
/// The kardex of one item in one accounting entity (کاردکس): quantity and rials as accounts keep them, newest first, apart from the keeper's
/// card.
/// </summary>
/// <param name="Unit">Any unit of the entity.</param>
/// <param name="Item">The item.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
[Requires(WarehousingPermissions.ReadValues)]
public sealed record Kardex(OrgUnitId Unit, ItemId Item, KardexCursor? After = null) : IQuery<Result<KardexPage>>;

/// <summary>Where a page ended, with quantity and rials before its last row.</summary>
public sealed record KardexCursor(DateOnly Effective, long Seq, long Quantity, long Rials);

public sealed record KardexPage(CardHead Head, Quantity Quantity, Rials Value, IReadOnlyList<KardexRow> Rows, KardexCursor? Next);

/// <param name="Seq">Its place in the ledger.</param>
/// <param name="Effective">The business day.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="Entry">What the entry is.</param>
/// <param name="StoreName">The store whose book it values.</param>
/// <param name="Quantity">Signed quantity; zero where only the value changed.</param>
/// <param name="Value">Signed rials in stock.</param>
/// <param name="Cost">Signed rials that went straight into cost, because the goods had left.</param>
/// <param name="QuantityAfter">Quantity after it.</param>
/// <param name="ValueAfter">Rials after it.</param>
/// <param name="Document">The document.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number for the API.</param>
/// <param name="NumberFa">Its number for people.</param>
public sealed record KardexRow(
    long Seq, DateOnly Effective, DateTimeOffset PostedAt, ValueEntryKind Entry, string StoreName, SignedQuantity Quantity, SignedRials Value, SignedRials Cost,
    SignedQuantity QuantityAfter, SignedRials ValueAfter, DocumentId Document, string Kind, string Number, string NumberFa);

public sealed record StoredKardexRow(
    long Seq, DateOnly Effective, DateTimeOffset PostedAt, ValueEntryKind Entry, string StoreName, long Quantity, long Rials, long Cost, DocumentId Document,
    string Kind, string Series, int Year, int Serial);

public sealed record StoredKardexPage(long Quantity, long Rials, IReadOnlyList<StoredKardexRow> Rows, bool More);

public interface IKardexQueries
{
    Task<StoredKardexPage> Page(OrgUnitId entity, Kardex asked, CancellationToken ct);
}

internal sealed class KardexHandler(StoreSight sight, IKardexQueries queries, IStockCardQueries cards, ChartOfCall charts, DocumentRegistry registry)
    : IQueryHandler<Kardex, Result<KardexPage>>
{
    public async Task<Result<KardexPage>> Handle(Kardex query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var entity = AccountingEntity.Of(chart, query.Unit);
        if (!(await sight.Scope(cancellationToken)).Covers(entity) || chart.Unit(entity) is not { } unit)
            return Refusal.NotFound("warehousing.unit-not-found");
        if (await cards.HeadOf(query.Item, cancellationToken) is not { } head) return Refusal.NotFound("warehousing.item-not-found");

        var page = await queries.Page(entity, query, cancellationToken);
        var (quantity, rials) = (page.Quantity, page.Rials);
        var rows = new List<KardexRow>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            var kind = new DocumentKind(row.Kind);
            string Number(bool persian) => row.Serial == 0 ? "" : registry.NumberOf(kind, row.Series, row.Year, row.Serial, persian);
            rows.Add(new KardexRow(
                row.Seq, row.Effective, row.PostedAt, row.Entry, row.StoreName, new SignedQuantity(row.Quantity), new SignedRials(row.Rials), new SignedRials(row.Cost),
                new SignedQuantity(quantity), new SignedRials(rials), row.Document, row.Kind, Number(false), Number(true)));
            (quantity, rials) = (quantity - row.Quantity, rials - row.Rials);
        }

        return new KardexPage(
            head with { Holder = unit.Name, HolderEn = unit.NameEn }, Quantity.FromScaled(page.Quantity), Rials.FromStored(page.Rials), rows,
            page.More ? new KardexCursor(page.Rows[^1].Effective, page.Rows[^1].Seq, quantity, rials) : null);
    }
}
