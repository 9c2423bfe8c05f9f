using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests.DraftGoodsRequest;

/// <summary>Drafts a goods request in the requester's own unit; lines may be filled in later.</summary>
[Requires(RequestsPermissions.DraftGoodsRequest)]
public sealed record DraftGoodsRequest(StoreId Store, string? Purpose, DateOnly NeededBy, IReadOnlyList<GoodsRequestLineForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>A line as the form or the API sends it; quantity in the item's base unit.</summary>
public sealed record GoodsRequestLineForm(ItemId Item, decimal Quantity, string? Remark);

internal sealed class DraftGoodsRequestHandler(IDocuments documents, ChartOfCall charts, GoodsRequestCheck check, Desk desk)
    : ICommandHandler<DraftGoodsRequest, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftGoodsRequest command, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var unit = chart.Unit(chart.Person(desk.Me.Person)!.UnitId)!;
        var drafted = GoodsRequest.Draft(unit.Id, unit.Code, command.Store, command.Purpose, command.NeededBy, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();
        var store = await check.Store(command.Store, unit.Id, cancellationToken);
        if (!store.Succeeded) return store;
        var lines = await check.Lines(command.Lines, cancellationToken);
        if (!lines.Succeeded) return lines.Plain();
        var filled = drafted.Value.ReplaceLines(lines.Value, desk.Me);
        if (!filled.Succeeded) return filled;

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}
