using Procurement.Application.Identity.FirstAdministrator;

namespace Procurement.Web.Verbs;

/// <summary>Makes a fresh one-time link by which an administrator is made, for the day nobody can log in as one.</summary>
[Verb("reset-admin", "makes a one-time link by which an administrator is made, and prints it")]
internal sealed class ResetAdmin(IFirstAdministrator first) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        await call.Output.WriteLineAsync(await first.Offer(ct));
        return VerbOutcome.Done;
    }
}
