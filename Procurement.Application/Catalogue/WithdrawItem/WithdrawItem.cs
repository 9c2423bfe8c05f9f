using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.WithdrawItem;

/// <summary>Takes an item out of use.</summary>
[Requires(CataloguePermissions.EditItems)]
public sealed record WithdrawItem(ItemId ItemId) : ICommand<Result>
{
    public Guid? AuditSubject => ItemId.Value;
}

/// <summary>Takes a withdrawn item into use again.</summary>
[Requires(CataloguePermissions.EditItems)]
public sealed record ReinstateItem(ItemId ItemId) : ICommand<Result>
{
    public Guid? AuditSubject => ItemId.Value;
}

internal sealed class WithdrawItemHandler(IItemStore items) : ICommandHandler<WithdrawItem, Result>, ICommandHandler<ReinstateItem, Result>
{
    public async Task<Result> Handle(WithdrawItem command, CancellationToken cancellationToken) =>
        await items.Find(command.ItemId, cancellationToken) is { } item ? item.Withdraw() : CatalogueRefusals.ItemNotFound;

    public async Task<Result> Handle(ReinstateItem command, CancellationToken cancellationToken) =>
        await items.Find(command.ItemId, cancellationToken) is { } item ? item.Reinstate() : CatalogueRefusals.ItemNotFound;
}
