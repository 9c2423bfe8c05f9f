using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue.Groups;

/// <summary>The form of an item group: empty to open one, filled to correct, move or close one.</summary>
[Authorize]
public sealed class EditModel(IUseCases cases, ITexts texts) : PageModel
{
    /// <summary>The group to correct; null to open a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public long? SeenVersion { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public Guid? ParentId { get; set; }

    [BindProperty]
    public bool ExpertCheckNeeded { get; set; }

    [BindProperty]
    public string? ConventionalSet { get; set; }

    public CategoryTree Tree { get; private set; } = new([]);

    public bool IsOpen => Id is not { } id || Tree.Find(new CategoryId(id))?.IsActive == true;

    private CategoryForm Form => new(Name, NameEn, ParentId is { } parent ? new CategoryId(parent) : null, ExpertCheckNeeded, ConventionalSet);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        if (Id is not { } id) return Page();
        var card = await cases.Ask(new ReadCategory(new CategoryId(id)), ct);
        if (!card.Succeeded) return this.Refuse(card.Refusals);

        var node = card.Value.Node;
        SeenVersion = card.Value.Version;
        (Name, NameEn, ParentId) = (node.Name, node.NameEn, node.ParentId?.Value);
        (ExpertCheckNeeded, ConventionalSet) = (node.ExpertCheckNeeded, node.ConventionalSet);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        if (!ModelState.IsValid) return Page();

        var done = Id is { } id
            ? await cases.Send(new CorrectCategory(new CategoryId(id), SeenVersion ?? 0, Form), ct)
            : (await cases.Send(new OpenCategory(Code, Form), ct)).Plain();
        return Leave(done);
    }

    public async Task<IActionResult> OnPostClose(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        return Leave(await cases.Send(new CloseCategory(new CategoryId(Id ?? Guid.Empty)), ct));
    }

    private RedirectToPageResult Left()
    {
        this.Confirm(new ConfirmationView(texts["catalogue.saved"]));
        return RedirectToPage("/Catalogue/Groups/Index", new { id = (Guid?)null });
    }

    private IActionResult Leave(Result done) => done.Succeeded ? Left() : this.Refuse(done.Refusals);

    private async Task<IActionResult?> Load(CancellationToken ct)
    {
        var tree = await cases.Ask(new ReadCategories(), ct);
        if (!tree.Succeeded) return this.Refuse(tree.Refusals);
        Tree = tree.Value;
        return null;
    }
}
