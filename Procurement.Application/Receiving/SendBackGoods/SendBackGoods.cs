using Procurement.Application.Contracts.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.SendBackGoods;

/// <summary>The keeper drafts the return of what a report refused.</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record SendBackGoods(DocumentId Conformance, string? Reason, string? Carrier, IReadOnlyList<LineQuantity> Lines) : ICommand<Result<DocumentId>>;

internal sealed class SendBackGoodsHandler(IDocuments documents, IOrderFacts orders, StoreKeeping stores, Desk desk)
    : ICommandHandler<SendBackGoods, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(SendBackGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<ConformanceReport>(command.Conformance, cancellationToken) is not { } report)
            return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(report.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var lines = Quantities.Read(command.Lines);
        if (!lines.Succeeded) return lines.Plain();

        var buyer = report.BasisId is { } basis ? (await orders.Find(basis, cancellationToken))?.BuyerId : null;
        var drafted = ReturnToSupplier.Draft(report, buyer, command.Reason, command.Carrier, lines.Value, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}
