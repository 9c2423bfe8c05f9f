using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.EnterGoods;

/// <summary>What of a report's accepted and refused goods is left, and where accepted ones may be put.</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record StartEntering(DocumentId Conformance) : IQuery<Result<EnteringStart>>;

public sealed record EnteringStart(
    StoreLabel Store, GoodsSource Source, string FromName, string InvoiceNo, string Deed, IReadOnlyList<PlaceChoice> Places, IReadOnlyList<AcceptedLeft> Accepted,
    IReadOnlyList<RefusedLeft> Refused);

public sealed record PlaceChoice(PlaceId Id, string Code, string Name);

/// <summary>Accepted goods that are not on a receipt; price is the order's or the reduced one, null for goods that were not bought.</summary>
public sealed record AcceptedLeft(Guid ConformanceLine, int Order, ItemLabel Item, bool AtCut, Quantity Left, Rials? UnitPrice);

public sealed record RefusedLeft(Guid ConformanceLine, int Order, ItemLabel Item, Quantity Left, string Reason);

internal sealed class StartEnteringHandler(IDocuments documents, IStockFacts stock, ILineProgress progress, ReceivingNames names)
    : IQueryHandler<StartEntering, Result<EnteringStart>>
{
    public async Task<Result<EnteringStart>> Handle(StartEntering query, CancellationToken cancellationToken)
    {
        if (await documents.Find<ConformanceReport>(query.Conformance, cancellationToken) is not { } report)
            return Refusal.NotFound("signoff.document-not-found");
        var ids = report.Lines.Select(l => l.Id).ToList();
        var received = await progress.Of(LineStage.Received, ids, cancellationToken);
        var atCut = await progress.Of(LineStage.ReceivedAtCut, ids, cancellationToken);
        var back = await progress.Of(LineStage.SentBack, ids, cancellationToken);
        var item = await names.Items(report.Lines.Select(l => l.ItemId), cancellationToken);
        var arrived = await documents.Load<TemporaryReceipt>(report.TemporaryReceiptId, cancellationToken);
        var lines = report.Lines.OrderBy(l => l.Order).ToList();
        return new EnteringStart(
            await names.Store(report.StoreId, cancellationToken), report.Source, report.FromName, arrived?.Arrival.InvoiceNo ?? "", arrived?.Deed ?? "",
            await Places(report, cancellationToken),
            [.. lines.SelectMany(l => new[]
                {
                    new AcceptedLeft(l.Id, l.Order, item(l.ItemId), false, received.Left(l.Id, l.Accepted), l.UnitPrice),
                    new AcceptedLeft(l.Id, l.Order, item(l.ItemId), true, atCut.Left(l.Id, l.AcceptedAtCut), l.CutUnitPrice),
                }).Where(l => !l.Left.IsZero)],
            [.. lines.Select(l => new RefusedLeft(l.Id, l.Order, item(l.ItemId), back.Left(l.Id, l.Refused), l.Reason)).Where(l => !l.Left.IsZero)]);
    }

    private async Task<IReadOnlyList<PlaceChoice>> Places(ConformanceReport report, CancellationToken ct)
    {
        if (await stock.PlacesOf(report.StoreId, ct) is not { } places) return [];
        return report.Source == GoodsSource.Entrusted
            ? [new PlaceChoice(places.Entrusted.Id, "", "")]
            : [.. places.Bins.Select(b => new PlaceChoice(b.Place.Id, b.Code, b.Name))];
    }
}
