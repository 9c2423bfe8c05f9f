using Microsoft.EntityFrameworkCore;
using Procurement.Application.Shared.Messaging;
using Procurement.Infrastructure.Organisation;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Pipeline;

/// <summary>Faults after which nothing was done and the whole command may be decided again.</summary>
internal sealed class TransientFaults(TimeProvider time) : ITransientFaults
{
    public bool IsTransient(Exception fault) =>
        fault is ChartMovedException or DbUpdateConcurrencyException || DatabaseFaults.MayRunAgain(fault);

    public async Task Wait(int attempt, CancellationToken ct)
    {
        var jitter = Random.Shared.Next(5, 25) * attempt;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(jitter), time);
        await timer.WaitForNextTickAsync(ct);
    }
}
