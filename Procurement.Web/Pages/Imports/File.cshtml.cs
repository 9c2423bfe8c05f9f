using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Imports;
using Procurement.Application.Imports.ImportFile;
using Procurement.Application.Imports.ListImports;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Sheets;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Display.Forms;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Imports;

/// <summary>One file: sent, tried without keeping anything, then brought in. Between the two steps it lies in the vault.</summary>
[Authorize]
[RequestSizeLimit(Uploads.LongestRequest)]
public sealed class FileModel(IUseCases cases, ImportIntake intake, ITexts texts) : PageModel
{
    private const int ShownFaults = 200;
    private const int LongestName = 200;

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The file tried before, by its hash.</summary>
    [BindProperty]
    public string? Stored { get; set; }

    [BindProperty]
    public string? Sent { get; set; }

    public ImportDefinition Definition { get; private set; } = null!;

    /// <summary>What the file would do; null before one was sent.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>Faults of the rows, those that are shown.</summary>
    public IReadOnlyList<RowFault> Faults { get; private set; } = [];

    public int FaultCount { get; private set; }

    public bool MayRun => Report is not null && FaultCount == 0;

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Define(ct) ?? Page();

    /// <summary>An empty file with the headings and one row as an example.</summary>
    public async Task<IActionResult> OnGetTemplate(SheetFormat format, CancellationToken ct)
    {
        if (await Define(ct) is { } refused) return refused;
        return new SheetResult(TemplateOf(texts, Definition), format);
    }

    public async Task<IActionResult> OnPostTry(CancellationToken ct)
    {
        if (await Define(ct) is { } refused) return refused;
        if (Upload is null || Upload.Length == 0) return this.Refuse([Refusal.Invalid("imports.file-missing").At(nameof(Upload))]);

        var name = Path.GetFileName(Upload.FileName);
        await using var content = Upload.OpenReadStream();
        var taken = await intake.Take(content, name, ct);
        if (!taken.Succeeded) return this.Refuse([.. taken.Refusals.Select(r => r.At(nameof(Upload)))]);

        Sent = name.Length > LongestName ? name[^LongestName..] : name;
        Stored = taken.Value.Hash.ToHex();
        ModelState.Clear();
        var tried = await cases.Send(new ImportFile(Kind, Stored, DryRun: true), ct);
        if (!tried.Succeeded) return this.Refuse([.. tried.Refusals.Select(r => r.At(nameof(Upload)))]);

        Report = tried.Value;
        Show(tried.Value.Faults, tried.Value.FaultCount);
        return Page();
    }

    public async Task<IActionResult> OnPostRun(CancellationToken ct)
    {
        if (await Define(ct) is { } refused) return refused;
        var done = await cases.Send(new ImportFile(Kind, Stored ?? "", DryRun: false), ct);
        if (done.Succeeded)
        {
            var drafts = done.Value.Drafts.Count;
            this.Confirm(new ConfirmationView(
                texts["imports.done", done.Value.Entered], null, drafts > 0 ? texts["imports.drafts-made", drafts] : texts[$"imports.kind-{Kind}-next"])
            {
                LinkLabel = drafts > 0 ? texts["imports.to-drafts"] : null,
                LinkHref = drafts > 0 ? Url.Page("/Documents/Index", new { id = done.Value.Drafts[0] }) : null,
            });
            return RedirectToPage("/Imports/File", new { kind = Kind });
        }

        var rows = done.Refusals.Select(RowFault.Of).OfType<RowFault>().ToList();
        if (rows.Count == 0) return this.Refuse(done.Refusals);
        Show(rows, rows.Count);
        Response.StatusCode = ErrorOutcome.StatusOf(done.Refusal.Kind);
        return Page();
    }

    /// <summary>The heading of the column a fault is about.</summary>
    public string ColumnOf(RowFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Definition.Columns.FirstOrDefault(c => c.Key == fault.Column) is { } column ? texts.Named(column.Fa, column.En) : texts["imports.whole-row"];
    }

    /// <summary>How the cells of a column are written.</summary>
    public string GuideOf(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Value == ColumnValue.Choice
            ? string.Join(texts["catalogue.list-comma"], column.Choices.DistinctBy(c => c.Value).Select(c => texts.Named(c.Fa, c.En)))
            : texts.Of(column.Value);
    }

    internal static SheetTable TemplateOf(ITexts texts, ImportDefinition definition) => texts.Table(
        texts[$"imports.kind-{definition.Kind}"], [.. definition.Columns.Select(c => texts.Named(c.Fa, c.En))], [[.. definition.Columns.Select(c => c.Example)]]);

    private async Task<IActionResult?> Define(CancellationToken ct)
    {
        var found = await cases.Ask(new ReadImport(Kind), ct);
        if (!found.Succeeded) return this.Refuse(found.Refusals);
        Definition = found.Value;
        return null;
    }

    private void Show(IReadOnlyList<RowFault> faults, int count)
    {
        Faults = [.. faults.Take(ShownFaults)];
        FaultCount = count;
    }
}
