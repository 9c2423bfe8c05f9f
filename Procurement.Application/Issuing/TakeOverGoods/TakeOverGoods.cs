using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.TakeOverGoods;

/// <summary>
/// The receiver takes goods over at the counter, inside the site, with his own identity (product 3.13, control 6.4.a): the requester, or the
/// substitute recorded for him.
/// </summary>
[Requires(IssuingPermissions.Receive)]
public sealed record TakeOverGoods(DocumentId Voucher, IReadOnlyList<TakeForm> Lines, string? Proof) : ICommand<Result>;

internal sealed class TakeOverGoodsHandler(
    IDocuments documents, IIssueDeliveries deliveries, IStockFacts stock, Handing handing, SigningGate gate, PostingPlan plan, ChartOfCall charts, IBodyClock clock, Desk desk)
    : ICommandHandler<TakeOverGoods, Result>
{
    public async Task<Result> Handle(TakeOverGoods command, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.Find(command.Voucher, cancellationToken);
        var seen = await documents.Find<IssueVoucher>(command.Voucher, cancellationToken);
        var voucher = seen ?? (delivery?.ReceiverId == desk.Me.Person ? await documents.Load<IssueVoucher>(command.Voucher, cancellationToken) : null);
        if (voucher is null) return Refusal.NotFound("signoff.document-not-found");
        if (delivery is null || await stock.PlacesOf(voucher.StoreId, cancellationToken) is not { } places || await stock.Store(voucher.StoreId, cancellationToken) is not { } store)
            return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);
        var lines = TakeForms.Read(command.Lines);
        if (!lines.Succeeded) return lines.Plain();

        var parts = delivery.HandOver(lines.Value, desk.Me);
        if (!parts.Succeeded) return parts.Plain();
        var passed = await gate.Pass(voucher, command.Proof, cancellationToken);
        if (!passed.Succeeded) return passed;

        var entity = AccountingEntity.Of(await charts.Get(cancellationToken), store.UnitId);
        plan.Add(parts.Value.Select(p => new ValueOutPosting(entity, voucher.StoreId, p.Parcel.Item, p.Quantity, clock.Today, voucher.Id, p.Line.Id)));
        plan.Add(voucher.SignOff.Files.Select(f => new HandPosting(f.FileId, voucher.Id, desk.Me.Person, Capacity.Receiver)));
        var reached = await handing.Reach(delivery, parts.Value, places.Staged, voucher.Id, line => line, MoveReason.HandOver, desk.Me, cancellationToken);
        if (!reached.Succeeded) return reached;

        voucher.Note(ActCode.HandedOver, desk.Me);
        return await handing.FinishIfComplete(delivery, desk.Me, cancellationToken);
    }
}
