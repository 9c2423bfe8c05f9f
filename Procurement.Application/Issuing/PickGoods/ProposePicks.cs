using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.PickGoods;

/// <summary>Where to take what is still to be picked: first to expire first, then bin by bin.</summary>
/// <param name="Voucher">The voucher.</param>
/// <param name="WithOthers">Adds, with nothing proposed, the other bins a line could be taken from.</param>
[Requires(IssuingPermissions.Keep)]
public sealed record ProposePicks(DocumentId Voucher, bool WithOthers = false) : IQuery<Result<IReadOnlyList<PickProposal>>>;

/// <param name="Line">The voucher's line.</param>
/// <param name="Order">Its place.</param>
/// <param name="Code">Item code.</param>
/// <param name="Name">Item name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Unit">Base unit.</param>
/// <param name="UnitEn">In English.</param>
/// <param name="Bin">The bin.</param>
/// <param name="BinCode">Its code.</param>
/// <param name="Lot">The lot; null without lots.</param>
/// <param name="LotCode">As printed on the goods.</param>
/// <param name="ExpiresOn">When it expires.</param>
/// <param name="Quantity">How much from there.</param>
/// <param name="Piece">The property number; empty for goods without one.</param>
public sealed record PickProposal(
    Guid Line, int Order, string Code, string Name, string NameEn, string Unit, string UnitEn, PlaceId Bin, string BinCode, LotId? Lot, string LotCode, DateOnly? ExpiresOn,
    Quantity Quantity, string Piece);

internal sealed class ProposePicksHandler(IDocuments documents, IIssueDeliveries deliveries, KeeperStores stores, IStockFacts stock, ICatalogueFacts catalogue)
    : IQueryHandler<ProposePicks, Result<IReadOnlyList<PickProposal>>>
{
    public async Task<Result<IReadOnlyList<PickProposal>>> Handle(ProposePicks query, CancellationToken cancellationToken)
    {
        if (await documents.Find<IssueVoucher>(query.Voucher, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(voucher.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        if (await deliveries.Read(voucher.Id, cancellationToken) is not { } delivery) return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);

        var items = await catalogue.Items([.. delivery.Lines.Select(l => l.Item).Distinct()], cancellationToken);
        var taken = new Dictionary<(ItemId, PlaceId, LotId?), long>();
        var proposed = new List<PickProposal>();
        foreach (var line in delivery.Lines.OrderBy(l => l.Order))
        {
            var item = items.GetValueOrDefault(line.Item);
            var wanted = delivery.ToPick(line.Id).Scaled;
            var pieces = new Queue<string>(line.Pieces.OrderBy(p => p.Order).Select(p => p.Number)
                .Where(n => !delivery.Parcels.Any(p => p.PieceNumber == n && p.PutBack.IsZero)));
            foreach (var bin in await stock.PickOrder(voucher.StoreId, line.Item, cancellationToken))
            {
                var shelf = (line.Item, bin.Place.Id, bin.Lot);
                var there = bin.Quantity.Scaled - taken.GetValueOrDefault(shelf);
                var part = Math.Min(wanted, there);
                PickProposal Row(long quantity, string piece) => new(
                    line.Id, line.Order, line.ItemCode, item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", bin.Place.Id, bin.BinCode, bin.Lot,
                    bin.LotCode, bin.ExpiresOn, Quantity.FromScaled(quantity), piece);
                if (part <= 0)
                {
                    if (query.WithOthers && there > 0 && !line.IsLabelled && !delivery.ToPick(line.Id).IsZero) proposed.Add(Row(0, ""));
                    continue;
                }

                taken[shelf] = taken.GetValueOrDefault(shelf) + part;
                wanted -= part;
                if (!line.IsLabelled) proposed.Add(Row(part, ""));
                for (; line.IsLabelled && part > 0 && pieces.Count > 0; part -= Quantity.Scale) proposed.Add(Row(Quantity.Scale, pieces.Dequeue()));
            }
        }

        return proposed;
    }
}
