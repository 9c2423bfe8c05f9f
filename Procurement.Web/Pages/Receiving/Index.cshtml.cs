using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Errors;
using Procurement.Web.Navigation;

namespace Procurement.Web.Pages.Receiving;

/// <summary>What waits between gate and shelf, in the order goods travel.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, IVisitor visitor) : PageModel
{
    public ReceivingDeskView Desk { get; private set; } = null!;

    public bool Keeps => visitor.May(ReceivingPermissions.Keep);

    public bool Appoints => visitor.May(ReceivingPermissions.AppointExpert);

    public bool NamesSubstitutes => visitor.May(ReceivingPermissions.NameSubstitute);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var desk = await cases.Ask(new ReceivingDesk(), ct);
        if (!desk.Succeeded) return this.Refuse(desk.Refusals);
        Desk = desk.Value;
        return Page();
    }
}

/// <summary>One section of the desk: documents that wait for the same next step.</summary>
/// <param name="Key">Names its texts: <c>receiving.&lt;key&gt;</c>.</param>
/// <param name="Rows">What waits.</param>
/// <param name="Next">Address of the next step, with the document's id behind it; null for readers who may not take it.</param>
/// <param name="NextLabel">Its verb.</param>
public sealed record DeskSection(string Key, IReadOnlyList<ReceivingRow> Rows, string? Next, string NextLabel);
