using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.Facts;

/// <summary>What receiving keeps beside its documents.</summary>
public interface IReceivingRecords
{
    /// <summary>A checklist, tracked.</summary>
    Task<ExpertChecklist?> Checklist(ExpertChecklistId id, CancellationToken ct);

    Task<IReadOnlyList<ExpertChecklist>> ChecklistsOf(DocumentId temporaryReceipt, CancellationToken ct);

    /// <summary>The substitute named last for a requester of a deal; null when none is.</summary>
    Task<RequesterSubstitute?> SubstituteFor(DocumentId basis, PersonId requester, CancellationToken ct);

    void Add(ExpertChecklist checklist);

    void Add(RequesterSubstitute substitute);

    /// <summary>Whether a signature that controller or inspector owes after the effect of a document of this store is past its day (documents 2, timing).</summary>
    Task<bool> HasOverdueAfterSignature(string storeCode, DateTimeOffset now, CancellationToken ct);

    /// <summary>A property number that stands on another receipt or in the property book already; null when all are free.</summary>
    Task<PropertyNumber?> Taken(DocumentId receipt, IReadOnlyCollection<PropertyNumber> numbers, CancellationToken ct);
}
