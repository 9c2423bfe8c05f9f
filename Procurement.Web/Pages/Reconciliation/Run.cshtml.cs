using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.Inspection.Reports.ReadReportRun;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Inspection;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Reconciliation;

/// <summary>One run of a report as it came out: each comparison with its count, and every difference with its reason and document.</summary>
[Authorize]
public sealed class RunModel(IUseCases cases, ReaderFormat format, ITexts texts) : PageModel
{
    private const int RowsOnPage = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Rows of one comparison only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Check { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    public ReportRunView Run { get; private set; } = null!;

    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int? Next => From + RowsOnPage < Total ? From + RowsOnPage : null;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadReportRun(new ReportRunId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);

        Run = read.Value;
        var rows = Run.Result.Rows.Where(row => Check is null || row.Check == Check).ToList();
        Total = rows.Count;
        Rows = [.. rows.Skip(Math.Max(From, 0)).Take(RowsOnPage)];
        return Page();
    }

    /// <summary>A cell as its reader writes it.</summary>
    public string Cell(ReportColumn column, string stored) => stored.Length == 0 ? "" : column.Value switch
    {
        ReportValue.Word => texts["reconciliation." + stored],
        ReportValue.Number => format.Number(long.Parse(stored, CultureInfo.InvariantCulture)),
        ReportValue.Quantity => format.Quantity(new SignedQuantity(long.Parse(stored, CultureInfo.InvariantCulture))),
        ReportValue.Rials => format.Rials(new SignedRials(long.Parse(stored, CultureInfo.InvariantCulture))),
        ReportValue.Day => format.Date(DateOnly.ParseExact(stored, "O", CultureInfo.InvariantCulture)),
        ReportValue.Instant => format.Moment(TehranTime.FromUnixMicros(long.Parse(stored, CultureInfo.InvariantCulture))),
        _ => stored,
    };

    public static bool IsAmount(ReportColumn column) => column.Value is ReportValue.Number or ReportValue.Quantity or ReportValue.Rials;

    public static bool IsCode(ReportColumn column) => column.Value is ReportValue.Code;
}
