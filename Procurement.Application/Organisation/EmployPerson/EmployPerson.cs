using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.EmployPerson;

/// <summary>Records a member of staff; the national id is checked and unique.</summary>
[Requires(OrganisationPermissions.Manage)]
public sealed record EmployPerson(string NationalId, string FirstName, string LastName, OrgUnitId Unit) : ICommand<Result<PersonId>>;

internal sealed class EmployPersonHandler(IOrganisationStore store) : ICommandHandler<EmployPerson, Result<PersonId>>
{
    public async Task<Result<PersonId>> Handle(EmployPerson command, CancellationToken cancellationToken)
    {
        if (await store.Unit(command.Unit, cancellationToken) is not { } unit) return Refusal.NotFound("organisation.unit-not-found");
        var employed = Person.Employ(command.NationalId, command.FirstName, command.LastName, unit.Id);
        if (!employed.Succeeded) return employed.Plain();

        store.Add(employed.Value);
        return employed.Value.Id;
    }
}
