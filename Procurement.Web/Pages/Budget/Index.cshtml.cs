using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Budget;
using Procurement.Application.Budget.ListBudgetLines;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Budget;

/// <summary>The lines of credit the reader may see, with where their rials stand, and the changes that wait for their second person.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, IVisitor visitor, ITexts texts, ReaderFormat format) : PageModel
{
    private const string Target = "#lines";
    private const int YearsAround = 2;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public CreditKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>Where the page before ended: code and id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AfterCode { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? AfterId { get; set; }

    public BudgetLinePage List { get; private set; } = null!;

    public IReadOnlyList<AllotmentRow> Waiting { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public FilterChipsView Chips { get; private set; } = null!;

    public PagingView Paging { get; private set; } = null!;

    public bool MayEnter => visitor.May(BudgetPermissions.Enter);

    public bool MayApprove => visitor.May(BudgetPermissions.Approve);

    public bool IsFiltered => Unit is not null || Kind is not null || !string.IsNullOrWhiteSpace(Text);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var scope = await cases.Ask(new UnitsOfBudget(), ct);
        if (!scope.Succeeded) return this.Refuse(scope.Refusals);

        Year ??= scope.Value.Year;
        var after = AfterCode is { } code && AfterId is { } id ? new BudgetLineCursor(code, id) : null;
        var page = await cases.Ask(new ListBudgetLines(Year, Unit is { } unit ? new OrgUnitId(unit) : null, Text, after, Kind), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);
        var waiting = await cases.Ask(new ListAllotments(), ct);
        if (!waiting.Succeeded) return this.Refuse(waiting.Refusals);

        List = page.Value;
        Waiting = waiting.Value;
        Years = [.. Enumerable.Range(scope.Value.Year - YearsAround, (2 * YearsAround) + 1).Select(y => new SelectListItem(format.Digits(Plain(y)), Plain(y)))];
        Units = [.. scope.Value.Units.Select(u => new SelectListItem(Digits.For($"{u.Code} · {texts.Named(u.Name, u.NameEn)}", texts.Language), u.Id.Value.ToString()))];
        Chips = new FilterChipsView(texts["budget.credit-kind"],
        [
            new FilterChip(texts["inbox.all"], null, Address(null, null), Kind is null),
            .. Enum.GetValues<CreditKind>().Select(k => new FilterChip(texts.Of(k), null, Address(k, null), Kind == k)),
        ], Target);
        Paging = new PagingView(after is null ? null : Address(Kind, null), List.Next is { } next ? Address(Kind, next) : null, List.Rows.Count) { Target = Target };
        return Page();
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Address(CreditKind? kind, BudgetLineCursor? after) =>
        Url.Page("/Budget/Index", new { Year = Plain(Year!.Value), Unit, Kind = kind, Text, AfterCode = after?.Code, AfterId = after?.Id })!;
}
