using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Identity;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Identity;

/// <inheritdoc cref="IFormStash"/>
internal sealed class FormStash(ProcurementDb db, ISqlSession sql, WriteGate gate, ISecretBox box, IBodyClock clock) : IFormStash
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    public async Task<Guid?> Keep(PersonId person, StashedForm form, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var text = box.Seal(JsonSerializer.SerializeToUtf8Bytes(form), Purpose(person));
        var now = clock.Now;
        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) return null;
        using (turn.Value)
        {
            await sql.Execute($"DELETE FROM stashed_form WHERE kept_until < {now}", ct);
            await sql.Execute($"INSERT INTO stashed_form (id, person_id, sealed, kept_until) VALUES ({id}, {person}, {text}, {now + Kept})", ct);
        }

        return id;
    }

    public async Task<StashedForm?> Find(Guid id, PersonId person, CancellationToken ct)
    {
        var now = clock.Now;
        var rows = await db.Set<StashedFormRow>().Where(f => f.Id == id && f.PersonId == person && f.KeptUntil >= now).ToListAsync(ct);
        return rows.Count > 0 && box.Open(rows[0].Sealed, Purpose(person)) is { } bytes ? JsonSerializer.Deserialize<StashedForm>(bytes) : null;
    }

    public async Task Remove(Guid id, CancellationToken ct)
    {
        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) return; // it goes by itself when its time is over
        using (turn.Value) await sql.Execute($"DELETE FROM stashed_form WHERE id = {id}", ct);
    }

    private static string Purpose(PersonId person) => $"form:{person.Value:N}";
}
