using Procurement.Application.Settings;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation;

/// <summary>How many days a keeper may hold his post after his course expired (control 6.1.b); no other post asks for a course.</summary>
public sealed class TrainingGrace(ISettings settings, IBodyClock clock)
{
    public async Task<Result<int>> Of(Capacity capacity, CancellationToken ct)
    {
        if (capacity != Capacity.Keeper) return 0;
        var days = await settings.Require(GeneralSettings.TrainingGraceDays, clock.Today, ct);
        return days.Succeeded ? days.Value.Value : days.Plain();
    }
}
