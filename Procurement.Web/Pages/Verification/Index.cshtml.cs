using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.VerifyDocument;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Verification;

/// <summary>
/// Whether a paper is genuine (درستی سند), for anyone who holds it: by the mark it carries, or by its number and the digits in a signature box.
/// </summary>
[AllowAnonymous]
public sealed class IndexModel(IUseCases cases, ReaderFormat format, ITexts texts) : PageModel
{
    private const int ShortHash = 8;

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mark { get; set; }

    /// <summary>What the system says; null before it is asked, and when it knows no such paper.</summary>
    public VerifiedDocument? Found { get; private set; }

    public bool IsUnknown { get; private set; }

    /// <summary>The head of the answer.</summary>
    public FactsView Facts { get; private set; } = new();

    public string ProofHref => $"/verify?handler=Proof&number={Uri.EscapeDataString(Found!.Number)}&mark={Found.ContentSha256}";

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Number) && string.IsNullOrWhiteSpace(Mark)) return Page();

        var verified = await cases.Ask(new VerifyDocument(Number, Mark), ct);
        if (verified.Succeeded)
        {
            Found = verified.Value;
            Facts = FactsOf(Found);
            return Page();
        }

        // That there is no such paper is the answer here, not an address that leads nowhere.
        if (verified.Refusal.Kind != RefusalKind.NotFound) return this.Refuse(verified.Refusals);
        IsUnknown = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    /// <summary>The proof file, for a check without this system.</summary>
    public async Task<IActionResult> OnGetProof(CancellationToken ct)
    {
        var proof = await cases.Ask(new ReadProof(Number, Mark), ct);
        return proof.Succeeded ? File(proof.Value.Json, "application/json", proof.Value.FileName) : this.Refuse(proof.Refusals);
    }

    private FactsView FactsOf(VerifiedDocument found)
    {
        var unit = texts.Language == Language.English && found.UnitNameEn.Length > 0 ? found.UnitNameEn : found.UnitName;
        var facts = new List<Fact>
        {
            new(texts["verification.kind"], texts.KindName(found.Kind)),
            new(texts["verification.number"], texts.Number(found.Number, found.NumberFa)),
            new(texts["verification.unit"], unit),
            new(texts["verification.state"], found.UnderObjection ? $"{texts.Of(found.State)}، {texts["inbox.under-objection"]}" : texts.Of(found.State)),
            new(texts["verification.version"], format.Number(found.Version)),
        };
        if (found.SubmittedAt is { } at) facts.Add(new Fact(texts["print.date"], format.Date(TehranTime.LocalDate(at))));
        if (found.Place is { } place)
        {
            facts.Add(new Fact(texts["verification.log-place"], format.Number((long)place.Index)));
            if (place.Checkpoint is { } signed) facts.Add(new Fact(texts["verification.root"], $"{signed.Root.ToHex()[..ShortHash]}…{signed.Root.ToHex()[^ShortHash..]}") { IsCode = true });
        }

        return new FactsView([.. facts]);
    }
}
