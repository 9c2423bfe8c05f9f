using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Budget;

/// <summary>Which way credit moves. Stored numbers: never renumber.</summary>
public enum AllotmentKind
{
    /// <summary>New credit for the line (تخصیص).</summary>
    Allot = 1,

    /// <summary>Credit taken back by who gave it (برگشت اعتبار).</summary>
    Withdraw = 2,

    /// <summary>Free credit of one line handed to another (جابه‌جایی اعتبار).</summary>
    Transfer = 3,
}

/// <summary>Where a two-person act stands. Stored numbers: never renumber.</summary>
public enum AllotmentState
{
    Proposed = 1,
    Approved = 2,
    Rejected = 3,
}

/// <summary>The letter behind a change of credit: number, date and legal basis.</summary>
public sealed record AllotmentLetter(string? Number, DateOnly Date, string? LegalBasis);

/// <summary>
/// A change of the credit of a budget line (تخصیص اعتبار): entered by one person with its letter, in force only when another approves it.
/// </summary>
public sealed class Allotment : AggregateRoot<AllotmentId>
{
    public const int MaxLetterLength = 60;
    public const int MaxBasisLength = 500;

    private Allotment()
    {
    }

    public AllotmentKind Kind { get; private set; }

    public AllotmentState State { get; private set; }

    public OrgUnitId UnitId { get; private set; }

    /// <summary>The line that gets credit; for a withdrawal the line that loses it.</summary>
    public BudgetLineId LineId { get; private set; }

    /// <summary>The line a transfer takes the credit from; null otherwise.</summary>
    public BudgetLineId? FromLineId { get; private set; }

    public Rials Amount { get; private set; }

    public string LetterNumber { get; private set; } = "";

    public DateOnly LetterDate { get; private set; }

    public string LegalBasis { get; private set; } = "";

    public PersonId ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected; empty otherwise.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Enters new credit for a line.</summary>
    public static Result<Allotment> Allot(BudgetLine line, Rials amount, AllotmentLetter letter, PersonId by, DateTimeOffset at) =>
        Propose(AllotmentKind.Allot, line, null, amount, letter, by, at);

    /// <summary>Enters the return of credit that is still free on the line.</summary>
    public static Result<Allotment> Withdraw(BudgetLine line, Rials amount, AllotmentLetter letter, PersonId by, DateTimeOffset at) =>
        Propose(AllotmentKind.Withdraw, line, null, amount, letter, by, at);

    /// <summary>Enters a transfer of free credit between two lines of the same year and kind of credit.</summary>
    public static Result<Allotment> Transfer(BudgetLine from, BudgetLine to, Rials amount, AllotmentLetter letter, PersonId by, DateTimeOffset at)
    {
        if (from.Id == to.Id) return Refusal.Invalid("budget.transfer-to-itself").At(nameof(LineId));
        if (from.Year != to.Year || from.CreditKind != to.CreditKind) return Refusal.Rule("budget.transfer-across-kinds", from.Code, to.Code);
        return Propose(AllotmentKind.Transfer, to, from, amount, letter, by, at);
    }

    /// <summary>Puts the change in force; never by the person who entered it.</summary>
    public Result Approve(PersonId by, DateTimeOffset at) => Decide(AllotmentState.Approved, by, at, "");

    /// <summary>Turns the change down with a reason.</summary>
    public Result Reject(PersonId by, DateTimeOffset at, string? reason)
    {
        var why = PersianText.CleanLines(reason ?? "");
        return why.Length is 0 or > MaxBasisLength
            ? Refusal.Invalid("budget.reason-missing", MaxBasisLength).At(nameof(Reason))
            : Decide(AllotmentState.Rejected, by, at, why);
    }

    private static Result<Allotment> Propose(
        AllotmentKind kind, BudgetLine line, BudgetLine? from, Rials amount, AllotmentLetter letter, PersonId by, DateTimeOffset at)
    {
        var number = PersianText.Clean(letter.Number);
        var basis = PersianText.CleanLines(letter.LegalBasis ?? "");
        if (amount.IsZero) return Refusal.Invalid("budget.amount-missing").At(nameof(Amount));
        if (number.Length is 0 or > MaxLetterLength) return Refusal.Invalid("budget.letter-missing", MaxLetterLength).At(nameof(LetterNumber));
        if (basis.Length is 0 or > MaxBasisLength) return Refusal.Invalid("budget.basis-missing", MaxBasisLength).At(nameof(LegalBasis));
        if (!line.IsOpen) return Refusal.Rule("budget.line-closed", line.Code);

        return new Allotment
        {
            Id = AllotmentId.New(),
            Kind = kind,
            State = AllotmentState.Proposed,
            UnitId = line.UnitId,
            LineId = line.Id,
            FromLineId = from?.Id,
            Amount = amount,
            LetterNumber = number,
            LetterDate = letter.Date,
            LegalBasis = basis,
            ProposedBy = by,
            ProposedAt = at,
        };
    }

    private Result Decide(AllotmentState state, PersonId by, DateTimeOffset at, string reason)
    {
        if (State != AllotmentState.Proposed) return Refusal.Rule("budget.allotment-decided-already");
        if (by == ProposedBy) return Refusal.Rule("budget.approver-entered-it");

        State = state;
        DecidedBy = by;
        DecidedAt = at;
        Reason = reason;
        return Result.Ok;
    }
}
