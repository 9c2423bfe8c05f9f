using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Budget;

/// <summary>Budget lines and changes of their credit, tracked.</summary>
public interface IBudgetLines
{
    Task<BudgetLine?> Find(BudgetLineId id, CancellationToken ct);

    Task<Allotment?> FindAllotment(AllotmentId id, CancellationToken ct);

    /// <summary>Year, unit and code of every line there is; a body has some thousands.</summary>
    Task<IReadOnlyList<(int Year, OrgUnitId Unit, string Code)>> Taken(CancellationToken ct);

    void Add(BudgetLine line);

    void Add(Allotment allotment);
}

/// <summary>Reads for the pages of the budget.</summary>
public interface IBudgetQueries
{
    Task<BudgetLinePage> Lines(UnitScope scope, ListBudgetLines.ListBudgetLines asked, CancellationToken ct);

    Task<IReadOnlyList<BudgetEntryRow>> Entries(BudgetLineId line, long? before, int take, CancellationToken ct);

    Task<IReadOnlyList<AllotmentRow>> Allotments(UnitScope scope, BudgetLineId? line, bool waitingOnly, CancellationToken ct);
}

/// <summary>A row of the list of lines.</summary>
public sealed record BudgetLineRow(
    BudgetLineId Id, string Code, string Title, string Programme, string Chapter, CreditKind CreditKind, int Year, OrgUnitId UnitId, string UnitName, bool IsOpen,
    long Allotted, long Free, long Reserved, long Committed, long Spent, long Paid);

public sealed record BudgetLinePage(IReadOnlyList<BudgetLineRow> Rows, BudgetLineCursor? Next);

/// <summary>Key of the last row of a page: code, then id.</summary>
public sealed record BudgetLineCursor(string Code, Guid Id);

/// <summary>One entry of a line's card, newest first.</summary>
public sealed record BudgetEntryRow(
    long Seq, DateTimeOffset At, BudgetBucket From, BudgetBucket To, long Amount, SpendingStage Stage, Guid Source, string? DocumentKind, string Number, string NumberFa);

/// <summary>One change of credit with who entered and who approved it.</summary>
public sealed record AllotmentRow(
    AllotmentId Id, AllotmentKind Kind, AllotmentState State, BudgetLineId LineId, string LineCode, string? FromLineCode, long Amount, string LetterNumber, DateOnly LetterDate,
    string LegalBasis, PersonId ProposedBy, string ProposedByName, DateTimeOffset ProposedAt, string DecidedByName, DateTimeOffset? DecidedAt, string Reason);
