using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation.FindPeople;
using Procurement.Application.Organisation.ReadPerson;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Organisation;

internal sealed class PeopleQueries(ProcurementDb db) : IPeopleQueries, IPersonQueries
{
    private const int PageSize = 50;

    public async Task<(IReadOnlyList<(PersonId Id, string Name, OrgUnitId Unit)> Rows, PeopleCursor? Next)> Page(
        IReadOnlyList<string> words, IReadOnlyCollection<OrgUnitId>? units, PeopleCursor? after, CancellationToken ct)
    {
        var people = db.Set<Person>().Where(p => p.IsActive);
        if (units is not null) people = people.Where(p => units.Contains(p.UnitId));
        foreach (var word in words) people = people.Where(p => p.Folded.Contains(word));
        if (after is not null)
        {
            var last = PersonId.From(after.Id);
            people = people.Where(p => p.SortKey.CompareTo(after.SortKey) > 0 || (p.SortKey == after.SortKey && p.Id > last));
        }

        var rows = await people.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(PageSize + 1)
            .Select(p => new { p.Id, p.FirstName, p.LastName, p.UnitId, p.SortKey }).ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        return (
            [.. shown.Select(r => (r.Id, r.FirstName + " " + r.LastName, r.UnitId))],
            rows.Count > PageSize ? new PeopleCursor(shown[^1].SortKey, shown[^1].Id.Value) : null);
    }

    public async Task<PersonCard?> Card(PersonId person, OrganisationChart chart, bool withNationalId, CancellationToken ct)
    {
        var found = await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == person, ct);
        if (found is null) return null;

        var posts = await db.Set<Post>().Where(p => p.Appointments.Any(a => a.PersonId == person)).ToListAsync(ct);
        var delegations = await db.Set<Delegation>().Where(d => (d.FromPersonId == person || d.ToPersonId == person) && d.RevokedOn == null)
            .OrderByDescending(d => d.From).ToListAsync(ct);
        return new PersonCard(
            found.Id, found.FirstName, found.LastName, withNationalId ? found.NationalId : null, found.UnitId, chart.Unit(found.UnitId)?.Name ?? "",
            found.IsActive, found.LeftOn,
            [.. posts.SelectMany(p => p.Appointments.Where(a => a.PersonId == person).Select(a => new HeldPostRow(
                    p.Id, a.Id, p.Capacity, chart.Unit(p.UnitId)?.Name ?? "", p.ServesSubtree, a.LetterNumber, a.LetterDate, a.From, a.To, a.IsActing)))
                .OrderByDescending(h => h.From)],
            [.. found.Training.OrderByDescending(t => t.PassedOn).Select(t => new TrainingRow(t.Course, t.Hours, t.PassedOn, t.ExpiresOn, t.Certificate))],
            [.. delegations.Where(d => chart.PostOf(d.PostId) is not null).Select(d => new DelegationRow(
                d.Id, chart.PostOf(d.PostId)!.Capacity, chart.NameOf(d.FromPersonId), chart.NameOf(d.ToPersonId), d.LetterNumber, d.From, d.To, d.OnlyKind,
                d.AmountLimit, d.FromPersonId == person))]);
    }
}
