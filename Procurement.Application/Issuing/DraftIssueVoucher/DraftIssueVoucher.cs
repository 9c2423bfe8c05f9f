using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.DraftIssueVoucher;

/// <summary>The keeper drafts a voucher for what his store holds for an approved request.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record DraftIssueVoucher(DocumentId Request, IReadOnlyList<IssueLineForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>Rewrites the lines of one's own draft; value and timing are judged again.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record EditIssueVoucher(DocumentId DocumentId, int SeenVersion, IReadOnlyList<IssueLineForm> Lines) : ICommand<Result>;

internal sealed class DraftIssueVoucherHandler(IDocuments documents, KeeperStores stores, IssueLines lines, IssueTiming timing, Desk desk)
    : ICommandHandler<DraftIssueVoucher, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftIssueVoucher command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GoodsRequest>(command.Request, cancellationToken) is not { } request) return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(request.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var read = await lines.Read(request, store.Value, command.Lines, cancellationToken);
        if (!read.Succeeded) return read.Plain();

        var after = await timing.AllowsAfter(store.Value.Code, Worth.Of(read.Value), cancellationToken);
        var drafted = IssueVoucher.Draft(request, store.Value.Code, read.Value, after, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

internal sealed class EditIssueVoucherHandler(IDocuments documents, KeeperStores stores, IssueLines lines, IssueTiming timing, Desk desk)
    : ICommandHandler<EditIssueVoucher, Result>
{
    public async Task<Result> Handle(EditIssueVoucher command, CancellationToken cancellationToken)
    {
        if (await documents.Find<IssueVoucher>(command.DocumentId, cancellationToken) is not { } voucher
            || await documents.Load<GoodsRequest>(voucher.RequestId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        if (voucher.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, voucher.SignOff.ContentVersion);
        var store = await stores.Mine(voucher.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var read = await lines.Read(request, store.Value, command.Lines, cancellationToken);
        if (!read.Succeeded) return read.Plain();

        var after = await timing.AllowsAfter(store.Value.Code, Worth.Of(read.Value), cancellationToken);
        return voucher.Rewrite(request, read.Value, after, desk.Me);
    }
}

internal static class Worth
{
    public static Rials Of(IReadOnlyList<IssueLineInput> lines) => lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Value);
}
