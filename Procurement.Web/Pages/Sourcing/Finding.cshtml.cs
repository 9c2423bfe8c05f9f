using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.DecideFinding;
using Procurement.Application.Sourcing.Findings;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>One finding about split deals: the whole set against the limit, and the decision of somebody who has no part in it.</summary>
[Authorize]
public sealed class FindingModel(IUseCases cases, ITexts texts, ReaderFormat format, IVisitor visitor) : SourcingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SplittingVerdict? Verdict { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FindingView View { get; private set; } = null!;

    public bool MayDecide => !View.ReaderIsParty && visitor.May(SourcingPermissions.DecideFinding);

    public FactsView Facts => new(
    [
        new Fact(Texts["sourcing.test"], Texts.Of(View.Case.Test)),
        new Fact(Texts["sourcing.found-at"], Texts.Of(View.At)),
        new Fact(Texts["sourcing.unit"], View.UnitName),
        .. View.Buyer.Length > 0 ? [new Fact(Texts["sourcing.buyer"], View.Buyer)] : Array.Empty<Fact>(),
        new Fact(Texts["sourcing.opened"], format.Date(TehranTime.LocalDate(View.OpenedAt))),
        new Fact(Texts["sourcing.holds-back"], Texts[View.DocumentId is null ? "sourcing.open-the-file" : "sourcing.open-the-document"],
            View.DocumentId is { } document ? $"/documents/{document.Value}" : $"/sourcing/files/{View.FileId?.Value}"),
    ]);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) is { } unseen ? unseen : Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        var decided = await Cases.Send(new DecideFinding(SplittingFindingId.From(Id), Verdict ?? default, Reason), ct);
        return decided.Succeeded ? Done($"/sourcing/findings/{Id}", "sourcing.finding-decided", "sourcing.finding-decided-next") : Refused(decided.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await Cases.Ask(new ReadFinding(SplittingFindingId.From(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        View = read.Value;
        return null;
    }
}
