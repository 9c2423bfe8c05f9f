using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Shared;

namespace Procurement.Application.Sourcing;

/// <summary>
/// The ceiling of small deals (نصاب معاملات کوچک) of the decree in force today: above it a decision is an award and a voucher is beyond the
/// band, so each signature is proved for itself (documents 3.5).
/// </summary>
internal sealed class SmallDealBand(Decrees decrees, IBodyClock clock) : ISigningBand
{
    public async Task<Rials?> Ceiling(CancellationToken ct)
    {
        var decree = (await decrees.Table(ct)).InForceOn(clock.Today);
        return decree.Succeeded ? decree.Value.Decree.SmallCeiling : null;
    }
}
