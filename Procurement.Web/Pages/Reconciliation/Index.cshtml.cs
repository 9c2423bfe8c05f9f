using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.Inspection.Reports.ListReports;
using Procurement.Application.Inspection.Reports.RunReport;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Inspection;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Reconciliation;

/// <summary>The board of reconciliation reports: how each came out when it was last run, and the form to run one anew.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ReaderFormat format) : PageModel
{
    /// <summary>The report chosen on the board.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Report { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public Guid? Unit { get; set; }

    [BindProperty]
    public Guid? Store { get; set; }

    /// <summary>An item's code.</summary>
    [BindProperty]
    public string? Item { get; set; }

    /// <summary>A supplier's legal or national id.</summary>
    [BindProperty]
    public string? Supplier { get; set; }

    public ReportBoard Board { get; private set; } = null!;

    public ReportOnBoard Chosen { get; private set; } = null!;

    public IReadOnlyList<StoreRow> Stores { get; private set; } = [];

    public bool Offers(ReportFilters filter) => Chosen.Filters.HasFlag(filter);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        // The year as far as it has gone: what a report is mostly wanted for.
        (From, To) = (FiscalYear.Of(format.Today).FirstDay, format.Today);
        return await Show(ct) ?? Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } refused) return refused;
        if (!ModelState.IsValid || From is not { } from || To is not { } to)
        {
            if (ModelState.IsValid) return this.Refuse([Refusal.Invalid("reconciliation.period-missing").At("From")]);
            return Page();
        }

        var narrowed = await Narrowed(new ReportParameters(from, to), ct);
        if (!narrowed.Succeeded) return this.Refuse(narrowed.Refusals);
        var id = ReportRunId.New();
        var ran = await cases.Send(new RunReport(id, Chosen.Code, narrowed.Value), ct);
        return ran.Succeeded ? RedirectToPage("/Reconciliation/Run", new { id = id.Value }) : this.Refuse(ran.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var board = await cases.Ask(new ListReports(), ct);
        if (!board.Succeeded) return this.Refuse(board.Refusals);
        Board = board.Value;
        if ((Report is null ? Board.Reports[0] : Board.Reports.FirstOrDefault(r => r.Code == Report)) is not { } chosen) return NotFound();
        Chosen = chosen;
        if (Offers(ReportFilters.Store) && await cases.Ask(new ListStores(), ct) is { Succeeded: true, Value: var stores }) Stores = stores.Rows;
        return null;
    }

    /// <summary>Codes as typed become the things they name; an unknown one is told at its field.</summary>
    private async Task<Result<ReportParameters>> Narrowed(ReportParameters period, CancellationToken ct)
    {
        var parameters = period with
        {
            Unit = Unit is { } unit && Offers(ReportFilters.Unit) ? new OrgUnitId(unit) : null,
            Store = Store is { } store && Offers(ReportFilters.Store) ? new StoreId(store) : null,
        };
        if (Offers(ReportFilters.Item) && !string.IsNullOrWhiteSpace(Item))
        {
            var found = await cases.Ask(new ListItems(Item, WithWithdrawn: true), ct);
            if (!found.Succeeded || found.Value.Rows.FirstOrDefault(row => Same(row.Code, Item)) is not { } item) return Refusal.Invalid("reconciliation.no-such-item", Item).At(nameof(Item));
            parameters = parameters with { Item = item.Id };
        }

        if (Offers(ReportFilters.Supplier) && !string.IsNullOrWhiteSpace(Supplier))
        {
            var found = await cases.Ask(new ListSuppliers(Supplier, WithWithdrawn: true), ct);
            if (!found.Succeeded || found.Value.Rows.FirstOrDefault(row => Same(row.Identifier, Supplier)) is not { } supplier)
                return Refusal.Invalid("reconciliation.no-such-supplier", Supplier).At(nameof(Supplier));
            parameters = parameters with { Supplier = supplier.Id };
        }

        return parameters;
    }

    private static bool Same(string code, string typed) =>
        string.Equals(code, PersianText.ToLatinDigits(typed)?.Trim(), StringComparison.OrdinalIgnoreCase);
}
