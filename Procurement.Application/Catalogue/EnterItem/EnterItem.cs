using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.EnterItem;

/// <summary>Enters an item into the catalogue (ثبت قلم).</summary>
[Requires(CataloguePermissions.EditItems)]
public sealed record EnterItem(string? Code, ItemKind Kind, string? BaseUnit, ItemForm Form) : ICommand<Result<ItemId>>;

internal sealed class EnterItemHandler(IItemStore items, IUnitStore units, ICategoryStore categories) : ICommandHandler<EnterItem, Result<ItemId>>
{
    public async Task<Result<ItemId>> Handle(EnterItem command, CancellationToken cancellationToken)
    {
        var code = UnitCode.Create(command.BaseUnit);
        if (!code.Succeeded) return code.Refusal.At(nameof(command.BaseUnit));
        var details = command.Form.Read();
        if (!details.Succeeded) return details.Plain();
        if (await units.Find(code.Value, cancellationToken) is not { } unit)
            return CatalogueRefusals.UnitNotFound(code.Value.Value).At(nameof(command.BaseUnit));
        if ((await categories.Tree(cancellationToken)).Find(command.Form.Category) is not { } category)
            return Refusal.Invalid("catalogue.category-not-found").At(nameof(Item.CategoryId));

        var item = Item.Enter(command.Code, command.Kind, unit, details.Value, category);
        if (!item.Succeeded) return item.Plain();

        items.Add(item.Value);
        return item.Value.Id;
    }
}
