using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Pipeline;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.Reactions;

/// <summary>A signed first count brings its goods into their bins and their value into the kardex.</summary>
internal sealed class PostOpeningBalance(IStores stores, IOpeningFacts openings, ChartOfCall charts, PostingPlan plan) : IReactTo<OpeningBalanceTookEffect>
{
    public async Task<Result> React(OpeningBalanceTookEffect happened, CancellationToken ct)
    {
        // Judged again at the effect: the store may have begun to work since the count was drafted.
        var moving = await openings.MovedOtherwise(happened.Store, [.. happened.Lines.Select(l => l.Item).Distinct()], ct);
        if (happened.Lines.FirstOrDefault(l => moving.Contains(l.Item)) is { } late) return Refusal.Rule("opening-balance.line-already-moves", late.Order);

        var entity = AccountingEntity.Of(await charts.Get(ct), happened.Unit);
        foreach (var line in happened.Lines)
        {
            var lot = await LotOf(line, ct);
            if (!lot.Succeeded) return lot.Plain();

            plan.Add(new StockMovePosting(
                line.Item, lot.Value, StockPlace.Opening, new StockPlace(line.Bin, PlaceKind.Bin, happened.Store), line.Quantity, happened.CountedOn,
                happened.DocumentId, line.Id, MoveReason.Opening, happened.Explained));
            plan.Add(new ValueInPosting(
                entity, happened.Store, line.Item, line.Quantity, line.Value, IsProvisional: false, happened.CountedOn, happened.DocumentId, line.Id));
        }

        return Result.Ok;
    }

    private async Task<Result<LotId?>> LotOf(OpeningLine line, CancellationToken ct)
    {
        if (line.Lot.Length == 0) return Result<LotId?>.Of(null);
        if (await stores.FindLot(line.Item, line.Lot, ct) is { } known)
        {
            var same = known.Matches(line.ExpiresOn);
            return same.Succeeded ? Result<LotId?>.Of(known.Id) : same;
        }

        var opened = Lot.Open(line.Item, line.Lot, line.ExpiresOn);
        if (!opened.Succeeded) return opened.Plain();
        stores.Add(opened.Value);
        return Result<LotId?>.Of(opened.Value.Id);
    }
}
