using Procurement.Application.Imports;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.ImportBudgetLines;

/// <summary>
/// Opens budget lines from a file (ردیف‌های اعتباری). An amount beside a line is entered as a change of credit with its letter and moves
/// nothing until another person approves it.
/// </summary>
internal sealed class BudgetLinesImport(IBudgetLines lines, ChartOfCall charts, CallerRights rights, ICurrentActor actor, IBodyClock clock) : IImport
{
    private static readonly ImportColumn Unit = new("unit", "کد واحد", "Unit code", ColumnValue.Code) { Required = true, Example = "12", Also = ["واحد"] };
    private static readonly ImportColumn Code = new("code", "کد ردیف", "Line code", ColumnValue.Code) { Required = true, Example = "1503001", Also = ["کد", "ردیف"] };
    private static readonly ImportColumn Title = new("title", "عنوان", "Title") { Required = true, Example = "ملزومات اداری", Also = ["شرح"] };
    private static readonly ImportColumn Programme = new("programme", "برنامه", "Programme") { Example = "آموزش فنی و حرفه‌ای" };
    private static readonly ImportColumn Chapter = new("chapter", "فصل", "Chapter") { Example = "فصل دوم", Also = ["ماده هزینه"] };

    private static readonly ImportColumn Kind = new("creditKind", "نوع اعتبار", "Credit", ColumnValue.Choice)
    {
        Required = true,
        Example = "هزینه‌ای",
        Choices =
        [
            new(CreditKind.Current, "هزینه‌ای", "Current"), new(CreditKind.Current, "جاری", "Running costs"),
            new(CreditKind.CapitalAssets, "تملک دارایی سرمایه‌ای", "Capital assets"), new(CreditKind.CapitalAssets, "عمرانی", "Capital"),
        ],
    };

    private static readonly ImportColumn Year = new("year", "سال مالی", "Year", ColumnValue.Whole) { Required = true, Example = "1405", Also = ["سال"] };
    private static readonly ImportColumn Amount = new("amount", "مبلغ تخصیص (ریال)", "Amount (rials)", ColumnValue.Whole) { Example = "5,000,000,000", Also = ["مبلغ"] };
    private static readonly ImportColumn Letter = new("letterNumber", "شماره ابلاغ", "Letter number") { Example = "۱۲۳/۴۵" };
    private static readonly ImportColumn LetterDate = new("letterDate", "تاریخ ابلاغ", "Letter date", ColumnValue.Day) { Example = "1405/01/31" };
    private static readonly ImportColumn Basis = new("legalBasis", "مستند قانونی", "Legal basis") { Example = "قانون بودجه ۱۴۰۵" };

    public ImportDefinition Definition { get; } =
        new("budget-lines", BudgetPermissions.Enter, [Unit, Code, Title, Programme, Chapter, Kind, Year, Amount, Letter, LetterDate, Basis]) { InSomebodysName = true };

    public async Task<ImportTally> Take(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var scope = await rights.Scope(ct);
        var units = (await charts.Get(ct)).Units.Where(u => scope.Covers(u.Id)).ToDictionary(u => u.Code, u => u.Id, StringComparer.Ordinal);
        var seen = new HashSet<(int, OrgUnitId, string)>(await lines.Taken(ct));
        var entered = 0;
        foreach (var row in rows)
        {
            if (Open(row, units) is not { } line) continue;
            if (!seen.Add((line.Year, line.UnitId, line.Code)))
            {
                row.Refuse(Code, Refusal.Rule("budget.code-taken"));
                continue;
            }

            var allotment = Allot(row, line);
            if (row.IsFaulty) continue;
            lines.Add(line);
            if (allotment is not null) lines.Add(allotment);
            entered++;
        }

        return ImportTally.Of(entered);
    }

    private BudgetLine? Open(ImportRow row, Dictionary<string, OrgUnitId> units)
    {
        var (kind, year) = (row.Choice<CreditKind>(Kind), row.Whole(Year));
        if (!row.Needs(Unit, Code, Title, Kind, Year)) return null;
        var unitCode = PersianText.ToLatinDigits(row.Text(Unit));
        if (!units.TryGetValue(unitCode, out var unit)) row.Refuse(Unit, Refusal.Invalid("imports.unit-not-found", unitCode));
        if (year is { } given && OpenBudgetLine.PlausibleYears.Refuse(given, clock.Today) is { } implausible) row.Refuse(Year, implausible);
        if (row.IsFaulty) return null;

        var opened = BudgetLine.Open(unit, new BudgetLineFields(
            row.Text(Code), row.Text(Title), row.Text(Programme), row.Text(Chapter), kind!.Value, new FiscalYear((int)year!.Value)));
        if (opened.Succeeded) return opened.Value;
        row.Refuse(opened.Refusals);
        return null;
    }

    private Allotment? Allot(ImportRow row, BudgetLine line)
    {
        var (amount, day) = (row.Whole(Amount), row.Day(LetterDate));
        if (amount is null or 0 || !row.Needs(Letter, LetterDate, Basis) || row.IsFaulty) return null;

        var rials = Rials.Of(amount.Value);
        var entered = rials.Succeeded
            ? Allotment.Allot(line, rials.Value, new AllotmentLetter(row.Text(Letter), day!.Value, row.Text(Basis)), actor.Person, clock.Now)
            : rials.Plain();
        if (entered.Succeeded) return entered.Value;
        foreach (var refusal in entered.Refusals) row.Refuse(refusal.Field is null ? Amount : null, refusal);
        return null;
    }
}
