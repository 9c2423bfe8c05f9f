using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.LeaveService;

/// <summary>Ends an employment; every access ends with it (control 6.4.b).</summary>
[Requires(OrganisationPermissions.Manage)]
public sealed record LeaveService(PersonId Person, DateOnly On) : ICommand<Result>;

internal sealed class LeaveServiceHandler(IOrganisationStore store) : ICommandHandler<LeaveService, Result>
{
    public async Task<Result> Handle(LeaveService command, CancellationToken cancellationToken)
    {
        return await store.Person(command.Person, cancellationToken) is { } person
            ? person.Leave(command.On)
            : Refusal.NotFound("organisation.person-not-found");
    }
}
