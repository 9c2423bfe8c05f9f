using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.CloseStore;

/// <summary>Closes an empty store to new documents.</summary>
[Requires(WarehousingPermissions.ManageStores)]
public sealed record CloseStore(StoreId Store) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => Store.Value;
}

internal sealed class CloseStoreHandler(IStores stores, StoreSight sight) : ICommandHandler<CloseStore, Result>
{
    public async Task<Result> Handle(CloseStore command, CancellationToken cancellationToken)
    {
        var store = await sight.Find(command.Store, cancellationToken);
        return store.Succeeded ? store.Value.Close(!await stores.HoldsAnything(command.Store, cancellationToken)) : store.Plain();
    }
}
