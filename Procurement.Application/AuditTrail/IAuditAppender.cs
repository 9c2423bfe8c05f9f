using Procurement.Domain.AuditTrail;

namespace Procurement.Application.AuditTrail;

/// <summary>
/// Adds leaves to the audit tree inside the running transaction, as its last statement. A seam: a node set with synchronous replicas may
/// use a sequenced mode instead (docs/decisions/0006).
/// </summary>
public interface IAuditAppender
{
    Task Append(IReadOnlyList<AuditLeaf> leaves, CancellationToken ct);
}
