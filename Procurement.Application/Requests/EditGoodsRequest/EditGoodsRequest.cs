using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests.EditGoodsRequest;

/// <summary>Rewrites one's own draft whole.</summary>
[Requires(RequestsPermissions.DraftGoodsRequest)]
public sealed record EditGoodsRequest(
    DocumentId DocumentId, int SeenVersion, StoreId Store, string? Purpose, DateOnly NeededBy, IReadOnlyList<GoodsRequestLineForm> Lines) : ICommand<Result>;

internal sealed class EditGoodsRequestHandler(IDocuments documents, GoodsRequestCheck check, Desk desk) : ICommandHandler<EditGoodsRequest, Result>
{
    public async Task<Result> Handle(EditGoodsRequest command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GoodsRequest>(command.DocumentId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        if (request.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, request.SignOff.ContentVersion);
        var store = await check.Store(command.Store, request.SignOff.UnitId, cancellationToken);
        if (!store.Succeeded) return store;
        var lines = await check.Lines(command.Lines, cancellationToken);
        if (!lines.Succeeded) return lines.Plain();

        var described = request.Describe(command.Store, command.Purpose, command.NeededBy, desk.Me);
        return described.Succeeded ? request.ReplaceLines(lines.Value, desk.Me) : described;
    }
}
