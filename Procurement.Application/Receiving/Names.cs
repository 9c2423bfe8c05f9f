using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Names;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving;

/// <summary>An item as a line of a receiving document shows it.</summary>
public sealed record ItemLabel(ItemId Id, string Code, string Name, string NameEn, string Unit, string UnitEn);

/// <summary>A store as the head of a receiving document shows it.</summary>
public sealed record StoreLabel(StoreId Id, string Code, string Name, string NameEn);

/// <summary>Names what the documents of this capability refer to by id.</summary>
internal sealed class ReceivingNames(ICatalogueFacts catalogue, IStockFacts stock, NamedThings things)
{
    public async Task<Func<ItemId, ItemLabel>> Items(IEnumerable<ItemId> ids, CancellationToken ct)
    {
        var found = await catalogue.Items([.. ids.Distinct()], ct);
        return id => found.GetValueOrDefault(id) is { } item
            ? new ItemLabel(id, item.Code, item.Name, item.NameEn, item.UnitName, item.UnitNameEn)
            : new ItemLabel(id, "", "", "", "", "");
    }

    public async Task<StoreLabel> Store(StoreId id, CancellationToken ct) =>
        await stock.Store(id, ct) is { } store ? new StoreLabel(id, store.Code, store.Name, store.NameEn) : new StoreLabel(id, "", "", "");

    public async Task<Func<PersonId?, string>> People(IEnumerable<PersonId?> ids, CancellationToken ct)
    {
        var named = await things.Find([.. ids.OfType<PersonId>().Select(p => p.Value).Distinct()], ct);
        return id => id is { } person ? named.GetValueOrDefault(person.Value)?.Name ?? "" : "";
    }

    public async Task<Func<PlaceId, string>> Bins(StoreId store, CancellationToken ct)
    {
        var places = await stock.PlacesOf(store, ct);
        return id => places?.Bins.FirstOrDefault(b => b.Place.Id == id)?.Code ?? "";
    }
}
