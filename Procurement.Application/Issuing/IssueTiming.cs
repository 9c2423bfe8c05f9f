using Procurement.Application.Receiving.Facts;
using Procurement.Application.Settings;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Sourcing;
using Procurement.Domain.Shared;

namespace Procurement.Application.Issuing;

/// <summary>
/// Whether controller and inspector may sign an issue after its effect (documents 2, timing): its value is at or below <c>label_percent</c> of
/// the ceiling of small deals, and no signature of the store is overdue. Where setting or decree is not loaded, they sign before.
/// </summary>
internal sealed class IssueTiming(ISettings settings, Decrees decrees, IReceivingRecords records, IBodyClock clock)
{
    public async Task<bool> AllowsAfter(string storeCode, Rials value, CancellationToken ct)
    {
        var share = await settings.Require(GeneralSettings.LabelPercent, clock.Today, ct);
        if (!share.Succeeded) return false;
        var decree = (await decrees.Table(ct)).InForceOn(clock.Today);
        return decree.Succeeded
            && value <= decree.Value.Decree.SmallCeiling.Percent(share.Value.Value)
            && !await records.HasOverdueAfterSignature(storeCode, clock.Now, ct);
    }
}
