using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ImportItems;

/// <summary>Enters many items at once: all of them, or none and every fault with its row.</summary>
/// <param name="Rows">The rows in file order.</param>
/// <param name="DryRun">Only says what would be refused.</param>
[Requires(CataloguePermissions.Import)]
public sealed record ImportItems(IReadOnlyList<ItemImportRow> Rows, bool DryRun) : ICommand<Result<ImportOutcome>>;

/// <summary>One row of a file of items; groups and units go by their codes.</summary>
public sealed record ItemImportRow(
    string? Code, string? Name, string? NameEn, string? CategoryCode, string? BaseUnit, ItemKind Kind, PropertyClass? Class, bool TracksLot = false,
    bool TracksSerial = false, bool TracksExpiry = false, decimal? MinStock = null, decimal? ReorderPoint = null, decimal? MaxStock = null,
    string? IranCode = null, string? GoodsServiceId = null);

/// <summary>What an import did, or would do.</summary>
public sealed record ImportOutcome(int Rows, int Entered, IReadOnlyList<RowFault> Faults);

/// <summary>Why a row is refused; rows are counted from 1 as in the file.</summary>
public sealed record RowFault(int Row, Refusal Refusal);

internal sealed class ImportItemsHandler(IItemStore items, IUnitStore units, ICategoryStore categories) : ICommandHandler<ImportItems, Result<ImportOutcome>>
{
    public async Task<Result<ImportOutcome>> Handle(ImportItems command, CancellationToken cancellationToken)
    {
        var batch = new ItemBatch(await units.All(cancellationToken), await categories.Tree(cancellationToken));
        foreach (var row in command.Rows) batch.Read(row);
        batch.RefuseTaken(await items.CodesTaken([.. batch.Codes], cancellationToken));
        if (command.DryRun || batch.Faults.Count > 0) return new ImportOutcome(command.Rows.Count, 0, batch.Faults);

        foreach (var item in batch.Items) items.Add(item);
        return new ImportOutcome(command.Rows.Count, batch.Items.Count, []);
    }
}

/// <summary>Makes items of rows against units and groups read once; whether a code is taken is asked for the whole batch.</summary>
public sealed class ItemBatch(IEnumerable<UnitOfMeasure> units, CategoryTree tree)
{
    private readonly Dictionary<UnitCode, UnitOfMeasure> _units = units.ToDictionary(u => u.Id);
    private readonly Dictionary<string, CategoryNode> _categories = tree.Walk().ToDictionary(w => w.Node.Code, w => w.Node, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Row, Item Item)> _byCode = new(StringComparer.Ordinal);
    private readonly List<RowFault> _faults = [];
    private int _rows;

    public IReadOnlyCollection<string> Codes => _byCode.Keys;

    public IReadOnlyList<Item> Items => [.. _byCode.Values.Select(v => v.Item)];

    public IReadOnlyList<RowFault> Faults => [.. _faults.OrderBy(f => f.Row)];

    /// <summary>Reads the next row; a fault is kept with the row's number.</summary>
    public void Read(ItemImportRow row)
    {
        _rows++;
        var item = Make(row);
        if (!item.Succeeded) _faults.AddRange(item.Refusals.Select(r => new RowFault(_rows, r)));
        else if (!_byCode.TryAdd(item.Value.Code, (_rows, item.Value))) _faults.Add(new RowFault(_rows, Refusal.Rule("catalogue.item-code-taken", item.Value.Code)));
    }

    /// <summary>Refuses every row whose code the catalogue has already.</summary>
    public void RefuseTaken(IReadOnlySet<string> taken)
    {
        foreach (var (code, (row, _)) in _byCode.Where(c => taken.Contains(c.Key)).ToList())
        {
            _byCode.Remove(code);
            _faults.Add(new RowFault(row, Refusal.Rule("catalogue.item-code-taken", code)));
        }
    }

    private Result<Item> Make(ItemImportRow row)
    {
        var unitCode = UnitCode.Create(row.BaseUnit);
        if (!unitCode.Succeeded) return unitCode.Refusal.At(nameof(row.BaseUnit));
        if (!_units.TryGetValue(unitCode.Value, out var unit)) return CatalogueRefusals.UnitNotFound(unitCode.Value.Value).At(nameof(row.BaseUnit));
        if (!_categories.TryGetValue(PersianText.ToLatinDigits(PersianText.Clean(row.CategoryCode)), out var category))
            return Refusal.Invalid("catalogue.category-not-found").At(nameof(row.CategoryCode));

        var details = new ItemForm(
            row.Name, row.NameEn, category.Id, row.Class, row.TracksLot, row.TracksSerial, row.TracksExpiry, row.MinStock, row.ReorderPoint, row.MaxStock,
            row.IranCode, row.GoodsServiceId).Read();
        return details.Succeeded ? Item.Enter(row.Code, row.Kind, unit, details.Value, category) : details.Plain();
    }
}
