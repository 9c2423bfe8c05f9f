using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing.Gate;

/// <summary>
/// The guard with the goods before him: labels scanned one by one into one field, every other line counted, then let out. What was scanned
/// travels in the form itself, so that a scanner that ends each code with Enter is all it needs.
/// </summary>
[Authorize]
public sealed class PassModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>What is in the field now.</summary>
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>What was read before.</summary>
    [BindProperty]
    public List<string> Scanned { get; set; } = [];

    [BindProperty]
    public List<TypedCount> Lines { get; set; } = [];

    [BindProperty]
    public string? Proof { get; set; }

    public DocumentView Document { get; private set; } = null!;

    public GatePassView Pass { get; private set; } = null!;

    /// <summary>The reader may let this pass out now.</summary>
    public bool IsMine => Document.Acts.Contribute == Capacity.Guard;

    /// <summary>What was read and is on no line of the pass.</summary>
    public IReadOnlyList<string> Foreign => [.. Scanned.Where(s => !IsOnPass(s))];

    /// <summary>Lines of which something goes out as things stand.</summary>
    public int GoingOut => Pass.Lines.Select((l, i) => l.IsLabelled ? l.Pieces.Any(p => WasRead(p.Number)) : Lines.ElementAtOrDefault(i)?.Quantity is > 0).Count(goes => goes);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        SeenVersion = Document.Sheet.ContentVersion;
        Lines = [.. Pass.Lines.Select(l => new TypedCount { Line = l.Id })];
        return Page();
    }

    /// <summary>One more code, typed or scanned.</summary>
    public async Task<IActionResult> OnPostScan(CancellationToken ct)
    {
        // Enter in the field of the password presses the form's first button, which is this one.
        if (string.IsNullOrWhiteSpace(Scan) && !string.IsNullOrEmpty(Proof)) return await OnPostLetOut(ct);
        if (await Show(ct) is { } unseen) return unseen;

        var code = PersianText.ToLatinDigits(PersianText.Clean(Scan));
        if (code.Length > 0 && !Scanned.Contains(code, StringComparer.OrdinalIgnoreCase)) Scanned.Add(code);

        // The code of goods without labels says which line is meant: all of it, until another quantity is typed.
        var line = Pass.Lines.Select((l, i) => (l, i)).Where(x => !x.l.IsLabelled && string.Equals(x.l.Code, code, StringComparison.OrdinalIgnoreCase)).ToList();
        if (line.Count == 1) TakeAll(line[0].i);
        return Again();
    }

    /// <summary>A whole line is there.</summary>
    public async Task<IActionResult> OnPostAll(int row, CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        TakeAll(row);
        return Again();
    }

    /// <summary>Something was misread.</summary>
    public async Task<IActionResult> OnPostForget(string code, CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        Scanned.RemoveAll(s => s == code);
        return Again();
    }

    public async Task<IActionResult> OnPostLetOut(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var counted = Lines.Select(l => new CountedForm(l.Line, l.Quantity)).ToList();
        IReadOnlyList<string> scanned = string.IsNullOrWhiteSpace(Scan) ? Scanned : [.. Scanned, Scan];
        var exit = await Cases.Send(new LetOutGoods(new DocumentId(Id), SeenVersion, counted, scanned, Proof), ct);
        if (!exit.Succeeded) return Refused(exit.Refusals);

        var stopped = exit.Value.Stopped.Count > 0 ? Texts["gate-pass.stopped-told", string.Join("، ", exit.Value.Stopped)] : null;
        this.Confirm(exit.Value.HasLeft
            ? new ConfirmationView(Texts["gate-pass.let-out"], Next: stopped ?? Texts["gate-pass.let-out-next"])
            : new ConfirmationView(Texts["gate-pass.nothing-left"], Next: stopped));
        return Redirect(exit.Value.HasLeft ? "/issuing/gate" : $"/issuing/gate/{Id}");
    }

    public bool WasRead(string number) => Scanned.Exists(s => PropertyNumber.Create(s) is { Succeeded: true } read && read.Value.Value == number);

    private bool IsOnPass(string code) => Pass.Lines.Any(l => l.IsLabelled
        ? l.Pieces.Any(p => PropertyNumber.Create(code) is { Succeeded: true } read && read.Value.Value == p.Number)
        : string.Equals(l.Code, code, StringComparison.OrdinalIgnoreCase));

    private void TakeAll(int row)
    {
        if (row < 0 || row >= Pass.Lines.Count || row >= Lines.Count || Pass.Lines[row].IsLabelled) return;
        ModelState.Remove(FormattableString.Invariant($"Lines[{row}].Quantity"));
        Lines[row].Quantity = Pass.Lines[row].Quantity.Units;
    }

    /// <summary>The same screen with what was read so far, its field empty and ready for the next code.</summary>
    private PageResult Again()
    {
        Scan = null;
        ModelState.Remove(nameof(Scan));
        return Page();
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: GatePassView pass } view) return NotFound();
        (Document, Pass) = (view, pass);
        return null;
    }
}

/// <summary>What the guard counted of one line.</summary>
public sealed class TypedCount
{
    public Guid Line { get; set; }

    public decimal? Quantity { get; set; }
}
