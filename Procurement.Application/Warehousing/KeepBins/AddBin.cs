using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.KeepBins;

/// <summary>The keeper adds a shelf or bin to his store.</summary>
[Requires(WarehousingPermissions.ManageBins)]
public sealed record AddBin(StoreId Store, string? Code, string? Name) : ICommand<Result<PlaceId>>
{
    Guid? ICommandMark.AuditSubject => Store.Value;
}

internal sealed class AddBinHandler(IStores stores, StoreSight sight) : ICommandHandler<AddBin, Result<PlaceId>>
{
    public async Task<Result<PlaceId>> Handle(AddBin command, CancellationToken cancellationToken)
    {
        var store = await sight.FindOwn(command.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var bin = Place.AddBin(store.Value, command.Code, command.Name);
        if (!bin.Succeeded) return bin.Plain();

        stores.Add(bin.Value);
        return bin.Value.Id;
    }
}
