using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>Sourcing files, tracked. What the caller may not see is not found.</summary>
public interface ISourcingFiles
{
    Task<SourcingFile?> Find(SourcingFileId id, CancellationToken ct);

    /// <summary>For reactions: the file whatever the caller may see.</summary>
    Task<SourcingFile?> Load(SourcingFileId id, CancellationToken ct);

    void Add(SourcingFile file);
}

/// <summary>Findings about split deals, tracked.</summary>
public interface ISplittingFindings
{
    Task<SplittingFinding?> Find(SplittingFindingId id, CancellationToken ct);

    /// <summary>Every finding about a set of a unit.</summary>
    Task<IReadOnlyList<SplittingFinding>> About(OrgUnitId unit, string set, CancellationToken ct);

    /// <summary>Findings that hold back one of these subjects: undecided, or decided to be one set.</summary>
    Task<IReadOnlyList<SplittingFinding>> Blocking(IReadOnlyCollection<Guid> subjects, CancellationToken ct);

    void Add(SplittingFinding finding);
}

/// <summary>Orders and imprest books, tracked.</summary>
public interface IOrderBooks
{
    Task<PurchaseOrder?> FindOrder(DocumentId decision, CancellationToken ct);

    Task<ImprestBook?> FindImprest(PersonId buyer, CancellationToken ct);

    void Add(PurchaseOrder order);

    void Add(ImprestBook book);
}

/// <summary>What was agreed for lines of files, for the splitting tests.</summary>
public interface IAwards
{
    Task<IReadOnlyList<AwardedLine>> Of(IReadOnlyCollection<Guid> files, CancellationToken ct);
}

/// <summary>The price agreed for a line of a request, and with whom.</summary>
public sealed record AwardedLine(Guid FileId, Guid RequestLine, Rials Price, SupplierId Supplier, DateOnly On);

/// <summary>Takes the order's own number in the transaction that places it.</summary>
public sealed record OrderNumberPosting(DocumentId OrderId, string SeriesCode, int Year) : Ledgers.Posting;
