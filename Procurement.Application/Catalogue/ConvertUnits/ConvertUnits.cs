using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ConvertUnits;

/// <summary>States how many base units of an item one of another unit holds, as a ratio: <paramref name="Numerator"/> in <paramref name="Denominator"/>.</summary>
[Requires(CataloguePermissions.EditItems)]
public sealed record ConvertUnits(ItemId ItemId, string? Unit, long Numerator, long Denominator = 1) : ICommand<Result>
{
    public Guid? AuditSubject => ItemId.Value;
}

/// <summary>Offers an item in that unit no more.</summary>
[Requires(CataloguePermissions.EditItems)]
public sealed record DropConversion(ItemId ItemId, string? Unit) : ICommand<Result>
{
    public Guid? AuditSubject => ItemId.Value;
}

internal sealed class ConvertUnitsHandler(IItemStore items, IUnitStore units) : ICommandHandler<ConvertUnits, Result>, ICommandHandler<DropConversion, Result>
{
    public async Task<Result> Handle(ConvertUnits command, CancellationToken cancellationToken)
    {
        if (await items.Find(command.ItemId, cancellationToken) is not { } item) return CatalogueRefusals.ItemNotFound;
        var code = UnitCode.Create(command.Unit);
        if (!code.Succeeded) return code.Refusal.At(nameof(command.Unit));

        return await units.Find(code.Value, cancellationToken) is { } unit
            ? item.Convert(unit, command.Numerator, command.Denominator)
            : CatalogueRefusals.UnitNotFound(code.Value.Value).At(nameof(command.Unit));
    }

    public async Task<Result> Handle(DropConversion command, CancellationToken cancellationToken)
    {
        var code = UnitCode.Create(command.Unit);
        if (!code.Succeeded) return code.Refusal.At(nameof(command.Unit));
        return await items.Find(command.ItemId, cancellationToken) is { } item ? item.DropConversion(code.Value) : CatalogueRefusals.ItemNotFound;
    }
}
