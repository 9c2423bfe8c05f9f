using Procurement.Application.AuditTrail;
using Procurement.Infrastructure.AuditTrail;

namespace Procurement.Web.Verbs;

/// <summary>Signs the state of the log now, exports it, and prints what an outsider should keep.</summary>
[Verb("checkpoint", "signs the state of the audit log and prints it with the public key")]
internal sealed class TakeCheckpoint(CheckpointJob job, ICheckpointKey key) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        if (await job.Run(ct) is not { } checkpoint)
        {
            await call.Output.WriteLineAsync("The log is empty, or is not what was signed before; verify-log tells which.");
            return VerbOutcome.Failed;
        }

        await call.Output.WriteAsync($"{checkpoint}\n{key.PublicKey}\n");
        return VerbOutcome.Done;
    }
}
