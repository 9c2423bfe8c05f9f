using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Budget;

/// <summary>What the credit may be spent on.</summary>
public enum CreditKind
{
    /// <summary>Running costs (جاری / هزینه‌ای).</summary>
    Current = 1,

    /// <summary>Acquisition of capital assets (تملک دارایی سرمایه‌ای).</summary>
    CapitalAssets = 2,
}

/// <summary>What a budget line is opened with, as typed.</summary>
public sealed record BudgetLineFields(string? Code, string? Title, string? Programme, string? Chapter, CreditKind CreditKind, FiscalYear Year);

/// <summary>
/// One line of credit of one unit in one financial year (ردیف اعتباری): programme, chapter and kind of credit. The money on it lives in
/// the budget ledger; the line itself holds no amount.
/// </summary>
public sealed class BudgetLine : AggregateRoot<BudgetLineId>
{
    public const int MaxCodeLength = 30;
    public const int MaxTitleLength = 200;

    private BudgetLine()
    {
    }

    public OrgUnitId UnitId { get; private set; }

    /// <summary>Code in the approved budget, unique for unit and year.</summary>
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string TitleFolded { get; private set; } = "";

    /// <summary>Programme of the budget law (برنامه).</summary>
    public string Programme { get; private set; } = "";

    /// <summary>Chapter and item of cost (فصل / ماده هزینه).</summary>
    public string Chapter { get; private set; } = "";

    public CreditKind CreditKind { get; private set; }

    /// <summary>Jalali financial year, four digits.</summary>
    public int Year { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>The line of the year before whose open commitments this one carries; null for an ordinary line.</summary>
    public BudgetLineId? CarriesId { get; private set; }

    public FiscalYear FiscalYear => new(Year);

    /// <summary>Opens a line without money; credit comes by an approved <see cref="Allotment"/>.</summary>
    public static Result<BudgetLine> Open(OrgUnitId unit, BudgetLineFields fields)
    {
        var code = PersianText.ToLatinDigits(PersianText.Clean(fields.Code)).ToUpperInvariant();
        var title = PersianText.Clean(fields.Title);
        if (code.Length is 0 or > MaxCodeLength) return Refusal.Invalid("budget.code-missing", MaxCodeLength).At(nameof(Code));
        if (title.Length is 0 or > MaxTitleLength) return Refusal.Invalid("budget.title-missing", MaxTitleLength).At(nameof(Title));
        if (!Enum.IsDefined(fields.CreditKind)) return Refusal.Invalid("budget.credit-kind-missing").At(nameof(CreditKind));

        return new BudgetLine
        {
            Id = BudgetLineId.New(),
            UnitId = unit,
            Code = code,
            Title = title,
            TitleFolded = PersianText.Fold(code + " " + title),
            Programme = PersianText.Clean(fields.Programme),
            Chapter = PersianText.Clean(fields.Chapter),
            CreditKind = fields.CreditKind,
            Year = fields.Year.Year,
            IsOpen = true,
        };
    }

    /// <summary>Opens next year's line for the commitments this one leaves open at year end (documents 9).</summary>
    public Result<BudgetLine> OpenSuccessor(string code)
    {
        var next = Open(UnitId, new BudgetLineFields(code, Title, Programme, Chapter, CreditKind, FiscalYear.Next));
        if (next.Succeeded) next.Value.CarriesId = Id;
        return next;
    }

    /// <summary>Takes no new reservation from now on; what is committed on it runs to its end.</summary>
    public Result Close()
    {
        if (!IsOpen) return Refusal.Rule("budget.line-closed", Code);

        IsOpen = false;
        return Result.Ok;
    }

    /// <summary>Whether a new need of the day may be set aside on this line: it is open, and the day lies in its year.</summary>
    public Result MayReserve(DateOnly day)
    {
        if (!IsOpen) return Refusal.Rule("budget.line-closed", Code);
        return FiscalYear.Contains(day) ? Result.Ok : Refusal.Rule("budget.line-of-another-year", Code, Year);
    }
}
