using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>A finding about split deals holds back the next signature on what opened it (tender law art. 3 note 3).</summary>
internal sealed class SplittingBar(ISplittingFindings findings) : ISigningBar
{
    public async Task<Result> MaySign(Document document, CancellationToken ct)
    {
        Guid[] subjects = document switch
        {
            PurchaseRequest request => [request.Id.Value],
            SourcingDecision decision => [decision.Id.Value, decision.FileId.Value],
            _ => [],
        };
        if (subjects.Length == 0) return Result.Ok;

        var blocking = await findings.Blocking(subjects, ct);
        if (blocking.Count == 0) return Result.Ok;
        return blocking.Any(f => f.IsOpen)
            ? Refusal.Rule("sourcing.splitting-undecided", blocking.Count, blocking[0].Sum)
            : Refusal.Rule("sourcing.splitting-one-set", blocking[0].Sum);
    }
}
