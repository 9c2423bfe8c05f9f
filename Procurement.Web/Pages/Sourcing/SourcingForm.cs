using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>What the forms of the purchase share: asking use cases, refusing with what was typed, finding the supplier that was meant.</summary>
public abstract class SourcingForm(IUseCases cases, ITexts texts) : PageModel
{
    private const int NamedSuppliers = 5;

    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    /// <summary>Marks a field that was left empty; one that could not be read has its fault already.</summary>
    protected void Missing(string field)
    {
        if (!ModelState.TryGetValue(field, out var entry) || entry.Errors.Count == 0) ModelState.AddModelError(field, texts["forms.required"]);
    }

    /// <summary>What was typed again, its faults beside their fields.</summary>
    protected static PageResult Invalid() => new() { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>A matter of post or turn is told above the form, which stays with what was typed; a rule of law shows its article there too.</summary>
    protected IActionResult Refused(IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        return this.Refuse([.. refusals.Select(r => r.Kind is RefusalKind.Forbidden ? r with { Kind = RefusalKind.Rule } : r).Select(Taught)]);
    }

    /// <summary>Says what was done and shows the page again.</summary>
    protected RedirectResult Done(string address, string said, string? next = null)
    {
        this.Confirm(new ConfirmationView(texts[said], Next: next is null ? null : texts[next]));
        return Redirect(address);
    }

    /// <summary>The supplier a typed identifier or name means; null with what fits when it is not one.</summary>
    protected async Task<(SupplierRow? One, IReadOnlyList<SupplierRow> Fitting)> Supplier(string? typed, CancellationToken ct)
    {
        var text = PersianText.Clean(typed);
        if (text.Length == 0) return (null, []);
        var page = await cases.Ask(new ListSuppliers(text), ct);
        if (!page.Succeeded) return (null, []);

        var folded = PersianText.Fold(text);
        var rows = page.Value.Rows;
        var exact = rows.Where(r => r.Identifier == PersianText.ToLatinDigits(text) || PersianText.Fold(r.Name) == folded || PersianText.Fold(r.NameEn) == folded).ToList();
        return (exact.Count == 1 ? exact[0] : rows.Count == 1 ? rows[0] : null, rows);
    }

    /// <summary>Why a typed supplier is none, naming those that fit.</summary>
    protected string NoSupplier(string? typed, IReadOnlyList<SupplierRow> fitting)
    {
        ArgumentNullException.ThrowIfNull(fitting);
        if (string.IsNullOrWhiteSpace(typed)) return texts["forms.required"];
        return fitting.Count == 0
            ? texts["sourcing.no-such-supplier"]
            : texts["sourcing.which-supplier", string.Join("، ", fitting.Take(NamedSuppliers).Select(s => $"{texts.Named(s.Name, s.NameEn)} ({s.Identifier})"))];
    }

    protected async Task<DocumentView?> Read(Guid id, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(id)), ct);
        return read.Succeeded ? read.Value : null;
    }

    /// <summary>A refusal that has an article teaches it on top of the page; beside a field there is no room for one.</summary>
    private Refusal Taught(Refusal refusal)
    {
        if (refusal.Field is { } field && texts.Find($"{refusal.Code}.article", refusal.Args) is not null)
        {
            ModelState.AddModelError(field, texts[refusal.Code, refusal.Args]);
            return refusal with { Field = null };
        }

        return refusal;
    }
}
