using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving;

/// <summary>
/// What page, print and API show of a delivery. Counts and ordered quantities are left out for a counter who has not counted yet (6.1.a).
/// </summary>
public sealed record TemporaryReceiptView(
    StoreLabel Store, GoodsSource Source, DocumentId? BasisId, string FromName, string Deed, string WaybillNo, string InvoiceNo, string Vehicle, string Deliverer,
    DateTimeOffset ArrivedAt, string Keeper, string SecondCounter, Capacity SecondHand, int CountRound, bool KeeperCounted, bool SecondCounted, bool PapersRead,
    bool CountsAgree, CountSide? ReaderCountsAs, int SecondCountsLeft, IReadOnlyList<TemporaryReceiptLineView> Lines, IReadOnlyList<CountView> History);

public sealed record TemporaryReceiptLineView(
    Guid Id, int Order, ItemLabel Item, string LotCode, DateOnly? ExpiresOn, string Condition, Quantity? Ordered, Quantity? OnPaper, Quantity? ByKeeper,
    Quantity? BySecond, Quantity? Counted, bool CountsDiffer, bool DiffersFromOrder, bool DiffersFromPapers);

/// <summary>One earlier count of one line, shown once the counts agree.</summary>
public sealed record CountView(int Line, int Round, CountSide Side, int Attempt, Quantity Quantity, string By, DateTimeOffset At);

internal sealed class TemporaryReceiptBody(ReceivingNames names, ICurrentActor actor) : IDocumentBody
{
    public DocumentKind Kind => TemporaryReceipt.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var receipt = (TemporaryReceipt)document;
        var reader = actor.Person;
        var item = await names.Items(receipt.Lines.Select(l => l.ItemId), ct);
        var person = await names.People([receipt.SignOff.OwnerId, receipt.SecondCounterId, .. receipt.Counts.Select(c => (PersonId?)c.CountedBy)], ct);
        var differing = receipt.DifferingLines().Select(l => l.Id).ToHashSet();
        var ordersShown = receipt.ShowsOrderTo(reader);
        var counts = receipt.Counts.Where(c => c.Round == receipt.CountRound && c.Side == CountSide.Second).Select(c => c.Attempt).DefaultIfEmpty(0).Max();
        return new TemporaryReceiptView(
            await names.Store(receipt.StoreId, ct), receipt.Source, receipt.BasisId, receipt.FromName, receipt.Deed, receipt.Arrival.WaybillNo,
            receipt.Arrival.InvoiceNo, receipt.Arrival.Vehicle, receipt.Arrival.Deliverer, receipt.Arrival.ArrivedAt, person(receipt.SignOff.OwnerId),
            person(receipt.SecondCounterId), receipt.SecondHand, receipt.CountRound, receipt.HasCounted(CountSide.Keeper), receipt.HasCounted(CountSide.Second),
            receipt.PapersRead, receipt.CountsAgree, receipt.SideOf(reader), Math.Max(0, TemporaryReceipt.SecondCountsPerRound - counts),
            [.. receipt.Lines.OrderBy(l => l.Order).Select(l => new TemporaryReceiptLineView(
                l.Id, l.Order, item(l.ItemId), l.LotCode, l.ExpiresOn, l.Condition, ordersShown ? l.Ordered : null, ordersShown ? l.OnPaper : null,
                receipt.ShowsCountTo(reader, CountSide.Keeper) ? receipt.CountOf(l, CountSide.Keeper) : null,
                receipt.ShowsCountTo(reader, CountSide.Second) ? receipt.CountOf(l, CountSide.Second) : null,
                l.Counted, differing.Contains(l.Id), l.DiffersFromOrder, l.DiffersFromPapers))],
            receipt.CountsAgree ? History(receipt, person) : []);
    }

    private static IReadOnlyList<CountView> History(TemporaryReceipt receipt, Func<PersonId?, string> person)
    {
        var order = receipt.Lines.ToDictionary(l => l.Id, l => l.Order);
        return [.. receipt.Counts.OrderBy(c => c.At).ThenBy(c => order[c.LineId])
            .Select(c => new CountView(order[c.LineId], c.Round, c.Side, c.Attempt, c.Quantity, person(c.CountedBy), c.At))];
    }
}
