using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Sourcing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Print;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>The order a small deal is, on paper under its own number; its signatures are the decision's.</summary>
[Authorize]
public sealed class OrderPrintModel(IUseCases cases, IMarks marks, ITexts texts) : PageModel, IPrintPage
{
    private const int MarkLength = 16;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PrintSheetView Sheet { get; private set; } = null!;

    public SourcingDecisionView Body { get; private set; } = null!;

    public string DecisionNumber { get; private set; } = "";

    public string SupplierName => Body.Supplier is { } supplier ? texts.Named(supplier.Name, supplier.NameEn) : "";

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        if (read.Value.Body is not SourcingDecisionView { OrderNumber.Length: > 0 } body) return NotFound();

        var sheet = read.Value.Sheet;
        Body = body;
        DecisionNumber = texts.Number(sheet.Number, sheet.NumberFa);
        Sheet = new PrintSheetView(
            texts["sourcing.order"], [.. sheet.Letterhead.Select(line => texts.Named(line.Name, line.NameEn))], texts.Number(body.OrderNumber, body.OrderNumberFa),
            TehranTime.LocalDate(sheet.EffectiveAt ?? sheet.OpenedAt), [.. sheet.Steps.Select(step => PrintModel.Box(step, texts))])
        {
            Stamp = sheet.State is DocumentState.InEffect or DocumentState.Closed ? null : texts.Of(sheet.State),
            Mark = new HtmlString(marks.Svg(VerifyAddress(sheet), texts["print.mark-title"])),
            Verification = [texts["print.how-to-verify", $"{Request.Host}/verify"], texts["sourcing.order-verified-by", DecisionNumber]],
        };
        return Page();
    }

    /// <summary>The order has no content of its own to verify: the mark is the decision's.</summary>
    private string VerifyAddress(SheetView sheet) =>
        $"{Request.Scheme}://{Request.Host}{Request.PathBase}/verify?number={Uri.EscapeDataString(sheet.Number)}&mark={sheet.ContentSha256[..MarkLength]}";
}
