using Microsoft.Extensions.Logging;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Jobs;

/// <summary>What a job did, for its one line in the log; a refused item is told by itself, because nobody else is there to read it.</summary>
public sealed class JobReport(ILogger<JobReport> log)
{
    public int Done { get; private set; }

    public int Refused { get; private set; }

    public void Count(Guid item, Result outcome)
    {
        if (outcome.Succeeded)
        {
            Done++;
            return;
        }

        Refused++;
        log.LogWarning("{Item} was refused: {Refusal}", item, outcome.Refusal.Code);
    }
}
