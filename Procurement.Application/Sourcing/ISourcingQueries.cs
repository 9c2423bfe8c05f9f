using Procurement.Application.Sourcing.Findings;
using Procurement.Application.Sourcing.ListOrders;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>Lists of the purchase, read without tracking; keyset paged, each along an index.</summary>
public interface ISourcingQueries
{
    Task<SourcingFilePage> Files(UnitScope scope, PersonId reader, ListSourcingFiles.ListSourcingFiles asked, CancellationToken ct);

    /// <summary>Findings of the scope, the newest first.</summary>
    Task<(IReadOnlyList<SplittingFinding> Rows, bool HasMore)> Findings(UnitScope scope, ListFindings asked, CancellationToken ct);

    /// <summary>Every finding about a file or its decisions, decided or not.</summary>
    Task<IReadOnlyList<SplittingFinding>> FindingsAbout(IReadOnlyCollection<Guid> subjects, CancellationToken ct);

    /// <summary>What the subjects of findings are; a request is left out.</summary>
    Task<IReadOnlyDictionary<Guid, FindingSubject>> Subjects(IReadOnlyCollection<Guid> subjects, CancellationToken ct);

    Task<OrderPage> Orders(UnitScope scope, ListOrders.ListOrders asked, CancellationToken ct);

    /// <summary>Ids of every decision of a file, the newest last.</summary>
    Task<IReadOnlyList<DocumentId>> DecisionsOf(SourcingFileId file, CancellationToken ct);
}

/// <summary>What a finding holds back, with the decree by which it is judged.</summary>
public sealed record FindingSubject(SourcingFileId File, bool IsDecision, ThresholdDecree Decree);
