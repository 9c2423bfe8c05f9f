using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.NameReceiver;

/// <summary>Records who takes the goods of a voucher over in place of the requester (control 6.4.c); passes on their way follow him.</summary>
[Requires(IssuingPermissions.Receive)]
public sealed record NameReceiver(DocumentId Voucher, PersonId Substitute, string? Reason) : ICommand<Result>;

internal sealed class NameReceiverHandler(IDocuments documents, IIssueDeliveries deliveries, ChartOfCall charts, IBodyClock clock, Desk desk)
    : ICommandHandler<NameReceiver, Result>
{
    public async Task<Result> Handle(NameReceiver command, CancellationToken cancellationToken)
    {
        if (await documents.Find<IssueVoucher>(command.Voucher, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        if (await deliveries.Find(voucher.Id, cancellationToken) is not { } delivery) return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);
        var named = delivery.NameSubstitute(await charts.Get(cancellationToken), command.Substitute, command.Reason, desk.Me, clock.Today);
        if (!named.Succeeded) return named;

        foreach (var id in await deliveries.OpenPassesOf(voucher.Id, cancellationToken))
        {
            var followed = (await documents.Load<GatePass>(id, cancellationToken))?.ReceiveBy(command.Substitute, desk.Me) ?? Result.Ok;
            if (!followed.Succeeded) return followed;
        }

        voucher.Note(ActCode.ReceiverNamed, desk.Me, PersianText.Clean(command.Reason));
        return Result.Ok;
    }
}
