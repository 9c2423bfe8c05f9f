using Procurement.Application.Ledgers;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.SignOff.Checks;

/// <summary>Every signature is in the register of hands on its file, and nobody has two hands there that may not meet in one person.</summary>
internal sealed class HandsCheck(ISqlSession sql) : ILedgerCheck
{
    public string Name => "hands on files";

    public async Task<IReadOnlyList<string>> Differences(CancellationToken ct)
    {
        var missing = await sql.Query(
            $"""
            SELECT f.file_id, s.signed_by, s.capacity FROM route_step s
            JOIN document_file f ON f.document_id = s.document_id
            LEFT JOIN file_hand h ON h.file_id = f.file_id AND h.person_id = s.signed_by AND h.capacity = s.capacity
            WHERE s.state = {StepState.Signed} AND h.file_id IS NULL
            """,
            row => $"file {row.GetUuid(0)}: the signature of {row.GetUuid(1)} as {(Capacity)row.GetInt32(2)} is not in the register", ct);

        // Few people have more than one hand on a file: only those are read.
        var several = await sql.Query(
            $"""
            SELECT h.file_id, h.person_id, h.capacity FROM file_hand h
            WHERE EXISTS (SELECT 1 FROM file_hand o WHERE o.file_id = h.file_id AND o.person_id = h.person_id AND o.capacity <> h.capacity)
            ORDER BY h.file_id, h.person_id, h.capacity
            """,
            row => (File: row.GetUuid(0), Person: row.GetUuid(1), Capacity: (Capacity)row.GetInt32(2)), ct);
        var clashes =
            from hands in several.GroupBy(h => (h.File, h.Person))
            from one in hands
            from other in hands
            where one.Capacity < other.Capacity && Incompatibilities.OnOneFile(one.Capacity, other.Capacity)
            select $"file {one.File}: {one.Person} is both {one.Capacity} and {other.Capacity}";
        return [.. missing, .. clashes];
    }
}
