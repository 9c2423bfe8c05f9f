using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.OpenStore;

/// <summary>Opens a store of a unit with the places every store has and its first bin.</summary>
/// <param name="Unit">The unit it belongs to.</param>
/// <param name="Code">Its code, unique in the body: the number series of its documents.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="HasGuard">Whether a guard stands at the gate.</param>
/// <param name="FirstBin">Code of its first bin.</param>
[Requires(WarehousingPermissions.ManageStores)]
public sealed record OpenStore(OrgUnitId Unit, string? Code, string? Name, string? NameEn, bool HasGuard, string? FirstBin) : ICommand<Result<StoreId>>;

internal sealed class OpenStoreHandler(IStores stores, StoreSight sight, ChartOfCall charts) : ICommandHandler<OpenStore, Result<StoreId>>
{
    public async Task<Result<StoreId>> Handle(OpenStore command, CancellationToken cancellationToken)
    {
        var scope = await sight.Scope(cancellationToken);
        if (!scope.Covers(command.Unit) || (await charts.Get(cancellationToken)).Unit(command.Unit) is not { IsActive: true })
            return Refusal.NotFound("warehousing.unit-not-found").At(nameof(command.Unit));

        var opened = Store.Open(command.Code, command.Unit, command.Name, command.NameEn, command.HasGuard);
        if (!opened.Succeeded) return opened.Plain();
        var bin = Place.AddBin(opened.Value, command.FirstBin, "");
        if (!bin.Succeeded) return bin.Refusal.At(nameof(command.FirstBin));

        stores.Add(opened.Value);
        foreach (var place in opened.Value.StandingPlaces()) stores.Add(place);
        stores.Add(bin.Value);
        return opened.Value.Id;
    }
}
