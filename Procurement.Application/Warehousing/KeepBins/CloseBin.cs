using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.KeepBins;

/// <summary>The keeper closes an empty bin of his store.</summary>
[Requires(WarehousingPermissions.ManageBins)]
public sealed record CloseBin(PlaceId Bin) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => Bin.Value;
}

internal sealed class CloseBinHandler(IStores stores, StoreSight sight) : ICommandHandler<CloseBin, Result>
{
    public async Task<Result> Handle(CloseBin command, CancellationToken cancellationToken)
    {
        if (await stores.FindPlace(command.Bin, cancellationToken) is not { } bin) return Refusal.NotFound("warehousing.bin-not-found");
        var store = await sight.FindOwn(bin.StoreId, cancellationToken);
        return store.Succeeded ? bin.Close(await stores.HeldAt(bin.Id, cancellationToken)) : store.Plain();
    }
}
