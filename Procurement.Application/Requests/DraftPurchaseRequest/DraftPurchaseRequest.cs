using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.DraftPurchaseRequest;

/// <summary>Drafts a purchase request in the requester's own unit; with a goods request, for what its keeper said the store lacks.</summary>
[Requires(RequestsPermissions.DraftPurchaseRequest)]
public sealed record DraftPurchaseRequest(PurchaseRequestHead Head, IReadOnlyList<PurchaseRequestLineForm> Lines, DocumentId? GoodsRequest = null)
    : ICommand<Result<DocumentId>>;

internal sealed class DraftPurchaseRequestHandler(IDocuments documents, PurchaseRequestLines lines, ChartOfCall charts, Desk desk)
    : ICommandHandler<DraftPurchaseRequest, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftPurchaseRequest command, CancellationToken cancellationToken)
    {
        GoodsRequest? from = null;
        if (command.GoodsRequest is { } id && (from = await documents.Find<GoodsRequest>(id, cancellationToken)) is null)
            return Refusal.NotFound("signoff.document-not-found");
        if (from is { SignOff.State: not DocumentState.InEffect }) return Refusal.Rule("purchase-request.goods-request-not-answered");

        var chart = await charts.Get(cancellationToken);
        var unit = chart.Unit(from?.SignOff.UnitId ?? chart.Person(desk.Me.Person)!.UnitId)!;
        var drafted = PurchaseRequest.Draft(unit.Id, unit.Code, command.Head, desk.Me, from);
        var read = await lines.Read(command.Lines, desk.Me, [], cancellationToken);
        var store = await lines.CheckStore(command.Head.Store, unit.Id, chart, cancellationToken);
        if (!drafted.Succeeded || !read.Succeeded || !store.Succeeded)
            return Result<DocumentId>.RefusedBy([.. drafted.Refusals, .. store.Refusals, .. read.Refusals]);
        var origin = await lines.CheckOrigin(from, null, read.Value, cancellationToken);
        if (!origin.Succeeded) return origin;
        var filled = drafted.Value.ReplaceLines(read.Value, desk.Me);
        if (!filled.Succeeded) return filled;

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}
