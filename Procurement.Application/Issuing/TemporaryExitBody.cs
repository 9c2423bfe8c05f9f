using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>What page, print and API show of a temporary exit; it is overdue once its day is over and something is still out.</summary>
public sealed record TemporaryExitView(
    StoreId Store, string StoreName, string StoreNameEn, ExitPurpose Purpose, string Reason, PersonId? ReceiverId, string Receiver, bool IsOutside, DateOnly ReturnDue,
    bool IsOverdue, IReadOnlyList<TemporaryExitLineView> Lines);

public sealed record TemporaryExitLineView(
    Guid Id, int Order, ItemId Item, string Code, string Name, string NameEn, string Unit, string UnitEn, string BinCode, string LotCode, string Custodian, Quantity Quantity,
    Quantity Waiting, Quantity Settled, IReadOnlyList<ExitPieceView> Pieces);

public sealed record ExitPieceView(string Number, bool OnPass, bool Settled);

internal sealed class TemporaryExitBody(IStockFacts stock, ICatalogueFacts catalogue, ChartOfCall charts, IBodyClock clock) : IDocumentBody
{
    public DocumentKind Kind => TemporaryExit.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var exit = (TemporaryExit)document;
        var chart = await charts.Get(ct);
        var store = await stock.Store(exit.StoreId, ct);
        var bins = (await stock.PlacesOf(exit.StoreId, ct))?.Bins.ToDictionary(b => b.Place.Id, b => b.Code) ?? [];
        var items = await catalogue.Items([.. exit.Lines.Select(l => l.Item).Distinct()], ct);
        var lots = new Dictionary<LotId, string>();
        foreach (var item in exit.Lines.Where(l => l.Lot is not null).Select(l => l.Item).Distinct())
        {
            foreach (var lot in await stock.LotsOf(item, ct)) lots[lot.Id] = lot.Code;
        }

        return new TemporaryExitView(
            exit.StoreId, store?.Name ?? "", store?.NameEn ?? "", exit.Purpose, exit.Reason, exit.ReceiverId,
            exit.ReceiverId is { } receiver ? chart.NameOf(receiver) : exit.OutsideReceiver, exit.OutsideReceiver.Length > 0, exit.ReturnDue,
            exit.SignOff.State == DocumentState.InEffect && exit.ReturnDue < clock.Today && exit.Lines.Any(l => l.OnPass != l.Settled),
            [
                .. exit.Lines.OrderBy(l => l.Order).Select(l => Line(
                    l, items.GetValueOrDefault(l.Item), l.Bin is { } bin ? bins.GetValueOrDefault(bin, "") : "", l.Lot is { } lot ? lots.GetValueOrDefault(lot, "") : "",
                    l.CustodianId is { } custodian ? chart.NameOf(custodian) : "")),
            ]);
    }

    private static TemporaryExitLineView Line(ExitLine line, ItemFacts? item, string bin, string lot, string custodian) => new(
        line.Id, line.Order, line.Item, line.ItemCode, item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", bin, lot, custodian,
        line.Quantity, line.Waiting, line.Settled, [.. line.Pieces.OrderBy(p => p.Order).Select(p => new ExitPieceView(p.Number, p.OnPass, p.Settled))]);
}
