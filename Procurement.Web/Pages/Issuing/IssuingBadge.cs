using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Navigation;

namespace Procurement.Web.Pages.Issuing;

/// <summary>How much waits for the visitor on the way out of the stores.</summary>
internal sealed class IssuingBadge(IUseCases cases) : IMenuBadge
{
    public string Line => "issuing";

    public async Task<long?> Count(CancellationToken cancel)
    {
        var count = await cases.Ask(new CountIssuingWork(), cancel);
        return count.Succeeded ? count.Value : null;
    }
}
