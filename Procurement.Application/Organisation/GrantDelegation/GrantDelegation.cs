using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.GrantDelegation;

/// <summary>A holder lets another sign for him: direct, dated, bounded, never re-delegated (PAL art. 53 note 1).</summary>
[Requires(OrganisationPermissions.Delegate)]
public sealed record GrantDelegation(PostId Post, PersonId To, string LetterNumber, DateOnly LetterDate, DateOnly From, DateOnly Until, string? OnlyKind, long? AmountLimit) : ICommand<Result<DelegationId>>;

internal sealed class GrantDelegationHandler(IOrganisationStore store, ChartOfCall charts, ICurrentActor actor) : ICommandHandler<GrantDelegation, Result<DelegationId>>
{
    public async Task<Result<DelegationId>> Handle(GrantDelegation command, CancellationToken cancellationToken)
    {
        var letter = AppointmentLetter.Create(command.LetterNumber, command.LetterDate);
        if (!letter.Succeeded) return letter.Plain();
        Rials? limit = null;
        if (command.AmountLimit is { } amount)
        {
            var rials = Rials.Of(amount);
            if (!rials.Succeeded) return rials.Plain();
            limit = rials.Value;
        }

        var granted = Delegation.Grant(
            await charts.Get(cancellationToken), command.Post, actor.Person, command.To, letter.Value, command.From, command.Until, command.OnlyKind, limit);
        if (!granted.Succeeded) return granted.Plain();

        store.Add(granted.Value);
        return granted.Value.Id;
    }
}
