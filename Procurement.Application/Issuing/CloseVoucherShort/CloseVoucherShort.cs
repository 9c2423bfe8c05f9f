using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.CloseVoucherShort;

/// <summary>The keeper gives up what was not handed over; nothing may be under way, and what was held is free again (documents 5).</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record CloseVoucherShort(DocumentId Voucher, string? Reason) : ICommand<Result>;

internal sealed class CloseVoucherShortHandler(IDocuments documents, IIssueDeliveries deliveries, KeeperStores stores, Desk desk) : ICommandHandler<CloseVoucherShort, Result>
{
    public async Task<Result> Handle(CloseVoucherShort command, CancellationToken cancellationToken)
    {
        if (await documents.Find<IssueVoucher>(command.Voucher, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(voucher.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        if (await deliveries.Find(voucher.Id, cancellationToken) is not { } delivery) return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);

        var closed = delivery.Close();
        return closed.Succeeded ? voucher.CloseShort(command.Reason, desk.Me) : closed;
    }
}
