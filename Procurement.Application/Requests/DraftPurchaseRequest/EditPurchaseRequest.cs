using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.DraftPurchaseRequest;

/// <summary>Rewrites one's own draft whole.</summary>
[Requires(RequestsPermissions.DraftPurchaseRequest)]
public sealed record EditPurchaseRequest(DocumentId DocumentId, int SeenVersion, PurchaseRequestHead Head, IReadOnlyList<PurchaseRequestLineForm> Lines)
    : ICommand<Result>;

internal sealed class EditPurchaseRequestHandler(IDocuments documents, PurchaseRequestLines lines, ChartOfCall charts, Desk desk) : ICommandHandler<EditPurchaseRequest, Result>
{
    public async Task<Result> Handle(EditPurchaseRequest command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PurchaseRequest>(command.DocumentId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        if (request.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, request.SignOff.ContentVersion);

        var read = await lines.Read(command.Lines, desk.Me, request.Lines, cancellationToken);
        var store = await lines.CheckStore(command.Head.Store, request.SignOff.UnitId, await charts.Get(cancellationToken), cancellationToken);
        if (!read.Succeeded || !store.Succeeded) return Result.RefusedBy([.. store.Refusals, .. read.Refusals]);
        var from = request.GoodsRequestId is { } id ? await documents.Find<GoodsRequest>(id, cancellationToken) : null;
        var origin = await lines.CheckOrigin(from, request.Id, read.Value, cancellationToken);
        if (!origin.Succeeded) return origin;
        var described = request.Describe(command.Head, desk.Me);
        return described.Succeeded ? request.ReplaceLines(read.Value, desk.Me) : described;
    }
}
