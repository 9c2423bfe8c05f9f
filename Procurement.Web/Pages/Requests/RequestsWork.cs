using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests;
using Procurement.Application.Requests.ListMissingGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Display;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>What the store did not have and its requester has not asked to buy yet; and the need itself, which anybody may write.</summary>
internal sealed class RequestsWork(IUseCases cases, IVisitor visitor, ITexts texts) : IWaitingWork
{
    public int Order => 50;

    public async Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct)
    {
        if (!visitor.May(RequestsPermissions.DraftPurchaseRequest)) return [];
        var missing = await cases.Ask(new ListMissingGoods(), ct);
        return !missing.Succeeded
            ? []
            :
            [
                .. missing.Value.Select(m => new WorkRow(texts["goods-request.buy-missing"], url.Page("/Requests/PurchaseRequestNew", new { from = m.Id.Value })!, m.Purpose)
                {
                    Number = texts.Number(m.Number, m.NumberFa), NumberHref = $"/documents/{m.Id.Value}", Since = m.Since,
                }),
            ];
    }

    public IEnumerable<WorkStart> Starts(IUrlHelper url)
    {
        if (visitor.May(RequestsPermissions.DraftGoodsRequest)) yield return new WorkStart(texts["goods-request.new"], url.Page("/Requests/GoodsRequestNew")!);
    }
}
