using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.ClosePeriod;
using Procurement.Application.Warehousing.CloseStore;
using Procurement.Application.Warehousing.DescribeStore;
using Procurement.Application.Warehousing.KeepBins;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>One store: what it is, its bins, its closed period, and what the reader may do about them.</summary>
[Authorize]
public sealed class StoreModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public StoreForm Form { get; set; } = new();

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? Through { get; set; }

    public StoreView View { get; private set; } = null!;

    public bool MayManage => visitor.May(WarehousingPermissions.ManageStores);

    public bool MayKeepBins => View.Own && visitor.May(WarehousingPermissions.ManageBins);

    public bool MayDraftOpening => View is { Own: true, IsActive: true } && visitor.May(WarehousingPermissions.DraftOpening);

    public bool MayClosePeriod => visitor.May(WarehousingPermissions.ClosePeriod);

    public bool MayCheck => visitor.May(WarehousingPermissions.Check);

    private StoreId Store => StoreId.From(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await Show(ct) is { } refused) return refused;

        (Form.Name, Form.NameEn, Form.HasGuard) = (View.Name, View.NameEn, View.HasGuard);
        return Page();
    }

    public Task<IActionResult> OnPostDescribeAsync(CancellationToken ct) =>
        Do(new DescribeStore(Store, Form.Name, Form.NameEn, Form.HasGuard), "warehousing.store-saved", nameof(Form), ct);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => Do(new CloseStore(Store), "warehousing.store-is-closed", null, ct);

    public async Task<IActionResult> OnPostBinAsync(CancellationToken ct)
    {
        var added = await cases.Send(new AddBin(Store, Code, Name), ct);
        return await Answer(added.Plain(), "warehousing.bin-added", null, ct);
    }

    public Task<IActionResult> OnPostCloseBinAsync(Guid bin, CancellationToken ct) =>
        Do(new CloseBin(PlaceId.From(bin)), "warehousing.bin-is-closed", null, ct);

    public Task<IActionResult> OnPostProposeAsync(CancellationToken ct) =>
        Do(new ProposeClosing(Store, Through ?? DateOnly.MaxValue), "warehousing.closing-was-proposed", null, ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        Do(new ApproveClosing(Store, Through ?? DateOnly.MaxValue), "warehousing.closing-approved", null, ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => Do(new WithdrawClosing(Store), "warehousing.closing-withdrawn", null, ct);

    private async Task<IActionResult> Do(ICommand<Result> command, string said, string? form, CancellationToken ct) =>
        await Answer(await cases.Send(command, ct), said, form, ct);

    private async Task<IActionResult> Answer(Result outcome, string said, string? form, CancellationToken ct)
    {
        if (!outcome.Succeeded)
        {
            return await Show(ct)
                ?? this.Refuse([.. outcome.Refusals.Select(r => form is not null && r.Field is { } field ? r.At($"{form}.{field}") : r)]);
        }

        this.Confirm(new ConfirmationView(texts[said]));
        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadStore(Store), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);

        View = read.Value;
        return null;
    }
}
