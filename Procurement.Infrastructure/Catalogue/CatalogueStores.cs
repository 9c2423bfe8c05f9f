using Microsoft.EntityFrameworkCore;
using Procurement.Application.Catalogue;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Catalogue;

internal sealed class ItemStore(ProcurementDb db) : IItemStore
{
    /// <summary>Both engines bound the parameters of one statement.</summary>
    internal const int InOneQuestion = 1000;

    public Task<Item?> Find(ItemId id, CancellationToken ct) => db.Tracked<Item>().AsSplitQuery().FirstOrDefaultAsync(i => i.Id == id, ct);

    public async Task<IReadOnlySet<string>> CodesTaken(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(InOneQuestion)) taken.UnionWith(await db.Set<Item>().Where(i => some.Contains(i.Code)).Select(i => i.Code).ToListAsync(ct));
        return taken;
    }

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
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in identifiers.Chunk(ItemStore.InOneQuestion))
        {
            List<LegalId?> legal = [.. some.Where(i => i.Length == LegalId.Length).Select(LegalId.FromStored)];
            List<NationalId?> national = [.. some.Where(i => i.Length == NationalId.Length).Select(NationalId.FromStored)];
            var found = await db.Set<Supplier>().Where(s => legal.Contains(s.LegalId) || national.Contains(s.NationalId))
                .Select(s => new { s.LegalId, s.NationalId }).ToListAsync(ct);
            taken.UnionWith(found.Select(t => t.LegalId?.Value ?? t.NationalId!.Value));
        }

        return taken;
    }

    public void Add(Supplier supplier) => db.Add(supplier);
}
