using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.CloseGoodsRequest;

/// <summary>The requester gives up what he has not yet received; what was held for him goes back to the store.</summary>
[Requires(RequestsPermissions.DraftGoodsRequest)]
public sealed record CloseGoodsRequest(DocumentId DocumentId, string? Reason) : ICommand<Result>;

internal sealed class CloseGoodsRequestHandler(IDocuments documents, Desk desk) : ICommandHandler<CloseGoodsRequest, Result>
{
    public async Task<Result> Handle(CloseGoodsRequest command, CancellationToken cancellationToken) =>
        await documents.Find<GoodsRequest>(command.DocumentId, cancellationToken) is { } request
            ? request.GiveUpRemainder(desk.Me, command.Reason)
            : Refusal.NotFound("signoff.document-not-found");
}
