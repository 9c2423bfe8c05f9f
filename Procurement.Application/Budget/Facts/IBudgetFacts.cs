using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Budget.Facts;

/// <summary>A budget line and where its rials stand now; allotted is everything ever allotted less what was withdrawn, the sum of the other five.</summary>
public sealed record BudgetLineCredit(
    BudgetLineId Id, string Code, string Title, OrgUnitId UnitId, int Year, CreditKind CreditKind, bool IsOpen,
    Rials Allotted, Rials Free, Rials Reserved, Rials Committed, Rials Spent, Rials Paid);

/// <summary>Money of one budget line held under one document line.</summary>
public sealed record BudgetHold(DocumentId Document, Guid DocumentLine, BudgetLineId Line, BudgetBucket Bucket, Rials Amount);

/// <summary>What the capabilities of the chain may ask the budget.</summary>
public interface IBudgetFacts
{
    Task<BudgetLine?> Line(BudgetLineId line, CancellationToken ct);

    Task<BudgetLineCredit?> Credit(BudgetLineId line, CancellationToken ct);

    /// <summary>Open lines of the year that a unit may spend from: its own and those of the units above it.</summary>
    Task<IReadOnlyList<BudgetLineCredit>> OpenLines(IReadOnlyCollection<OrgUnitId> units, FiscalYear year, CancellationToken ct);

    /// <summary>What is held under a document now, in every bucket.</summary>
    Task<IReadOnlyList<BudgetHold>> HoldsOf(DocumentId document, CancellationToken ct);
}
