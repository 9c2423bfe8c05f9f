using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Takes the keeper's answer, which stands inside the document's page; a refused one comes back here with what he typed.</summary>
[Authorize]
public sealed class GoodsRequestAnswerModel(IUseCases cases, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public List<TypedAnswer> Lines { get; set; } = [];

    public ContributionView Contribution { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var answered = await cases.Send(
                new AnswerGoodsRequest(new DocumentId(Id), SeenVersion, [.. Lines.Select(l => new AvailableLine(l.LineId, l.Available ?? 0))], Proof), ct);
            if (answered.Succeeded)
            {
                var read = await cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
                var done = texts["goods-request.answered"];
                this.Confirm(read.Succeeded ? new DocumentNotices(texts).Told(done, read.Value.Sheet) : new ConfirmationView(done));
                return Redirect(InboxAddress.After(new DocumentId(Id)));
            }

            return await Show(ct) ?? this.Refuse([.. answered.Refusals.Select(r => r.Kind is RefusalKind.Forbidden ? r with { Kind = RefusalKind.Rule } : r)]);
        }

        return await Show(ct) ?? new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        if (read.Value.Acts.Contribute is null) return Redirect($"/documents/{Id}");

        Contribution = ContributionView.Of(read.Value);
        Number = texts.Number(read.Value.Sheet.Number, read.Value.Sheet.NumberFa);
        return null;
    }
}

/// <summary>What the keeper typed for one line.</summary>
public sealed class TypedAnswer
{
    public Guid LineId { get; set; }

    public decimal? Available { get; set; }
}
