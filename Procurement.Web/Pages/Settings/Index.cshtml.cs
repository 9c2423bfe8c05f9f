using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Settings;
using Procurement.Application.Settings.ListSettings;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Settings;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Settings;

/// <summary>The register of everything that must not be a constant: value, legal basis, since when; what is empty and what that blocks.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, IVisitor visitor, ITexts texts, ReaderFormat format) : PageModel
{
    public SettingWords Words { get; } = new(texts, format);

    public IReadOnlyList<SettingView> Settings { get; private set; } = [];

    public IReadOnlyList<SettingView> Waiting => [.. Settings.Where(s => s.Versions.Any(v => v.State == SettingState.Proposed))];

    public int Empty => Settings.Count(s => s.Now is null);

    public bool MayApprove => visitor.May(SettingsPermissions.Approve);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var all = await cases.Ask(new ListSettings(), ct);
        if (!all.Succeeded) return this.Refuse(all.Refusals);

        Settings = all.Value;
        return Page();
    }
}
