using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Settings;
using Procurement.Application.Settings.DecideSetting;
using Procurement.Application.Settings.ListSettings;
using Procurement.Application.Settings.ProposeSetting;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Settings;

/// <summary>One setting: its value now, every value it had, a new one entered by one person and decided by another.</summary>
[Authorize]
public sealed class SettingModel(IUseCases cases, IVisitor visitor, ITexts texts, ReaderFormat format) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? LegalBasis { get; set; }

    /// <summary>The value that is decided.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SettingWords Words { get; } = new(texts, format);

    public SettingView Setting { get; private set; } = null!;

    public IReadOnlyList<SettingVersionView> Waiting => [.. Setting.Versions.Where(v => v.State == SettingState.Proposed)];

    public IReadOnlyList<SettingVersionView> History => [.. Setting.Versions.Where(v => v.State != SettingState.Proposed)];

    public bool MayEnter => visitor.May(SettingsPermissions.Enter);

    public bool MayApprove => visitor.May(SettingsPermissions.Approve);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } missing) return missing;
        Values = Setting.Fields.ToDictionary(f => f.Name, f => Setting.Now?.Values.GetValueOrDefault(f.Name));
        return Page();
    }

    public async Task<IActionResult> OnPostPropose(CancellationToken ct)
    {
        if (await Show(ct) is { } missing) return missing;
        if (From is null && ModelState.GetFieldValidationState(nameof(From)) != ModelValidationState.Invalid) ModelState.AddModelError(nameof(From), texts["forms.required"]);
        if (!ModelState.IsValid) return Page();

        var proposed = await cases.Send(new ProposeSetting(Key, Values, From!.Value, LegalBasis), ct);
        if (!proposed.Succeeded)
            return this.Refuse([.. proposed.Refusals.Select(r => Setting.Fields.Any(f => f.Name == r.Field) ? r.At($"Values[{r.Field}]") : r)]);

        this.Confirm(new ConfirmationView(texts["settings.proposed"], Next: texts["settings.proposed-next"]));
        return Redirect($"/settings/{Key}");
    }

    public Task<IActionResult> OnPostApprove(CancellationToken ct) => Decide(true, ct);

    public Task<IActionResult> OnPostReject(CancellationToken ct) => Decide(false, ct);

    private async Task<IActionResult> Decide(bool approve, CancellationToken ct)
    {
        var decided = await cases.Send(new DecideSetting(new SettingId(Version), approve, Reason), ct);
        if (!decided.Succeeded) return await Show(ct) ?? this.Refuse(decided.Refusals);

        this.Confirm(new ConfirmationView(texts[approve ? "settings.was-approved" : "settings.was-rejected"]));
        return Redirect($"/settings/{Key}");
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var all = await cases.Ask(new ListSettings(), ct);
        if (!all.Succeeded) return this.Refuse(all.Refusals);
        if (all.Value.FirstOrDefault(s => s.Key == Key) is not { } setting) return this.Refuse([Refusal.NotFound("settings.not-found", Key)]);

        Setting = setting;
        return null;
    }
}
