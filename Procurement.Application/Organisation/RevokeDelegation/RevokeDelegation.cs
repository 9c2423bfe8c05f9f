using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.RevokeDelegation;

/// <summary>Takes a delegation back at once.</summary>
[Requires(OrganisationPermissions.Delegate)]
public sealed record RevokeDelegation(DelegationId Delegation) : ICommand<Result>;

internal sealed class RevokeDelegationHandler(IOrganisationStore store, ICurrentActor actor, IBodyClock clock) : ICommandHandler<RevokeDelegation, Result>
{
    public async Task<Result> Handle(RevokeDelegation command, CancellationToken cancellationToken)
    {
        return await store.Delegation(command.Delegation, cancellationToken) is { } delegation
            ? delegation.Revoke(actor.Person, clock.Today)
            : Refusal.NotFound("organisation.delegation-not-found");
    }
}
