using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Issuing;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>What the forms of the way out share: asking use cases, refusing with what was typed, going on to the document.</summary>
public abstract class IssuingForm(IUseCases cases, ITexts texts) : PageModel
{
    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    /// <summary>The form again, with what could not be read marked.</summary>
    protected static IActionResult Unreadable => new PageResult { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>A matter of post or turn is told above the form, which stays with what was typed.</summary>
    protected IActionResult Refused(IEnumerable<Refusal> refusals) =>
        this.Refuse([.. refusals.Select(r => r.Kind is RefusalKind.Forbidden ? r with { Kind = RefusalKind.Rule } : r)]);

    /// <summary>Says what was done and shows the document; whoever may not see it goes back to what waits for him.</summary>
    protected async Task<IActionResult> GoOn(DocumentId id, string done, CancellationToken ct)
    {
        this.Confirm(new ConfirmationView(texts[done], Next: texts.Find($"{done}-next")));
        return Redirect(await Read(id.Value, ct) is null ? "/issuing" : $"/documents/{id.Value}");
    }

    /// <summary>Says what was signed and goes on to what waits next.</summary>
    protected IActionResult Signed(DocumentId id, string done)
    {
        this.Confirm(new ConfirmationView(texts[done], Next: texts.Find($"{done}-next")) { About = $"/documents/{id.Value}" });
        return Redirect(InboxAddress.After(id));
    }

    /// <summary>The document as the reader sees it; null when there is nothing to see for him.</summary>
    protected async Task<DocumentView?> Read(Guid id, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(id)), ct);
        return read.Succeeded ? read.Value : null;
    }

    /// <summary>Points a refusal at the row as typed: rows without anything were left out before the form was sent.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="list">The list's name: <c>Lines</c>.</param>
    /// <param name="places">Where each row that was sent stands on the form.</param>
    protected static Refusal Placed(Refusal refusal, string list, IReadOnlyList<int> places)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(places);
        for (var i = 0; i < places.Count; i++)
        {
            var sent = FormattableString.Invariant($"{list}[{i}]");
            if (refusal.Field?.StartsWith(sent, StringComparison.Ordinal) == true)
                return refusal.At(FormattableString.Invariant($"{list}[{places[i]}]{refusal.Field[sent.Length..]}"));
        }

        return refusal;
    }
}

/// <summary>Some of a line, as typed: a quantity, or the numbers ticked.</summary>
public sealed class TypedTake
{
    public Guid Line { get; set; }

    public decimal? Quantity { get; set; }

    public List<string> Pieces { get; set; } = [];

    public bool IsBlank => Quantity is null or 0 && Pieces.Count == 0;

    public TakeForm ToForm() => new(Line, Pieces.Count > 0 ? Pieces.Count : Quantity ?? 0, Pieces);

    /// <summary>The rows somebody filled in, each with its place on the form.</summary>
    internal static (List<TakeForm> Lines, List<int> Places) Filled(List<TypedTake> typed)
    {
        var filled = typed.Select((line, place) => (line, place)).Where(l => !l.line.IsBlank).ToList();
        return ([.. filled.Select(l => l.line.ToForm())], [.. filled.Select(l => l.place)]);
    }
}

/// <summary>An item as a row names it.</summary>
public sealed record Goods(string Name, string NameEn, string Code);
