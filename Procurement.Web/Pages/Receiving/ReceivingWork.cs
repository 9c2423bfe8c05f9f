using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Display;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Between gate and shelf: what lies there goes before what is still to come.</summary>
internal sealed class ReceivingWork(IUseCases cases, IVisitor visitor, ITexts texts) : IWaitingWork
{
    public int Order => 20;

    public async Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct)
    {
        var (keeps, appoints, checks) = (visitor.May(ReceivingPermissions.Keep), visitor.May(ReceivingPermissions.AppointExpert), visitor.May(ReceivingPermissions.Check));
        if (!keeps && !appoints && !checks) return [];
        var read = await cases.Ask(new ReceivingDesk(), ct);
        if (!read.Succeeded) return [];

        var desk = read.Value;
        var rows = new List<WorkRow>(desk.ToCheck.Select(c => new WorkRow(texts["receiving.to-check"], $"/receiving/checklists/{c.Id.Value}", texts.NameOf(c.Item))
        {
            Number = texts.Number(c.Number, c.NumberFa), Since = c.AppointedAt,
        }));
        if (keeps)
        {
            rows.AddRange(desk.Accepted.Select(r => Row(r, "goods-receipt.new", "/receiving/receipts/new?conformance=")));
            rows.AddRange(desk.Refused.Select(r => Row(r, "return-to-supplier.new", "/receiving/returns/new?conformance=")));
            rows.AddRange(desk.InQuarantine.Select(r => Row(r, "conformance-report.new", "/receiving/conformances/new?receipt=")));
        }

        if (appoints)
        {
            rows.AddRange(desk.ToAppoint.Select(a => new WorkRow(
                texts["expert-checklist.appoint"], $"/receiving/arrivals/{a.Receipt.Value}/expert?line={a.LineId}", texts.NameOf(a.Item))
            {
                Number = texts.Number(a.Number, a.NumberFa), NumberHref = $"/documents/{a.Receipt.Value}", Since = a.At,
            }));
        }

        if (keeps)
        {
            rows.AddRange(desk.Due.Select(d => new WorkRow(texts["temporary-receipt.new"], $"/receiving/arrivals/new?order={d.Id.Value}", d.SupplierName)
            {
                Number = texts.Number(d.Number, d.NumberFa), NumberHref = $"/documents/{d.Id.Value}", Due = d.DueOn,
            }));
        }

        return rows;
    }

    private WorkRow Row(ReceivingRow row, string act, string address) => new(texts[act], $"{address}{row.Id.Value}", $"{row.FromName} · {row.StoreName}")
    {
        Number = texts.Number(row.Number, row.NumberFa), NumberHref = $"/documents/{row.Id.Value}", Since = row.At,
    };
}
