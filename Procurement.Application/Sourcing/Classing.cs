using Procurement.Application.Settings;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>Classes what requests ask for, by the decree of the configured event's day (tender law art. 3).</summary>
public sealed class Classing(ISettings settings, Decrees decrees, IBodyClock clock)
{
    public async Task<Result<Classification>> Of(Rials amount, IReadOnlyList<PurchaseRequest> requests, CancellationToken ct)
    {
        var events = await settings.Require(SourcingSettings.ThresholdEventDate, clock.Today, ct);
        if (!events.Succeeded) return events.Plain();

        var approved = requests.Max(r => TehranTime.LocalDate(ApprovedAt(r)));
        return Classification.Of(amount, await decrees.Table(ct), events.Value.Value, new EventDates(approved, clock.Today, clock.Today));
    }

    /// <summary>تشخیص: the authorised official's signature.</summary>
    private DateTimeOffset ApprovedAt(PurchaseRequest request) =>
        request.SignOff.CurrentSteps.FirstOrDefault(s => s.Capacity == Capacity.AuthorisedOfficial)?.SignedAt ?? request.SignOff.EffectiveAt ?? clock.Now;
}
