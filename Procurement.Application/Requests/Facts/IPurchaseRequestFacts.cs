using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.Facts;

/// <summary>What the chain may ask about purchase requests.</summary>
public interface IPurchaseRequestFacts
{
    /// <summary>Approved lines that no sourcing file has taken up, oldest request first.</summary>
    /// <param name="scope">Units of the reader.</param>
    /// <param name="request">Only of this request; null for all.</param>
    /// <param name="after">The last line of the page before.</param>
    /// <param name="take">How many.</param>
    /// <param name="ct">Stops the question.</param>
    Task<IReadOnlyList<OpenNeed>> Waiting(UnitScope scope, DocumentId? request, NeedCursor? after, int take, CancellationToken ct);

    /// <summary>The lines of some requests, for the splitting tests' findings.</summary>
    Task<IReadOnlyList<RequestedLine>> LinesOf(IReadOnlyCollection<DocumentId> requests, CancellationToken ct);

    /// <summary>Submitted and approved lines of a unit since a day, for the splitting tests.</summary>
    Task<IReadOnlyList<RequestedLine>> Requested(IReadOnlyCollection<OrgUnitId> units, DateTimeOffset since, CancellationToken ct);

    /// <summary>Urgent requests of a unit submitted between two instants; shown to the inspector.</summary>
    Task<int> UrgentCount(OrgUnitId unit, DateTimeOffset from, DateTimeOffset to, CancellationToken ct);
}

/// <summary>A line that waits to be bought.</summary>
public sealed record OpenNeed(
    DocumentId Request, string NumberFa, string Number, OrgUnitId UnitId, PersonId Requester, DateTimeOffset ApprovedAt, DateOnly NeededBy, bool IsUrgent, Guid Line, int Order,
    ItemKind Kind, ItemId? Item, string Description, Quantity Quantity, string UnitName, Rials Estimate);

/// <summary>Where a page of waiting lines ended.</summary>
public sealed record NeedCursor(DocumentId Request, int Order);

/// <summary>A line as the splitting tests see it.</summary>
public sealed record RequestedLine(
    DocumentId Request, Guid Line, OrgUnitId UnitId, PersonId Requester, DateTimeOffset SubmittedAt, ItemKind Kind, ItemId? Item, string Description, Rials Estimate,
    string DeliveryPlace, Domain.Budget.BudgetLineId? BudgetLine, Guid? FileId);
