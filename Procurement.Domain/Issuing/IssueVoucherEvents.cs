using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>What one voucher line takes over from the reservation of its request's line.</summary>
/// <param name="Line">The voucher's line.</param>
/// <param name="RequestLine">The request's line.</param>
/// <param name="Item">What is handed over.</param>
/// <param name="Quantity">How much.</param>
/// <param name="IsSubstitute">Another item than the one held for the request.</param>
public sealed record HeldLine(Guid Line, Guid RequestLine, ItemId Item, Quantity Quantity, bool IsSubstitute);

/// <summary>A voucher is on its route: from now on the goods are held in its name.</summary>
public sealed record IssueVoucherSubmitted(
    DocumentId DocumentId, StoreId Store, DocumentId Request, string StoreCode, OrgUnitId Unit, Rials Value, bool SignsAfter, IReadOnlyList<HeldLine> Lines) : IDomainEvent;

/// <summary>A voucher left its route before its effect: the goods are held for the request again.</summary>
public sealed record IssueVoucherGivenBack(DocumentId DocumentId, StoreId Store, DocumentId Request, IReadOnlyList<HeldLine> Lines) : IDomainEvent;

/// <summary>The store may hand over.</summary>
public sealed record IssueVoucherTookEffect(DocumentId DocumentId, StoreId Store, DocumentId Request, DateTimeOffset At, IReadOnlyList<IssueLine> Lines) : IDocumentTookEffect;

/// <summary>What was not handed over is given up: nothing is held for the voucher any more.</summary>
public sealed record IssueVoucherClosedShort(DocumentId DocumentId, StoreId Store) : IDomainEvent;
