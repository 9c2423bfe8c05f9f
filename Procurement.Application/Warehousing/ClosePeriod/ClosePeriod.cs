using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.ClosePeriod;

/// <summary>Proposes to close a store's book through a day (law file 6.3).</summary>
[Requires(WarehousingPermissions.ClosePeriod)]
public sealed record ProposeClosing(StoreId Store, DateOnly Through) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => Store.Value;
}

/// <summary>Another person approves the proposed closing; from then on nothing takes effect on or before that day.</summary>
[Requires(WarehousingPermissions.ClosePeriod)]
public sealed record ApproveClosing(StoreId Store, DateOnly Through) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => Store.Value;
}

/// <summary>Drops a proposed closing.</summary>
[Requires(WarehousingPermissions.ClosePeriod)]
public sealed record WithdrawClosing(StoreId Store) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => Store.Value;
}

internal sealed class ProposeClosingHandler(StoreSight sight, ICurrentActor actor, IBodyClock clock) : ICommandHandler<ProposeClosing, Result>
{
    public async Task<Result> Handle(ProposeClosing command, CancellationToken cancellationToken)
    {
        var store = await sight.Find(command.Store, cancellationToken);
        return store.Succeeded ? store.Value.ProposeClosing(command.Through, actor.Person, clock.Today) : store.Plain();
    }
}

internal sealed class ApproveClosingHandler(StoreSight sight, ICurrentActor actor) : ICommandHandler<ApproveClosing, Result>
{
    public async Task<Result> Handle(ApproveClosing command, CancellationToken cancellationToken)
    {
        var store = await sight.Find(command.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();

        // He approves the day he saw, not one that was proposed meanwhile.
        return store.Value.ProposedThrough == command.Through ? store.Value.ApproveClosing(actor.Person) : Refusal.Stale("warehousing.closing-changed");
    }
}

internal sealed class WithdrawClosingHandler(StoreSight sight) : ICommandHandler<WithdrawClosing, Result>
{
    public async Task<Result> Handle(WithdrawClosing command, CancellationToken cancellationToken)
    {
        var store = await sight.Find(command.Store, cancellationToken);
        return store.Succeeded ? store.Value.WithdrawClosing() : store.Plain();
    }
}
