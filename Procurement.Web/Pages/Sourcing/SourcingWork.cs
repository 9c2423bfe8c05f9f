using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.ListNeeds;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Domain.Sourcing;
using Procurement.Web.Display;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>The buyer's files without a decision, and approved requests nobody buys yet.</summary>
internal sealed class SourcingWork(IUseCases cases, IVisitor visitor, CallContext call, ITexts texts) : IWaitingWork
{
    public int Order => 40;

    public async Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct)
    {
        if (!visitor.May(SourcingPermissions.Read)) return [];
        var rows = new List<WorkRow>();
        var files = await cases.Ask(new ListSourcingFiles(SourcingFileState.Open, Buyer: call.Person), ct);
        if (files.Succeeded)
        {
            rows.AddRange(files.Value.Rows.Where(f => f.DecisionId is null && f.BuyerId == call.Person).OrderBy(f => f.OpenedAt)
                .Select(f => new WorkRow(texts["sourcing.go-on"], $"/sourcing/files/{f.Id.Value}", f.Subject) { Since = f.OpenedAt }));
        }

        if (!visitor.May(SourcingPermissions.Open)) return rows;
        var needs = await cases.Ask(new ListNeeds(), ct);
        if (needs.Succeeded)
        {
            rows.AddRange(needs.Value.Rows.GroupBy(n => n.Request).Select(request => (One: request.First(), What: string.Join("، ", request.Select(n => n.Description))))
                .Select(n => new WorkRow(texts["sourcing.open-file"], url.Page("/Sourcing/FileNew", new { request = n.One.Request.Value })!, n.What)
                {
                    Number = texts.Number(n.One.Number, n.One.NumberFa), NumberHref = $"/documents/{n.One.Request.Value}", Since = n.One.ApprovedAt, Due = n.One.NeededBy,
                }));
        }

        return rows;
    }
}
