using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Organisation;
using Procurement.Application.Organisation.EstablishPost;
using Procurement.Application.Organisation.FoundUnit;
using Procurement.Application.Organisation.ReadUnit;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.StaffingCheck;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Organisation;

/// <summary>One unit of the tree: what is under it, its posts, who is missing.</summary>
public sealed class IndexModel(IUseCases useCases, ITexts texts, IVisitor visitor) : PageModel
{
    public UnitCard Unit { get; private set; } = null!;

    public UnitStaffing? Staffing { get; private set; }

    public bool MayManage => visitor.May(OrganisationPermissions.Manage);

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public NewUnit New { get; set; } = new();

    [BindProperty]
    public NewPost Post { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPostFoundAsync(CancellationToken ct)
    {
        var parent = UnitId is { } id ? OrgUnitId.From(id) : (OrgUnitId?)null;
        var founded = await useCases.Send(new FoundUnit(New.Code ?? "", New.Name ?? "", New.NameEn ?? "", New.Kind, parent), ct);
        if (!founded.Succeeded) return await Again(founded.Refusals, nameof(New), ct);

        this.Confirm(new ConfirmationView(texts["organisation.unit-founded"]));
        return RedirectToPage(new { unit = founded.Value.Value });
    }

    public async Task<IActionResult> OnPostEstablishAsync(CancellationToken ct)
    {
        var established = await useCases.Send(new EstablishPost(Post.Capacity, OrgUnitId.From(UnitId ?? default), Post.ServesSubtree), ct);
        if (!established.Succeeded) return await Again(established.Refusals, nameof(Post), ct);

        this.Confirm(new ConfirmationView(texts["organisation.post-established"]));
        return RedirectToPage(new { unit = UnitId });
    }

    private async Task<IActionResult> Again(IReadOnlyList<Refusal> refusals, string form, CancellationToken ct) =>
        await Show(ct) ?? this.Refuse([.. refusals.Select(r => r.Field is { } field ? r.At(form + "." + field) : r)]);

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await useCases.Ask(new ReadUnit(UnitId is { } id ? OrgUnitId.From(id) : null), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);

        Unit = read.Value;
        UnitId = Unit.Id?.Value;
        if (Unit.Id is not { } unit) return null;
        var staffing = await useCases.Ask(new StaffingCheck(unit), ct);
        Staffing = staffing.Succeeded ? staffing.Value : null;
        return null;
    }

    public sealed class NewUnit
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? NameEn { get; set; }

        public UnitKind Kind { get; set; } = UnitKind.Centre;
    }

    public sealed class NewPost
    {
        public Capacity Capacity { get; set; } = Capacity.Keeper;

        public bool ServesSubtree { get; set; }
    }
}
