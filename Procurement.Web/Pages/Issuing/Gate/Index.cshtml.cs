using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing.Gate;

/// <summary>The guard's first screen: scan or type the pass somebody holds out, or choose among those that wait.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public string? Scan { get; set; }

    public IReadOnlyList<GatePassRow> Found { get; private set; } = [];

    public IReadOnlyList<GatePassRow> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var waiting = await Cases.Ask(new ListGatePasses(PassFilter.AtTheGate), ct);
        if (!waiting.Succeeded) return this.Refuse(waiting.Refusals);
        Waiting = waiting.Value.Rows;
        if (string.IsNullOrWhiteSpace(Scan)) return Page();

        var found = await Cases.Ask(new FindGatePass(Scan), ct);
        if (!found.Succeeded)
        {
            // Nothing found is the guard's daily answer, not a missing page: he reads again.
            foreach (var refusal in found.Refusals) ModelState.AddModelError(nameof(Scan), Texts[refusal.Code, refusal.Args]);
            return Page();
        }

        if (found.Value.Count == 1) return Redirect($"/issuing/gate/{found.Value[0].Id.Value}");
        Found = found.Value;
        return Page();
    }

    /// <summary>Whether a pass still waits to go out.</summary>
    public static bool Waits(GatePassRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.State == DocumentState.InEffect && row.LeftAt is null;
    }
}
