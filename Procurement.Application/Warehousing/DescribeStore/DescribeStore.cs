using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.DescribeStore;

/// <summary>Corrects a store's name and whether a guard stands at its gate; code and unit never change.</summary>
[Requires(WarehousingPermissions.ManageStores)]
public sealed record DescribeStore(StoreId Store, string? Name, string? NameEn, bool HasGuard) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => Store.Value;
}

internal sealed class DescribeStoreHandler(StoreSight sight) : ICommandHandler<DescribeStore, Result>
{
    public async Task<Result> Handle(DescribeStore command, CancellationToken cancellationToken)
    {
        var store = await sight.Find(command.Store, cancellationToken);
        return store.Succeeded ? store.Value.Describe(command.Name, command.NameEn, command.HasGuard) : store.Plain();
    }
}
