using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.SignOff;

/// <summary>
/// Keeps who had which hand on which file, and is the last word on segregation of duties: two signatures at the same moment, on two
/// documents of one file, meet here (documents 3.3).
/// </summary>
internal sealed class HandsLedger(ISqlSession sql, ChartOfCall charts) : ILedger
{
    public int Order => 10;

    public bool Takes(Posting posting) => posting is HandPosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        var hands = postings.Cast<HandPosting>().Distinct().OrderBy(h => h.FileId.Value).ThenBy(h => h.PersonId.Value).ThenBy(h => h.Capacity).ToList();
        foreach (var file in hands.Select(h => h.FileId).Distinct())
        {
            if (sql.Engine == DatabaseEngine.PostgreSql)
                await sql.Execute($"SELECT pg_advisory_xact_lock(hashtextextended({file.Value.ToString("N")}, 0))", ct);

            var had = (await sql.Query(
                    $"SELECT person_id, capacity FROM file_hand WHERE file_id = {file}",
                    row => (Person: row.GetId<PersonId>(0), Capacity: (Capacity)row.GetInt32(1)), ct))
                .ToHashSet();
            foreach (var hand in hands.Where(h => h.FileId == file))
            {
                if (!had.Add((hand.PersonId, hand.Capacity))) continue;
                foreach (var other in had.Where(h => h.Person == hand.PersonId && Incompatibilities.OnOneFile(h.Capacity, hand.Capacity)))
                    return Refusal.Rule("signoff.hands-incompatible", (await charts.Get(ct)).NameOf(hand.PersonId), hand.Capacity, other.Capacity);

                await sql.Execute(
                    $"INSERT INTO file_hand (file_id, person_id, capacity, document_id) VALUES ({hand.FileId}, {hand.PersonId}, {(int)hand.Capacity}, {hand.DocumentId})",
                    ct);
            }
        }

        return Result.Ok;
    }
}
