using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Display;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>What waits for the reader on the way out of the stores: to issue, to pick, to take over, to let out, to confirm.</summary>
internal sealed class WorkAtTheCounter(IUseCases cases, IVisitor visitor, ITexts texts) : IWaitingWork
{
    /// <summary>Nearest to the receiver's hand first; what waits for somebody else is not work.</summary>
    private static readonly IssuingWork[] Mine =
        [IssuingWork.Disputed, IssuingWork.ToConfirm, IssuingWork.AtTheGate, IssuingWork.ToTakeOver, IssuingWork.ToPick, IssuingWork.ToIssue];

    public int Order => 30;

    public async Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct)
    {
        if (!visitor.May(IssuingPermissions.Read)) return [];
        var desk = await cases.Ask(new IssuingDesk(), ct);
        return desk.Succeeded ? [.. Mine.SelectMany(work => (desk.Value.Waiting.GetValueOrDefault(work) ?? []).Select(row => Row(work, row)))] : [];
    }

    private WorkRow Row(IssuingWork work, IssuingRow row) => new(texts[$"issuing.next-{(int)work}"], IndexModel.NextOf(work, row.Id), row.Subject)
    {
        Number = texts.Number(row.Number, row.NumberFa), NumberHref = $"/documents/{row.Id.Value}", Since = row.Since,
    };
}
