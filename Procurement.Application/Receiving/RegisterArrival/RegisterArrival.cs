using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.RegisterArrival;

/// <summary>
/// Goods are at the gate: the keeper writes down papers, vehicle and deliverer, says who counts beside him, and gets the lines to count.
/// </summary>
/// <param name="Store">His store.</param>
/// <param name="Order">The order or contract of bought goods; null for goods that were not bought.</param>
/// <param name="Source">Where goods come from that were not bought; ignored for bought ones, whose deal says it.</param>
/// <param name="FromName">Giver or sender of goods that were not bought.</param>
/// <param name="Deed">Their letter or deed.</param>
/// <param name="SecondCounter">Who counts beside the keeper.</param>
/// <param name="WaybillNo">Waybill.</param>
/// <param name="InvoiceNo">Invoice.</param>
/// <param name="Vehicle">Vehicle.</param>
/// <param name="Deliverer">Who brought them.</param>
/// <param name="ArrivedAt">When they passed the gate.</param>
/// <param name="Lines">The lines that came.</param>
[Requires(ReceivingPermissions.Keep)]
public sealed record RegisterArrival(
    StoreId Store, DocumentId? Order, GoodsSource? Source, string? FromName, string? Deed, PersonId SecondCounter, string? WaybillNo, string? InvoiceNo,
    string? Vehicle, string? Deliverer, DateTimeOffset ArrivedAt, IReadOnlyList<ArrivedLineForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>A line that came: of the order, or an item for goods that were not bought or were ordered in words only. No quantity: it is counted, not copied.</summary>
public sealed record ArrivedLineForm(Guid? OrderLine, ItemId? Item, string? Lot = null, DateOnly? ExpiresOn = null, string? Condition = null, string? ItemCode = null);

internal sealed class RegisterArrivalHandler(
    IDocuments documents, StoreKeeping stores, IOrderFacts orders, ICatalogueFacts catalogue, ILineProgress progress, ChartOfCall charts, IBodyClock clock, Desk desk)
    : ICommandHandler<RegisterArrival, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(RegisterArrival command, CancellationToken cancellationToken)
    {
        var store = await stores.Mine(command.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var chart = await charts.Get(cancellationToken);
        var hand = SecondCounting.HandOf(chart, store.Value.Unit, desk.Me.Person, command.SecondCounter, clock.Today);
        if (!hand.Succeeded) return hand.Plain();

        var deal = command.Order is { } order ? await orders.Find(order, cancellationToken) : null;
        if (command.Order is not null && (deal is null || !Delivers(deal, store.Value.Store))) return Refusal.NotFound("temporary-receipt.order-not-found").At("Order");
        if (deal is { IsInEffect: false }) return Refusal.Rule("temporary-receipt.order-not-in-effect", deal.NumberFa).At("Order");

        var basis = deal is null
            ? new DeliveryBasis(command.Source ?? default, null, null, command.FromName, command.Deed)
            : new DeliveryBasis(SourceOf(deal.Form), deal.Id, deal.SupplierId, deal.SupplierName, null);
        var lines = await Lines(command.Lines, deal, store.Value.Store, cancellationToken);
        if (!lines.Succeeded) return lines.Plain();

        var arrival = new ArrivalInput(command.WaybillNo, command.InvoiceNo, command.Vehicle, command.Deliverer, command.ArrivedAt);
        var registered = TemporaryReceipt.Register(
            store.Value, basis, (command.SecondCounter, hand.Value), arrival, lines.Value, desk.Me, deal is null ? [] : [deal.Sheet]);
        if (!registered.Succeeded) return registered.Plain();

        documents.Add(registered.Value);
        return registered.Value.Id;
    }

    private static bool Delivers(DealFacts deal, StoreId store) => deal.Lines.Any(l => l.Kind == ItemKind.Goods && l.StoreId == store);

    private static GoodsSource SourceOf(DealForm form) => form switch
    {
        DealForm.Order => GoodsSource.Order,
        DealForm.Contract => GoodsSource.Contract,
        DealForm.Imprest => GoodsSource.Imprest,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form of a deal."),
    };

    private async Task<Result<IReadOnlyList<ArrivedLine>>> Lines(IReadOnlyList<ArrivedLineForm> typed, DealFacts? deal, StoreId store, CancellationToken ct)
    {
        var ordered = deal?.Lines.Where(l => l.Kind == ItemKind.Goods && l.StoreId == store).ToDictionary(l => l.LineId) ?? [];
        var delivered = await progress.Of(LineStage.Delivered, [.. ordered.Keys], ct);
        var codes = await catalogue.ItemsByCode([.. typed.Select(l => CodeOf(l)).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)], ct);
        var itemsOf = typed.Select(l => l.OrderLine is { } line && ordered.TryGetValue(line, out var found) ? found.Item ?? Named(l) : Named(l)).ToList();
        var items = await catalogue.Items([.. itemsOf.OfType<ItemId>().Distinct()], ct);
        var faults = new List<Refusal>();
        var read = new List<ArrivedLine>();
        for (var i = 0; i < typed.Count; i++)
        {
            var due = typed[i].OrderLine is { } line ? ordered.GetValueOrDefault(line) : null;
            if (itemsOf[i] is not { } id || !items.TryGetValue(id, out var item) || item.Kind != ItemKind.Goods || (deal is not null && due is null))
            {
                faults.Add(Refusal.Invalid(deal is null ? "temporary-receipt.item-missing" : "temporary-receipt.not-in-the-order", i + 1)
                    .At(FormattableString.Invariant($"Lines[{i}].Item")));
                continue;
            }

            read.Add(new ArrivedLine(
                due?.LineId, id, due is null ? null : delivered.Left(due.LineId, due.Ordered), typed[i].Lot, typed[i].ExpiresOn, typed[i].Condition, item.Tracking));
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<ArrivedLine>>.RefusedBy(faults);

        ItemId? Named(ArrivedLineForm line) => line.Item ?? (codes.GetValueOrDefault(CodeOf(line))?.Id);
    }

    /// <summary>A code as the catalogue spells it.</summary>
    private static string CodeOf(ArrivedLineForm line) => PersianText.ToLatinDigits(PersianText.Clean(line.ItemCode)).ToUpperInvariant();
}
