using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.StockCard;

/// <summary>
/// The stock card of one item in one store (کارت موجودی), newest first by (effective day, sequence). No running balance is stored: it is
/// today's balance less everything newer, carried from page to page.
/// </summary>
/// <param name="Store">The store.</param>
/// <param name="Item">The item.</param>
/// <param name="Until">The last day to show; null for today.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
[Requires(WarehousingPermissions.Read)]
public sealed record StockCard(StoreId Store, ItemId Item, DateOnly? Until = null, CardCursor? After = null) : IQuery<Result<CardPage>>;

/// <summary>Where a page of a card ended, and the balance before its last row.</summary>
public sealed record CardCursor(DateOnly Effective, long Seq, long Balance);

public sealed record CardPage(CardHead Head, Quantity Balance, IReadOnlyList<CardRow> Rows, CardCursor? Next);

/// <summary>What heads a card or a kardex: the item, and whose book it is.</summary>
public sealed record CardHead(string ItemCode, string ItemName, string ItemNameEn, string Unit, string UnitEn)
{
    /// <summary>The store, or the accounting entity.</summary>
    public string Holder { get; init; } = "";

    public string HolderEn { get; init; } = "";
}

/// <summary>One row of a card.</summary>
/// <param name="Seq">Its place in the ledger.</param>
/// <param name="Effective">The day it counts from.</param>
/// <param name="PostedAt">When it was posted; another day when it was back-dated.</param>
/// <param name="Reason">Why the goods moved.</param>
/// <param name="In">In; zero on an outward row.</param>
/// <param name="Out">Out; zero on an inward row.</param>
/// <param name="Balance">In the book after it.</param>
/// <param name="Lot">The lot's code; empty without one.</param>
/// <param name="Document">The document that moved the goods.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number for the API.</param>
/// <param name="NumberFa">Its number for people.</param>
/// <param name="Other">The place on the other side.</param>
/// <param name="OtherName">The person, unit or store on the other side; empty for a virtual place.</param>
/// <param name="BackDatedBecause">Why it was back-dated; empty when it was not.</param>
public sealed record CardRow(
    long Seq, DateOnly Effective, DateTimeOffset PostedAt, MoveReason Reason, Quantity In, Quantity Out, Quantity Balance, string Lot,
    DocumentId Document, string Kind, string Number, string NumberFa, PlaceKind Other, string OtherName, string BackDatedBecause);

/// <summary>One row as stored, before its balance and names are worked out.</summary>
public sealed record StoredCardRow(
    long Seq, DateOnly Effective, DateTimeOffset PostedAt, MoveReason Reason, bool IsIn, Quantity Quantity, string Lot, DocumentId Document,
    string Kind, string Series, int Year, int Serial, PlaceKind Other, Guid OtherPlace, string OtherStore, string BackDatedBecause);

/// <summary>Rows of one page and the balance after the newest of them.</summary>
public sealed record StoredCardPage(long Balance, IReadOnlyList<StoredCardRow> Rows, bool More);

public interface IStockCardQueries
{
    /// <summary>The item's part of the head; null when there is no such item.</summary>
    Task<CardHead?> HeadOf(ItemId item, CancellationToken ct);

    Task<StoredCardPage> Page(StockCard asked, CancellationToken ct);
}

internal sealed class StockCardHandler(StoreSight sight, IStockCardQueries queries, ChartOfCall charts, DocumentRegistry registry)
    : IQueryHandler<StockCard, Result<CardPage>>
{
    public async Task<Result<CardPage>> Handle(StockCard query, CancellationToken cancellationToken)
    {
        var store = await sight.Find(query.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        if (await queries.HeadOf(query.Item, cancellationToken) is not { } head) return Refusal.NotFound("warehousing.item-not-found");

        var page = await queries.Page(query, cancellationToken);
        var chart = await charts.Get(cancellationToken);
        var running = page.Balance;
        var rows = new List<CardRow>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            rows.Add(Shown(row, running, chart));
            running -= row.IsIn ? row.Quantity.Scaled : -row.Quantity.Scaled;
        }

        return new CardPage(
            head with { Holder = store.Value.Name, HolderEn = store.Value.NameEn }, Quantity.FromScaled(page.Balance), rows, page.More ? new CardCursor(page.Rows[^1].Effective, page.Rows[^1].Seq, running) : null);
    }

    private CardRow Shown(StoredCardRow row, long balance, OrganisationChart chart)
    {
        var kind = new DocumentKind(row.Kind);
        string Number(bool persian) => row.Serial == 0 ? "" : registry.NumberOf(kind, row.Series, row.Year, row.Serial, persian);
        return new CardRow(
            row.Seq, row.Effective, row.PostedAt, row.Reason, row.IsIn ? row.Quantity : Quantity.Zero, row.IsIn ? Quantity.Zero : row.Quantity,
            Quantity.FromScaled(balance), row.Lot, row.Document, row.Kind, Number(false), Number(true), row.Other,
            row.Other switch
            {
                PlaceKind.Custody => chart.NameOf(new PersonId(row.OtherPlace)),
                PlaceKind.Consumption => chart.Unit(new OrgUnitId(row.OtherPlace))?.Name ?? "",
                _ => row.OtherStore,
            },
            row.BackDatedBecause);
    }
}
