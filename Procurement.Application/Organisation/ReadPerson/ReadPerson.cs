using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.ReadPerson;

/// <summary>A person's card: unit, posts, training, delegations. The national id is shown to the administrator only.</summary>
[Requires(OrganisationPermissions.Read)]
public sealed record ReadPerson(PersonId Person) : IQuery<Result<PersonCard>>;

public sealed record PersonCard(
    PersonId Id, string FirstName, string LastName, string? NationalId, OrgUnitId UnitId, string UnitName, bool IsActive, DateOnly? LeftOn,
    IReadOnlyList<HeldPostRow> Posts, IReadOnlyList<TrainingRow> Training, IReadOnlyList<DelegationRow> Delegations);

public sealed record HeldPostRow(
    PostId Post, AppointmentId Appointment, Capacity Capacity, string UnitName, bool ServesSubtree, string LetterNumber, DateOnly LetterDate, DateOnly From,
    DateOnly? To, bool IsActing);

public sealed record TrainingRow(string Course, int Hours, DateOnly PassedOn, DateOnly? ExpiresOn, string Certificate);

public sealed record DelegationRow(
    DelegationId Id, Capacity Capacity, string From, string To, string LetterNumber, DateOnly First, DateOnly Last, string? OnlyKind, long? AmountLimit, bool Given);

public interface IPersonQueries
{
    Task<PersonCard?> Card(PersonId person, OrganisationChart chart, bool withNationalId, CancellationToken ct);
}

internal sealed class ReadPersonHandler(IPersonQueries people, ChartOfCall charts, PermissionTable permissions, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadPerson, Result<PersonCard>>
{
    public async Task<Result<PersonCard>> Handle(ReadPerson query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var manages = permissions.Allows(OrganisationPermissions.Manage, chart, actor.Person, clock.Today);
        var visible = query.Person == actor.Person || manages
            || (chart.Person(query.Person) is { } person && chart.ScopeOf(actor.Person, clock.Today).Covers(person.UnitId));
        var card = visible ? await people.Card(query.Person, chart, manages, cancellationToken) : null;
        return card is null ? Refusal.NotFound("organisation.person-not-found") : card;
    }
}
