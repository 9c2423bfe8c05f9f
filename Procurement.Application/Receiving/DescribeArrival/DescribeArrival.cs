using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.DescribeArrival;

/// <summary>Corrects papers, vehicle, deliverer or time of one's own draft.</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record DescribeArrival(
    DocumentId DocumentId, int SeenVersion, string? WaybillNo, string? InvoiceNo, string? Vehicle, string? Deliverer, DateTimeOffset ArrivedAt) : ICommand<Result>;

internal sealed class DescribeArrivalHandler(IDocuments documents, Desk desk) : ICommandHandler<DescribeArrival, Result>
{
    public async Task<Result> Handle(DescribeArrival command, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(command.DocumentId, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        if (receipt.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, receipt.SignOff.ContentVersion);

        return receipt.Describe(
            new ArrivalInput(command.WaybillNo, command.InvoiceNo, command.Vehicle, command.Deliverer, command.ArrivedAt), desk.Me);
    }
}
