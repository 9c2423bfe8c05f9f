using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.Inbox;
using Procurement.Web.Navigation;

namespace Procurement.Web.Pages.Inbox;

/// <summary>How many documents wait for the visitor's signature.</summary>
internal sealed class InboxBadge(IUseCases cases) : IMenuBadge
{
    public string Line => "inbox";

    public async Task<long?> Count(CancellationToken cancel)
    {
        var count = await cases.Ask(new CountInbox(), cancel);
        return count.Succeeded ? count.Value : null;
    }
}
