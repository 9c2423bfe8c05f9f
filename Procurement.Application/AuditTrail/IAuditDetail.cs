using Procurement.Domain.Shared;

namespace Procurement.Application.AuditTrail;

/// <summary>The answer of a command that touches no document, when the command's leaf is to carry the hash of what came out.</summary>
public interface IAuditDetail
{
    Sha256Hash DetailHash { get; }
}
