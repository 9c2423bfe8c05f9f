using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Ledgers;

/// <summary>
/// One line grew out of another: how much, for how many rials (R4 reads these). Written by the use case that derives a line, many to many.
/// </summary>
public sealed record LineLinkPosting(
    DocumentKind FromKind, DocumentId FromDocument, Guid FromLine, DocumentKind ToKind, DocumentId ToDocument, Guid ToLine,
    Quantity Quantity, Rials Rials) : Posting;

/// <summary>What grew out of a line so far.</summary>
public sealed record LineLinkRow(
    string FromKind, DocumentId FromDocument, Guid FromLine, string ToKind, DocumentId ToDocument, Guid ToLine, Quantity Quantity, Rials Rials);

public interface ILineLinks
{
    Task<IReadOnlyList<LineLinkRow>> From(DocumentId document, CancellationToken ct);

    Task<IReadOnlyList<LineLinkRow>> To(DocumentId document, CancellationToken ct);
}
