using Procurement.Application.Ledgers;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing;

/// <summary>
/// Goods go from one place to another: one row of the append-only move ledger (product 3.12). A physical place can never fall below zero;
/// a bin can never fall below what is reserved in its store.
/// </summary>
/// <remarks>
/// All postings of a command are netted before they are applied, so a pick (bin to hand-over place) and the
/// <see cref="ConsumeReservationPosting"/> of the same goods belong in one command. Whoever posts a move into or out of a store's book posts
/// its value in the same command.
/// </remarks>
/// <param name="Item">The item.</param>
/// <param name="Lot">Its lot; null for an item without lots.</param>
/// <param name="From">Where the goods come from.</param>
/// <param name="To">Where they go.</param>
/// <param name="Quantity">How much, in base units; zero is skipped.</param>
/// <param name="Effective">The business day it counts from: today, or an earlier day with <paramref name="BackDating"/>.</param>
/// <param name="Document">The document that moves them.</param>
/// <param name="Line">Its line.</param>
/// <param name="Reason">Why, as the card shows it.</param>
/// <param name="BackDating">Reason and second approval; needed when <paramref name="Effective"/> lies before the day of posting.</param>
public sealed record StockMovePosting(
    ItemId Item, LotId? Lot, StockPlace From, StockPlace To, Quantity Quantity, DateOnly Effective, DocumentId Document, Guid Line, MoveReason Reason,
    BackDating? BackDating = null) : Posting;

/// <summary>
/// Holds goods of a store for a line (رزرو): what is held cannot be picked for another. Refused when less is available
/// (in bins and not yet reserved). Postings for one line add up.
/// </summary>
/// <param name="Store">The store.</param>
/// <param name="Item">The item.</param>
/// <param name="Lot">A lot that must be the one; null for any.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Document">The document that reserves.</param>
/// <param name="Line">Its line; with the document, the name under which it is consumed or released.</param>
public sealed record ReservePosting(StoreId Store, ItemId Item, LotId? Lot, Quantity Quantity, DocumentId Document, Guid Line) : Posting;

/// <summary>Gives back exactly what is still held for a document, or for one line of it; releasing nothing is no fault.</summary>
public sealed record ReleasePosting(DocumentId Document, Guid? Line = null) : Posting;

/// <summary>
/// What was held for a line is taken for the purpose it was held for. Post the pick of the goods in the same command. Taking more than is
/// held is refused.
/// </summary>
/// <param name="ReservedBy">The document that reserved.</param>
/// <param name="Line">Its line.</param>
/// <param name="Store">The store.</param>
/// <param name="Quantity">How much of it.</param>
public sealed record ConsumeReservationPosting(DocumentId ReservedBy, Guid Line, StoreId Store, Quantity Quantity) : Posting;
