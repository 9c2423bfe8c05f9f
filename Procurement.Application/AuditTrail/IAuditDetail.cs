using Procurement.Domain.Shared;

namespace Procurement.Application.AuditTrail;

/// <summary>The answer of a command whose own leaf is to carry the hash of what came out, beside the leaves of documents it touched.</summary>
public interface IAuditDetail
{
    Sha256Hash DetailHash { get; }
}
