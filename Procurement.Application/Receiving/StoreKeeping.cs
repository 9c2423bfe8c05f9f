using Procurement.Application.Receiving.Facts;
using Procurement.Application.Settings;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving;

/// <summary>Finds the store a keeper works in, and tells whether its documents may be signed after their effect.</summary>
internal sealed class StoreKeeping(StoreSight stores, IReceivingRecords records, ISettings settings, IBodyClock clock)
{
    /// <summary>An open store the caller keeps; another's store is not found.</summary>
    public async Task<Result<ReceivingStore>> Mine(StoreId store, CancellationToken ct)
    {
        var found = await stores.FindOwn(store, ct);
        if (!found.Succeeded) return found.Refusal.At("Store");
        return found.Value.IsActive
            ? new ReceivingStore(found.Value.Id, found.Value.Code, found.Value.UnitId)
            : Refusal.Rule("warehousing.store-closed", found.Value.Name).At("Store");
    }

    /// <summary>
    /// The timing rules outside a document (documents 2): a band is set and not exceeded, nothing urgent, no signature of the store overdue.
    /// </summary>
    public async Task<bool> MaySignAfter(string storeCode, Rials value, bool urgent, CancellationToken ct)
    {
        if (urgent) return false;
        var band = await settings.Require(ReceivingSettings.SignAfterBand, clock.Today, ct);
        return band.Succeeded && value <= band.Value.Value && !await records.HasOverdueAfterSignature(storeCode, clock.Now, ct);
    }
}
