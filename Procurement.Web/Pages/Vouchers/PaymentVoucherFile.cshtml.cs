using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.KeepPaymentFile;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>The payment file of a voucher, item by item: what shows it, what is missing, and the papers that stand in.</summary>
[Authorize]
public sealed class PaymentVoucherFileModel(IUseCases cases, ITexts texts) : VoucherPage(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public int? Item { get; set; }

    [BindProperty]
    public Guid? Paper { get; set; }

    public new PaymentFileView File { get; private set; } = null!;

    public IEnumerable<SelectListItem> Items => File.Items.Where(i => i.Gate == FileGate.FirstSignature)
        .Select(i => new SelectListItem(Texts["payment-voucher.file-choice", (int)i.Item, Texts.Of(i.Item)], ((int)i.Item).ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Papers => File.Papers.Select(p => new SelectListItem(p.FileName, p.Id.ToString()));

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPostRefresh(CancellationToken ct) =>
        await After(await Cases.Send(new FillPaymentFile(new DocumentId(Id), SeenVersion), ct), "payment-voucher.file-refreshed", ct);

    public async Task<IActionResult> OnPostPaper(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (Item is null) Missing(nameof(Item));
        if (Paper is null) Missing(nameof(Paper));
        if (!ModelState.IsValid) return Unreadable;
        return await After(await Cases.Send(new ShowByPaper(new DocumentId(Id), SeenVersion, (FileItem)Item!.Value, Paper!.Value), ct), "payment-voucher.paper-named", ct);
    }

    private async Task<IActionResult> After(Result done, string text, CancellationToken ct)
    {
        if (done.Succeeded) return GoOn($"/vouchers/payments/{Id}/file", text);
        return await Show(ct) ?? Refused(done.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var file = await Cases.Ask(new ReadPaymentFile(new DocumentId(Id)), ct);
        if (!file.Succeeded) return this.Refuse(file.Refusals);
        File = file.Value;
        return null;
    }
}
