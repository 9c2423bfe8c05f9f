using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.Facts;

/// <summary>What the chain may ask about decisions and orders.</summary>
public interface ISourcingFacts
{
    /// <summary>A decision, whatever the caller may see of it; read only.</summary>
    Task<SourcingDecision?> Decision(DocumentId decision, CancellationToken ct);

    /// <summary>The order a decision is; null when a contract follows it.</summary>
    Task<PurchaseOrder?> Order(DocumentId decision, CancellationToken ct);

    /// <summary>Decisions in effect whose terms ask for a contract.</summary>
    Task<IReadOnlyList<DocumentId>> AwaitingContract(Domain.Organisation.UnitScope scope, CancellationToken ct);
}
