using Procurement.Application.Imports;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ImportItems;

/// <summary>
/// Enters items from a file (اقلام), each with its specification template. An attribute stands on the item's own row; further ones on the
/// rows below it, whose code is left blank.
/// </summary>
internal sealed class ItemsImport(IItemStore items, IUnitStore units, ICategoryStore categories, ICurrentActor actor, IBodyClock clock) : IImport
{
    public ImportDefinition Definition { get; } = new("items", CataloguePermissions.Import, ItemColumns.All);

    public async Task<ImportTally> Take(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var known = new Known(await units.All(ct), await categories.Tree(ct));
        var made = new List<(ImportRow Row, Item Item)>();
        foreach (var group in Grouped(rows))
        {
            if (Make(group, known) is { } item) made.Add((group[0], item));
        }

        var taken = await items.CodesTaken([.. made.Select(m => m.Item.Code).Distinct(StringComparer.Ordinal)], ct);
        var seen = new HashSet<string>(taken, StringComparer.Ordinal);
        var entered = 0;
        foreach (var (row, item) in made)
        {
            if (!seen.Add(item.Code))
            {
                row.Refuse(ItemColumns.Code, Refusal.Rule("catalogue.item-code-taken", item.Code));
                continue;
            }

            items.Add(item);
            entered++;
        }

        return ImportTally.Of(entered);
    }

    /// <summary>The rows item by item: the row with the code first, then those below it without one.</summary>
    private static List<List<ImportRow>> Grouped(IReadOnlyList<ImportRow> rows)
    {
        var groups = new List<List<ImportRow>>();
        foreach (var row in rows)
        {
            var continues = groups.Count > 0 && row.IsBlank(ItemColumns.Code) && row.IsBlank(ItemColumns.Name);
            if (!continues) groups.Add([row]);
            else if (row.Needs(ItemColumns.Attribute)) groups[^1].Add(row);
        }

        return groups;
    }

    private Item? Make(List<ImportRow> rows, Known known)
    {
        var item = Enter(rows[0], known);
        var attributes = rows.Where(r => !r.IsBlank(ItemColumns.Attribute)).Select(r => (Row: r, Stated: AttributeOf(r))).ToList();
        if (item is null || rows.Exists(r => r.IsFaulty)) return null;
        if (attributes.Count == 0) return item;

        var published = item.PublishTemplate([.. attributes.Select(a => a.Stated)], actor.Person, clock.Now);
        if (published.Succeeded) return item;
        foreach (var refusal in published.Refusals) ImportRow.NamedBy(refusal, attributes.ConvertAll(a => a.Row)).Refuse([refusal]);
        return null;
    }

    private static Item? Enter(ImportRow row, Known known)
    {
        var kind = row.IsBlank(ItemColumns.Kind) ? ItemKind.Goods : row.Choice<ItemKind>(ItemColumns.Kind);
        var propertyClass = row.Choice<PropertyClass>(ItemColumns.Class);
        var (lot, serial, expiry) = (row.YesNo(ItemColumns.Lot), row.YesNo(ItemColumns.Serial), row.YesNo(ItemColumns.Expiry));
        var (min, reorder, max) = (row.Amount(ItemColumns.Min), row.Amount(ItemColumns.Reorder), row.Amount(ItemColumns.Max));
        if (!row.Needs(ItemColumns.Code, ItemColumns.Name, ItemColumns.Group, ItemColumns.Unit)) return null;

        var unit = known.Unit(row.Text(ItemColumns.Unit));
        var group = known.Group(row.Text(ItemColumns.Group));
        if (unit is null) row.Refuse(ItemColumns.Unit, CatalogueRefusals.UnitNotFound(row.Text(ItemColumns.Unit)));
        if (group is null) row.Refuse(ItemColumns.Group, Refusal.Invalid("imports.group-not-found", row.Text(ItemColumns.Group)));
        if (row.IsFaulty || unit is null || group is null || kind is not { } given) return null;

        var details = new ItemForm(
            row.Text(ItemColumns.Name), row.Text(ItemColumns.NameEn), group.Id, propertyClass, lot, serial, expiry, min, reorder, max,
            row.Text(ItemColumns.Iran), row.Text(ItemColumns.Goods)).Read();
        var item = details.Succeeded ? Item.Enter(row.Text(ItemColumns.Code), given, unit, details.Value, group) : details.Plain();
        if (item.Succeeded) return item.Value;
        row.Refuse(item.Refusals);
        return null;
    }

    private static AttributeDefinition AttributeOf(ImportRow row)
    {
        var kind = row.Choice<AttributeKind>(ItemColumns.AttributeKind);
        var check = row.Choice<AttributeCheck>(ItemColumns.Check);
        var mandatory = row.YesNo(ItemColumns.Mandatory);
        var (min, max) = (row.Amount(ItemColumns.AttributeMin), row.Amount(ItemColumns.AttributeMax));
        row.Needs(ItemColumns.AttributeKind, ItemColumns.Check);
        var choices = string.Join('\n', row.Text(ItemColumns.Choices).Split('،', ';', '؛', '|').Select(c => c.Trim()));
        return new AttributeDefinition(
            null, row.Text(ItemColumns.Attribute), row.Text(ItemColumns.AttributeEn), kind ?? default, check ?? default, mandatory, row.Text(ItemColumns.AttributeUnit),
            min, max, choices, row.Text(ItemColumns.Standard));
    }

    /// <summary>Units and groups as people write them: by code or by name.</summary>
    private sealed class Known(IEnumerable<UnitOfMeasure> units, CategoryTree tree)
    {
        private readonly Dictionary<string, UnitOfMeasure> _units = Named(units.Select(u => (u, new[] { u.Id.Value, u.Name, u.NameEn })));
        private readonly Dictionary<string, CategoryNode> _groups = Named(tree.Walk().Select(w => (w.Node, new[] { w.Node.Code, w.Node.Name, w.Node.NameEn })));

        public UnitOfMeasure? Unit(string text) => _units.GetValueOrDefault(SheetWords.Key(text));

        public CategoryNode? Group(string text) => _groups.GetValueOrDefault(SheetWords.Key(text));

        /// <summary>Codes win over names; of two that share a name neither is meant by it.</summary>
        private static Dictionary<string, T> Named<T>(IEnumerable<(T Thing, string[] Names)> things)
        {
            var all = things.ToList();
            var found = all.GroupBy(t => SheetWords.Key(t.Names[0]), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Thing, StringComparer.Ordinal);
            foreach (var name in all.SelectMany(t => t.Names.Skip(1).Where(n => n.Length > 0).Select(n => (Key: SheetWords.Key(n), t.Thing))).GroupBy(n => n.Key, StringComparer.Ordinal))
            {
                if (name.Select(n => n.Thing).Distinct().Count() == 1) found.TryAdd(name.Key, name.First().Thing);
            }

            return found;
        }
    }
}
