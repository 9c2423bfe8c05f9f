using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.KeepSourcingFile;
using Procurement.Application.Sourcing.ReadSourcingFile;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Web.Display;
using Procurement.Web.Display.Forms;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>One sourcing file: why it is bought so, what was found out about prices, what the splitting tests see, and what the reader may do.</summary>
[Authorize]
[RequestSizeLimit(Uploads.LongestRequest)]
public sealed class FileModel(IUseCases cases, ITexts texts, ReaderFormat format, IVisitor visitor, IFileVault vault, CallContext call) : SourcingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Seller { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public PriceSource? Source { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public IFormFile? Evidence { get; set; }

    [BindProperty]
    public List<TypedPrice> Lines { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? SetadNumber { get; set; }

    public SourcingFileView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Sources => Enum.GetValues<PriceSource>().Select(s => new SelectListItem(Texts.Of(s), s.ToString()));

    public bool MayNote => View is { IsMine: true, State: SourcingFileState.Open, Decision: null or { State: DocumentState.Draft } };

    public bool MayEnterSetad => View is { State: SourcingFileState.Open, IsMine: true, SetadNumber.Length: 0 };

    public bool MayDecide => View is { State: SourcingFileState.Open, IsMine: true, Decision: null, Method: PurchaseMethod.SmallPurchase };

    /// <summary>What a file bought by quotes or tender waits for: this page takes no decision of a small purchase for it.</summary>
    public RefusalView? MethodRefusal => View.State != SourcingFileState.Open || View.Method == PurchaseMethod.SmallPurchase
        ? null
        : RefusalView.Of(Refusal.Rule(View.Method == PurchaseMethod.Quotes ? "sourcing.method-needs-quotes" : "sourcing.method-needs-tender"), Texts);

    public ChainView Chain => new(
    [
        .. View.Requests.Select(r => new ChainLink($"{Texts.KindName("purchase-request")} {Texts.Number(r.Number, r.NumberFa)}", $"/documents/{r.Id.Value}")),
        new ChainLink(Texts["sourcing.file"], null, IsThis: true),
        .. View.Decision is { } decision
            ? [new ChainLink(DecisionLabel(decision), $"/documents/{decision.Id.Value}")]
            : new[] { new ChainLink(Texts["sourcing.no-decision-yet"], null) },
    ]);

    public FactsView Facts => new(
    [
        new Fact(Texts["sourcing.unit"], Texts.Named(View.UnitName, View.UnitNameEn)),
        new Fact(Texts["sourcing.buyer"], View.Buyer),
        new Fact(Texts["sourcing.opened-by"], $"{View.OpenedBy}، {format.Date(TehranTime.LocalDate(View.OpenedAt))}"),
        new Fact(Texts["sourcing.setad"], Setad()) { IsWide = View.SetadExcuse.Length > 0 },
        .. View.IsUrgent ? [new Fact(Texts["sourcing.urgent"], Texts["sourcing.urgent-note"]) { IsWide = true }] : Array.Empty<Fact>(),
        .. View.AbandonReason.Length > 0 ? [new Fact(Texts["sourcing.abandoned-because"], View.AbandonReason) { IsWide = true }] : Array.Empty<Fact>(),
    ]);

    public ActionsView Actions => new([.. Acts()], 0) { WaitingFor = MayNote || View.State != SourcingFileState.Open ? null : Texts["sourcing.waits-for-buyer", View.Buyer] };

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        On = format.Today;
        return Page();
    }

    /// <summary>Gives out the evidence of a price, always as a download and never as a page of ours.</summary>
    public async Task<IActionResult> OnGetEvidence(Guid price, CancellationToken ct)
    {
        var named = await Cases.Ask(new ReadPriceEvidence(SourcingFileId.From(Id), price), ct);
        if (!named.Succeeded) return this.Refuse(named.Refusals);
        if (!Sha256Hash.TryParseHex(named.Value.Sha256, out var hash)) throw new InvalidOperationException("Evidence without a hash.");
        var content = vault.Open(hash);
        if (!content.Succeeded) return this.Refuse(content.Refusals) is StatusCodeResult gone ? gone : StatusCode(ErrorOutcome.StatusOf(content.Refusal.Kind));

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(content.Value, named.Value.ContentType, named.Value.FileName);
    }

