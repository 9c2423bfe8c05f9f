using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Web.Pages.Account;

/// <summary>What the pages of the door share.</summary>
/// <remarks>
/// Their forms carry passwords and their answers carry secrets shown once. A request key would store a hash of the one and the text of the
/// other, so these calls have none; every act here may be sent twice without harm.
/// </remarks>
public abstract class AccountPage(IUseCases cases, CallContext call) : PageModel
{
    protected IUseCases Cases
    {
        get
        {
            call.IdempotencyKey = null;
            return cases;
        }
    }

    /// <summary>Refusals said on this page rather than on a page of their own: who stands at the door has no other page.</summary>
    protected static IReadOnlyList<Refusal> Here(IReadOnlyList<Refusal> refusals) =>
        [.. refusals.Select(r => r.Kind is RefusalKind.Forbidden or RefusalKind.NotFound ? r with { Kind = RefusalKind.Rule } : r)];
}
