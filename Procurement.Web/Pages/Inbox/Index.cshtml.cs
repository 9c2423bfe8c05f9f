using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Application.SignOff.Inbox;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;
using InboxRow = Procurement.Application.SignOff.Inbox.InboxRow;
using InboxRowView = Procurement.Web.Layout.Lists.InboxRow;

namespace Procurement.Web.Pages.Inbox;

/// <summary>
/// What waits for the reader over every kind of document (کارتابل); home of the application. One of them stands open beside the list, to be
/// signed, returned or refused there; under the list stands the work that waits without a document.
/// </summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, DocumentReading reading, WorkInSight work) : PageModel
{
    private const string SignedKey = "inbox.signed";
    private const string Target = "#desk";

    /// <summary>Only this kind.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Only what the reader holds by delegation.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Acting { get; set; }

    /// <summary>Key of the last row of the page before: due instant, a dot, document.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The document to stand open; without one it is the first of the list.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Open { get; set; }

    /// <summary>The reader goes on from one document to the next and did not come for the list.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Next { get; set; }

    /// <summary>No document beside the list, which then shows all it knows.</summary>
    [BindProperty(SupportsGet = true)]
    public bool ListOnly { get; set; }

    public InboxView List { get; private set; } = new([]);

    /// <summary>The document that stands open; null when none does.</summary>
    public ShownDocument? Reading { get; private set; }

    /// <summary>The open document is what the reader came for; on a narrow screen it then goes before the list.</summary>
    public bool IsAsked => Next || Open is not null;

    public IReadOnlyList<WorkRow> Works { get; private set; } = [];

    public IReadOnlyList<WorkStart> Starts => work.Starts(Url);

    /// <summary>From list and document to the list alone, and back.</summary>
    public string OtherLook => Url.Page("/Inbox/Index", new { Kind, Acting = Acting ? "true" : null, ListOnly = ListOnly ? null : "true" })!;

    /// <summary>What became of the list the reader has just signed.</summary>
    public SignedListView? Signed { get; private set; }

    public int Total { get; private set; }

    public int Overdue { get; private set; }

    public int DueTomorrow { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (TempData[SignedKey] is string stored) Signed = await Describe(JsonSerializer.Deserialize<SignedList>(stored)!, ct);
        return await Show([], ct);
    }

    /// <summary>To whatever waits first: a document to sign, or else the work that is nearest to its end.</summary>
    public async Task<IActionResult> OnGetNext(CancellationToken ct)
    {
        if (await Waits(ct)) return RedirectToPage("/Inbox/Index", new { Next = "true" });
        var works = await work.Find(Url, ct);
        return works.Count > 0 ? LocalRedirect(works[0].Href) : RedirectToPage("/Inbox/Index");
    }

    /// <summary>From a signature on to the next document, or to the signed one, whose page tells what can follow it.</summary>
    public async Task<IActionResult> OnGetAfter(Guid signed, CancellationToken ct)
    {
        if (await Waits(ct)) return RedirectToPage("/Inbox/Index", new { Next = "true" });
        var read = await cases.Ask(new ReadDocument(new DocumentId(signed)), ct);
        return read.Succeeded ? Redirect($"/documents/{signed}") : RedirectToPage("/Inbox/Index");
    }

    /// <summary>A form that names no act.</summary>
    public IActionResult OnPost() => BadRequest();

    /// <summary>Signs the picked documents in one act; what each became is told row by row.</summary>
    public async Task<IActionResult> OnPostSign(string[] selected, string? proof, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(selected);
        var items = new List<DocumentToSign>();
        foreach (var pick in selected)
        {
            if (ReadPick(pick) is { } item) items.Add(item);
        }

        if (items.Count == 0)
        {
            await Show([], ct);
            return this.Refuse([Refusal.Invalid("inbox.nothing-picked")]);
        }

        var signed = await cases.Send(new SignDocuments(items, proof), ct);
        if (!signed.Succeeded)
        {
            await Show(selected, ct);
            return this.Refuse([.. signed.Refusals.Select(r => r.Kind is RefusalKind.Forbidden or RefusalKind.NotFound ? r with { Kind = RefusalKind.Rule } : r)]);
        }

        TempData[SignedKey] = JsonSerializer.Serialize(signed.Value);
        return RedirectToPage(new { Kind, Acting = Acting ? "true" : null });
    }

    private async Task<bool> Waits(CancellationToken ct) => await cases.Ask(new CountInbox(), ct) is { Succeeded: true, Value: > 0 };

    /// <summary>Opens a document beside the list; to whoever may sign it, it is then shown, and remembered as seen.</summary>
    private async Task Read(InboxPage page, CancellationToken ct)
    {
        if ((Open is { } asked ? new DocumentId(asked) : page.Rows.Select(r => (DocumentId?)r.DocumentId).FirstOrDefault()) is not { } id) return;
        var shown = await reading.Of(id, null, Url, ct);
        if (shown.Succeeded) Reading = shown.Value;
    }

    private async Task<IActionResult> Show(string[] picked, CancellationToken ct)
    {
        var inbox = await cases.Ask(new Application.SignOff.Inbox.Inbox(Kind, Acting, ReadCursor(After)), ct);
        if (!inbox.Succeeded) return this.Refuse(inbox.Refusals);
        var grants = await cases.Ask(new LiveGrants(), ct);
        if (!grants.Succeeded) return this.Refuse(grants.Refusals);

        var page = inbox.Value;
        (Total, Overdue, DueTomorrow) = (page.Total, page.Overdue, page.DueTomorrow);

        // After a refusal the list comes back alone: the two forms would ask for the password under one name.
        if (HttpMethods.IsGet(Request.Method))
        {
            if (!ListOnly) await Read(page, ct);
            if (Kind is null && !Acting && After is null) Works = await work.Find(Url, ct);
        }

        var seen = page.Rows.Where(r => Selection(r) is not null).ToList();
        List = new InboxView([.. page.Rows.Select(Row)])
        {
            Chips = Chips(page),
            Paging = new PagingView(After is null ? null : Address(Kind, Acting, null), page.Next is { } next ? Address(Kind, Acting, next) : null, page.Rows.Count) { Target = Target },
            Empty = Works.Count > 0
                ? new EmptyView(texts["inbox.empty-but-work"], texts["inbox.empty-but-work-guide"])
                : Kind is null && !Acting
                ? new EmptyView(texts["inbox.empty"], texts["inbox.empty-guide"])
                : new EmptyView(texts["inbox.empty-filter"], texts["inbox.empty-filter-guide"]),
            SignHandler = seen.Count > (Reading is null ? 0 : 1) ? "Sign" : null, // the one that stands open is signed there
            AsksPassword = seen.Any(r => !grants.Value.Contains(new DocumentKind(r.Kind))),
            Picked = picked.ToHashSet(StringComparer.Ordinal),
            IsBesideOne = Reading is not null,
        };
        return Page();
    }

    private InboxRowView Row(InboxRow row) =>
        new(texts.KindName(row.Kind), texts.Number(row.Number, row.NumberFa), $"/documents/{row.DocumentId.Value}", row.Subject, row.From, row.WaitingSince)
        {
            Amount = row.AmountRials is { } amount ? Rials.FromStored(amount) : null,
            Due = TehranTime.LocalDate(row.DueAt.AddMicroseconds(-1)), // due at the last moment of its day
            Next = row.NextCapacity is { } next ? texts.Of(next) : null,
            ActingFor = row.ActingFor ? texts.Of(row.MyCapacity) : null,
            Note = row.ClaimedBy is { } colleague ? texts["inbox.claimed", colleague] : null,
            Mark = row.UnderObjection ? new StateView(texts["inbox.under-objection"], Tone.Caution) : null,
            Selection = Selection(row),
            KindCode = row.Kind,
            OpenHref = Url.Page("/Inbox/Index", new { Kind, Acting = Acting ? "true" : null, After, Open = row.DocumentId.Value }),
            IsOpen = IsOpen(row),
        };

    private bool IsOpen(InboxRow row) => Reading?.View.Sheet is { } sheet && sheet.Id == row.DocumentId && sheet.ContentVersion == row.ContentVersion;

    /// <summary>Nobody signs unseen, and some kinds are never signed in a list.</summary>
    private string? Selection(InboxRow row) =>
        (row.OpenedByMe || IsOpen(row)) && !row.ProvedByItself
            ? FormattableString.Invariant($"{row.DocumentId.Value:N}:{row.ContentVersion}")
            : null;

    private FilterChipsView Chips(InboxPage page)
    {
        var chips = new List<FilterChip> { new(texts["inbox.all"], page.Total, Address(null, false, null), Kind is null && !Acting) };
        chips.AddRange(page.Counts.OrderByDescending(c => c.Count)
            .Select(c => new FilterChip(texts.KindName(c.Kind), c.Count, Address(c.Kind, false, null), Kind == c.Kind)));
        chips.Add(new FilterChip(texts["inbox.acting"], null, Address(null, true, null), Acting));
        return new FilterChipsView(texts["inbox.filter"], chips, Target);
    }

    private string Address(string? kind, bool acting, InboxCursor? after) => Url.Page("/Inbox/Index", new
    {
        Kind = kind,
        Acting = acting ? "true" : null,
        ListOnly = ListOnly ? "true" : null,
        After = after is null ? null : FormattableString.Invariant($"{after.DueAt}.{after.DocumentId:N}"),
    })!;

    private async Task<SignedListView> Describe(SignedList list, CancellationToken ct)
    {
        var lines = await cases.Ask(new ListDocuments([.. list.Items.Select(i => i.DocumentId)]), ct);
        var known = lines.Succeeded ? lines.Value.ToDictionary(l => l.DocumentId) : [];
        return new SignedListView(
            list.SignedCount,
            list.Items.Count - list.SignedCount,
            [.. list.Items.Select(i => (i, Line: known.GetValueOrDefault(i.DocumentId))).Where(x => x.Line is not null).Select(x => new SignedRow(
                texts.KindName(x.Line!.Kind), texts.Number(x.Line.Number, x.Line.NumberFa), $"/documents/{x.Line.DocumentId.Value}", x.Line.Subject,
                x.i.RefusedBy is { } code ? texts.Find($"{code}.row") ?? texts["inbox.open-for-reason"] : null))]);
    }

    private static DocumentToSign? ReadPick(string pick) =>
        pick.Split(':') is [var id, var version] && Guid.TryParseExact(id, "N", out var document) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new DocumentToSign(new DocumentId(document), seen)
            : null;

    private static InboxCursor? ReadCursor(string? text) =>
        text?.Split('.') is [var due, var id] && long.TryParse(due, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) && Guid.TryParseExact(id, "N", out var document)
            ? new InboxCursor(at, document)
            : null;
}

/// <summary>The outcome of a list signature.</summary>
public sealed record SignedListView(int Signed, int Refused, IReadOnlyList<SignedRow> Rows);

/// <summary>One document of a signed list.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Href">Its page.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Why">Why it was not signed; null when it was.</param>
public sealed record SignedRow(string Kind, string Number, string Href, string Subject, string? Why);
