using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.Inbox;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Inbox;

/// <summary>The reader's own drafts of any kind, those sent back to him among them.</summary>
internal sealed class DraftsInWork(IUseCases cases, ITexts texts) : IWaitingWork
{
    public int Order => 90;

    public async Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct)
    {
        var drafts = await cases.Ask(new Sent(DraftsOnly: true), ct);
        return drafts.Succeeded ? [.. drafts.Value.Rows.Select(Row)] : [];
    }

    private WorkRow Row(SentRow row)
    {
        var number = texts.Number(row.Number, row.NumberFa);
        var href = $"/documents/{row.DocumentId.Value}";
        return new WorkRow(texts["inbox.go-on-draft", texts.KindName(row.Kind)], href, row.Subject)
        {
            Number = number.Length == 0 ? null : number, NumberHref = href, Since = row.OpenedAt,
        };
    }
}