    /// <summary>Notes a price, with it the number of the electronic system where it is at hand, and goes on to the decision when the buyer says so.</summary>
    public async Task<IActionResult> OnPostPrice(string? then, CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (string.IsNullOrWhiteSpace(Seller)) Missing(nameof(Seller));
        if (On is null) Missing(nameof(On));
        if (Source is null) Missing(nameof(Source));
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].UnitPrice is null) Missing(FormattableString.Invariant($"Lines[{i}].UnitPrice"));
        }

        if (!ModelState.IsValid || !MayNote) return Invalid();
        var kept = await Keep(ct);
        if (!kept.Succeeded) return Refused(kept.Refusals);
        var (supplier, _) = await Supplier(Seller, ct);
        var noted = await Cases.Send(
            new NotePrice(
                View.Id, supplier?.Id, Seller, 0, On!.Value, Source!.Value, Note, [.. Lines.Select(l => new LinePriceForm(l.Line, l.UnitPrice!.Value))], kept.Value), ct);
        if (!noted.Succeeded) return Refused(noted.Refusals);
        if (MayEnterSetad && !string.IsNullOrWhiteSpace(SetadNumber))
        {
            call.Then("setad");
            var entered = await Cases.Send(new EnterSetad(View.Id, SetadNumber), ct);
            if (!entered.Succeeded)
            {
                this.Warn(RefusalView.Of(entered.Refusal, Texts));
                then = null;
            }
        }

        return then == "decide" && MayDecide
            ? Done(Url.Page("/Sourcing/SourcingDecisionNew", new { file = Id })!, "sourcing.price-noted")
            : Done($"/sourcing/files/{Id}#prices", "sourcing.price-noted");
    }

    public async Task<IActionResult> OnPostSetad(CancellationToken ct) => await After(new EnterSetad(SourcingFileId.From(Id), SetadNumber), "sourcing.setad-entered", ct);

    public async Task<IActionResult> OnPostExcuse(CancellationToken ct) => await After(new ExcuseSetad(SourcingFileId.From(Id), Reason), "sourcing.setad-excused", ct);

    public async Task<IActionResult> OnPostAbandon(CancellationToken ct) => await After(new AbandonSourcingFile(SourcingFileId.From(Id), Reason), "sourcing.file-abandoned", ct);

    private async Task<IActionResult> After(ICommand<Result> act, string done, CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        var outcome = await Cases.Send(act, ct);
        if (outcome.Succeeded) return Done($"/sourcing/files/{Id}", done);
        // The excuse and the giving up share one field of the page.
        return Refused([.. outcome.Refusals.Select(r => r.Field == "SetadExcuse" ? r.At(nameof(Reason)) : r)]);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await Cases.Ask(new ReadSourcingFile(SourcingFileId.From(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        View = read.Value;
        return null;
    }

    private IEnumerable<DocumentAction> Acts()
    {
        if (View.Decision is { } decision) yield return new DocumentAction(DecisionLabel(decision), "") { IsMain = View.State == SourcingFileState.Open, Anchor = "decision", Href = $"/documents/{decision.Id.Value}" };
        if (View.State != SourcingFileState.Open) yield break;
        if (MayDecide)
        {
            yield return new DocumentAction(Texts["sourcing.draft-decision"], "")
            {
                IsMain = View.Prices.Count > 0, Anchor = "decide", Href = Url.Page("/Sourcing/SourcingDecisionNew", new { file = Id }),
            };
        }

        if (MayEnterSetad)
        {
            yield return new DocumentAction(Texts["sourcing.enter-setad"], "Setad")
            {
                Anchor = "setad", Fields = [new ActionField(nameof(SetadNumber), Texts["sourcing.setad-number"]) { IsShort = true, MaxLength = SourcingFile.MaxSetadLength }],
            };
        }

        if (!View.IsMine && !View.HasSetadAnswer && visitor.May(SourcingPermissions.DecideFinding))
        {
            yield return new DocumentAction(Texts["sourcing.excuse-setad"], "Excuse")
            {
                Anchor = "excuse", Fields = [new ActionField(nameof(Reason), Texts["sourcing.setad-why"]) { MaxLength = SourcingFile.MaxNoteLength }],
            };
        }

        if (View.Decision is null && visitor.May(SourcingPermissions.Open))
        {
            yield return new DocumentAction(Texts["sourcing.abandon"], "Abandon")
            {
                Anchor = "abandon",
                IsGrave = true,
                Fields = [new ActionField(nameof(Reason), Texts["sourcing.abandon-why"]) { MaxLength = SourcingFile.MaxNoteLength }],
                Consequence = Texts["sourcing.abandon-consequence"],
            };
        }
    }

    private string DecisionLabel(DecisionBrief decision) => decision.OrderNumber.Length > 0
        ? $"{Texts["sourcing.order"]} {Texts.Number(decision.OrderNumber, decision.OrderNumberFa)}"
        : $"{Texts.KindName("sourcing-decision")} {Texts.Number(decision.Number, decision.NumberFa)}".Trim();

    private string Setad() => View switch
    {
        { SetadNumber.Length: > 0 } => View.SetadNumber,
        { SetadExcuse.Length: > 0 } => Texts["sourcing.setad-excused-by", View.SetadExcuse, View.SetadExcusedBy],
        _ => "",
    };

    private async Task<Result<PriceEvidence?>> Keep(CancellationToken ct)
    {
        if (Evidence is not { Length: > 0 } sent) return Result<PriceEvidence?>.Of(null);
        var name = Path.GetFileName(sent.FileName);
        await using var content = sent.OpenReadStream();
        var stored = await vault.Store(content, name, null, ct);
        return stored.Succeeded
            ? new PriceEvidence(
                stored.Value.Hash.ToString(), name.Length > PriceNote.MaxFileNameLength ? name[^PriceNote.MaxFileNameLength..] : name, stored.Value.Size, MediaTypes.Of(stored.Value.Type))
            : stored.Refusal.At(nameof(Evidence));
    }
}

/// <summary>A unit price as typed.</summary>
public sealed class TypedPrice
{
    public Guid Line { get; set; }

    public long? UnitPrice { get; set; }
}
