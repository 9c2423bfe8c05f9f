using Microsoft.EntityFrameworkCore;
using Procurement.Application.Catalogue;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Catalogue;

internal sealed class ItemStore(ProcurementDb db) : IItemStore
{
    public Task<Item?> Find(ItemId id, CancellationToken ct) => db.Tracked<Item>().AsSplitQuery().FirstOrDefaultAsync(i => i.Id == id, ct);

    public async Task<IReadOnlySet<string>> CodesTaken(IReadOnlyCollection<string> codes, CancellationToken ct) =>
        (await db.Set<Item>().Where(i => codes.Contains(i.Code)).Select(i => i.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

    public void Add(Item item) => db.Add(item);
}

internal sealed class CategoryStore(ProcurementDb db) : ICategoryStore
{
    private CategoryTree? _tree;

    public Task<Category?> Find(CategoryId id, CancellationToken ct) => db.Tracked<Category>().FirstOrDefaultAsync(c => c.Id == id, ct);

    public async Task<CategoryTree> Tree(CancellationToken ct) => _tree ??= new CategoryTree(await db.Set<Category>()
        .Select(c => new CategoryNode(
            c.Id, c.Code, c.Name, c.NameEn, c.SortKey, c.ParentId, c.ExpertCheckNeeded, c.ConventionalSet, c.IsActive, c.Placement))
        .ToListAsync(ct));

    public void Add(Category category) => db.Add(category);
}

internal sealed class UnitStore(ProcurementDb db) : IUnitStore
{
    public Task<UnitOfMeasure?> Find(UnitCode code, CancellationToken ct) => db.Tracked<UnitOfMeasure>().FirstOrDefaultAsync(u => u.Id == code, ct);

    public async Task<IReadOnlyList<UnitOfMeasure>> All(CancellationToken ct)
    {
        var units = await db.Set<UnitOfMeasure>().ToListAsync(ct);
        return [.. units.OrderBy(u => PersianText.SortKey(u.Name), StringComparer.Ordinal)];
    }

    public void Add(UnitOfMeasure unit) => db.Add(unit);
}

internal sealed class SupplierStore(ProcurementDb db) : ISupplierStore
{
    public Task<Supplier?> Find(SupplierId id, CancellationToken ct) => db.Tracked<Supplier>().AsSplitQuery().FirstOrDefaultAsync(s => s.Id == id, ct);

    public async Task<IReadOnlySet<string>> IdentifiersTaken(IReadOnlyCollection<string> identifiers, CancellationToken ct)
    {
        List<LegalId?> legal = [.. identifiers.Where(i => i.Length == LegalId.Length).Select(LegalId.FromStored)];
        List<NationalId?> national = [.. identifiers.Where(i => i.Length == NationalId.Length).Select(NationalId.FromStored)];
        var taken = await db.Set<Supplier>().Where(s => legal.Contains(s.LegalId) || national.Contains(s.NationalId))
            .Select(s => new { s.LegalId, s.NationalId }).ToListAsync(ct);
        return taken.Select(t => t.LegalId?.Value ?? t.NationalId!.Value).ToHashSet(StringComparer.Ordinal);
    }

    public void Add(Supplier supplier) => db.Add(supplier);
}
