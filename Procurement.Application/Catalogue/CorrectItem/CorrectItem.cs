using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.CorrectItem;

/// <summary>Corrects an item; code, kind and base unit stay.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="SeenVersion">The version the form was opened on.</param>
/// <param name="Form">What it states now.</param>
[Requires(CataloguePermissions.EditItems)]
public sealed record CorrectItem(ItemId ItemId, long SeenVersion, ItemForm Form) : ICommand<Result>
{
    public Guid? AuditSubject => ItemId.Value;
}

internal sealed class CorrectItemHandler(IItemStore items, IUnitStore units, ICategoryStore categories) : ICommandHandler<CorrectItem, Result>
{
    public async Task<Result> Handle(CorrectItem command, CancellationToken cancellationToken)
    {
        if (await items.Find(command.ItemId, cancellationToken) is not { } item) return CatalogueRefusals.ItemNotFound;
        var details = command.Form.Read();
        if (!details.Succeeded) return details.Plain();
        if ((await categories.Tree(cancellationToken)).Find(command.Form.Category) is not { } category)
            return Refusal.Invalid("catalogue.category-not-found").At(nameof(Item.CategoryId));
        var unit = await units.Find(item.BaseUnit, cancellationToken)
            ?? throw new InvalidOperationException($"Item {item.Code} is counted in {item.BaseUnit}, which is not on the list of units.");

        var unchanged = CatalogueRefusals.IfUnchanged(item, command.SeenVersion);
        return unchanged.Succeeded ? item.Correct(details.Value, unit, category) : unchanged;
    }
}
