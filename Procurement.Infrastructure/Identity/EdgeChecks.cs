using System.Data.Common;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Identity;

/// <inheritdoc cref="IEdgeChecks"/>
/// <remarks>One indexed read a request. "Seen" is written at most once a minute, because every request would otherwise be a write.</remarks>
internal sealed class EdgeChecks(ISqlSession sql, WriteGate gate, IOptions<SecurityOptions> options, IBodyClock clock) : IEdgeChecks
{
    private static readonly TimeSpan SeenGrain = TimeSpan.FromMinutes(1);

    public async Task<KnownSession?> Session(string secret, CancellationToken ct)
    {
        var hash = Secrets.HashOf(secret);
        var found = await sql.Query(
            $"""
            SELECT s.id, s.person_id, s.last_seen_at, s.expires_at, s.must_enrol,
                EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = s.person_id) FROM login_session s
            JOIN account a ON a.person_id = s.person_id JOIN person p ON p.id = s.person_id
            WHERE s.secret_hash = {hash} AND s.ended_at IS NULL AND a.is_disabled = {false} AND p.is_active = {true}
            """, ReadSession, ct);
        if (found.Count == 0) return await EndedSession(hash, ct);

        var (id, person, lastSeen, expires, mustEnrol, hasPasskey) = found[0];
        var now = clock.Now;
        var alive = now < expires && now < lastSeen + options.Value.SessionIdle;
        if (alive && now - lastSeen >= SeenGrain) await Seen("login_session", "last_seen_at", id, now, ct);
        return new KnownSession(new LoginSessionId(id), person, alive, mustEnrol, hasPasskey);
    }

    public async Task<KnownToken?> Token(string text, CancellationToken ct)
    {
        var now = clock.Now;
        var found = await sql.Query(
            $"""
            SELECT t.id, t.person_id, t.scope_list, t.last_used_at FROM api_token t
            JOIN account a ON a.person_id = t.person_id JOIN person p ON p.id = t.person_id
            WHERE t.secret_hash = {Secrets.HashOf(text)} AND t.revoked_at IS NULL AND t.expires_at > {now} AND a.is_disabled = {false} AND p.is_active = {true}
            """, ReadToken, ct);
        if (found.Count == 0) return null;

        var (id, person, scopes, lastUsed) = found[0];
        if (lastUsed is null || now - lastUsed >= SeenGrain) await Seen("api_token", "last_used_at", id, now, ct);
        return new KnownToken(
            new ApiTokenId(id), person, scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));
    }

    private async Task<KnownSession?> EndedSession(string hash, CancellationToken ct)
    {
        var ended = await sql.Query(
            $"SELECT id, person_id, last_seen_at, expires_at, must_enrol, {false} FROM login_session WHERE secret_hash = {hash}", ReadSession, ct);
        return ended.Count == 0 ? null : new KnownSession(new LoginSessionId(ended[0].Id), ended[0].Person, false, ended[0].MustEnrol, false);
    }

    private async Task Seen(string table, string column, Guid id, DateTimeOffset at, CancellationToken ct)
    {
        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) return; // a later request of the same caller writes it
        using (turn.Value) await sql.Execute($"UPDATE {table} SET {column} = @p0 WHERE id = @p1 AND ({column} IS NULL OR {column} < @p0)", [at, id], ct);
    }

    private static (Guid Id, PersonId Person, DateTimeOffset LastSeen, DateTimeOffset Expires, bool MustEnrol, bool HasPasskey) ReadSession(DbDataReader row) => (
        row.GetUuid(0), new PersonId(row.GetUuid(1)), row.GetInstant(2), row.GetInstant(3),
        row.GetBoolean(4), row.GetBoolean(5));

    private static (Guid Id, PersonId Person, string Scopes, DateTimeOffset? LastUsed) ReadToken(DbDataReader row) => (
        row.GetUuid(0), new PersonId(row.GetUuid(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetInstant(3));
}
