using Procurement.Application.Shared.Jobs;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Jobs;

/// <summary>Forgets answers to request keys that no browser will send again, and signing grants long over. Neither is a record of anything.</summary>
internal sealed class ForgetOldAnswers(ISqlSession sql, WriteGate gate) : IDailyJob
{
    /// <summary>A form left open longer than this is filled in anew.</summary>
    private const int DaysKept = 30;

    public string Name => "forget-old-answers";

    public async Task Run(DateOnly day, CancellationToken ct)
    {
        var before = TehranTime.StartOfDay(day.AddDays(-DaysKept));
        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) throw new TimeoutException("No turn to write came.");
        using (turn.Value)
        {
            await sql.Execute($"DELETE FROM request_answer WHERE at < {before}", ct);
            await sql.Execute($"DELETE FROM signing_grant WHERE expires_at < {before}", ct);
        }
    }
}
