using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.Facts;

/// <summary>What the chain may ask about goods received, and services and works accepted, of an order or contract.</summary>
public interface IAcceptedDeliveries
{
    /// <summary>Everything accepted in effect under a deal, oldest first.</summary>
    Task<IReadOnlyList<AcceptedDelivery>> Of(DocumentId deal, CancellationToken ct);

    /// <summary>What requesters refused of each line of a deal.</summary>
    Task<IReadOnlyDictionary<Guid, Quantity>> Refused(DocumentId deal, CancellationToken ct);

    /// <summary>Signatures still owed on receipts or acceptances, and on the conformance reports behind them (documents 2, timing).</summary>
    Task<IReadOnlyList<OwedSignature>> Owed(IReadOnlyCollection<DocumentId> deliveries, CancellationToken ct);
}

/// <param name="Kind">Goods receipt or acceptance of service or works.</param>
/// <param name="Document">The document.</param>
/// <param name="Number">Its number as the API writes it.</param>
/// <param name="NumberFa">Its number as people read it.</param>
/// <param name="Line">Its line.</param>
/// <param name="BasisLine">The deal's line.</param>
/// <param name="Store">The store goods entered; null for services and works.</param>
/// <param name="Item">The item; null for services and works.</param>
/// <param name="Quantity">Accepted quantity.</param>
/// <param name="UnitPrice">Rials a base unit it was accepted at.</param>
/// <param name="Value">Its value as a whole.</param>
/// <param name="IsPriceCut">Accepted at a lower price under a waiver.</param>
/// <param name="By">Who drafted the document: the keeper of a receipt.</param>
/// <param name="At">When it took effect.</param>
public sealed record AcceptedDelivery(
    DocumentKind Kind, DocumentId Document, string Number, string NumberFa, Guid Line, Guid BasisLine, StoreId? Store, ItemId? Item, Quantity Quantity,
    Rials UnitPrice, Rials Value, bool IsPriceCut, PersonId By, DateTimeOffset At);

/// <summary>A signature a document in effect still lacks.</summary>
public sealed record OwedSignature(DocumentId Document, string Number, string NumberFa, Capacity Capacity);
