using Procurement.Infrastructure.Persistence;

namespace Procurement.Web.Verbs;

/// <summary>Brings the database to the shape this version needs. On PostgreSQL that is never done behind the administrator's back.</summary>
[Verb("migrate", "brings the database to the shape this version needs")]
internal sealed class Migrate(IServiceProvider services) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        await services.SetUpDatabase(ct);
        await call.Output.WriteLineAsync("The database is up to date; its triggers are in place.");
        return VerbOutcome.Done;
    }
}
