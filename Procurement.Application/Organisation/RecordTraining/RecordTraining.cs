using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.RecordTraining;

/// <summary>Records a course a person passed (control 6.1.b).</summary>
[Requires(OrganisationPermissions.Manage)]
public sealed record RecordTraining(PersonId Person, string Course, int Hours, DateOnly PassedOn, DateOnly? ExpiresOn, string Certificate) : ICommand<Result>;

internal sealed class RecordTrainingHandler(IOrganisationStore store) : ICommandHandler<RecordTraining, Result>
{
    public async Task<Result> Handle(RecordTraining command, CancellationToken cancellationToken)
    {
        return await store.Person(command.Person, cancellationToken) is { } person
            ? person.RecordTraining(command.Course, command.Hours, command.PassedOn, command.ExpiresOn, command.Certificate)
            : Refusal.NotFound("organisation.person-not-found");
    }
}
