using Microsoft.EntityFrameworkCore;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Catalogue;

/// <summary>Lists of items and suppliers, read along the index on (sort_key, id); a page costs the same wherever it lies.</summary>
internal sealed class CatalogueQueries(ProcurementDb db) : IItemQueries, ISupplierQueries
{
    public const int PageSize = 50;

    public async Task<ItemPage> Page(ListItems asked, CategoryTree tree, CancellationToken ct)
    {
        var units = (await db.Set<UnitOfMeasure>().ToListAsync(ct)).ToDictionary(u => u.Id);
        var page = await Items(asked, tree).Take(PageSize + 1).Select(i => new
        {
            i.Id, i.SortKey, i.Code, i.Name, i.NameEn, i.CategoryId, i.Kind, i.Class, i.BaseUnit, i.IsActive, HasTemplate = i.Templates.Any(),
        }).ToListAsync(ct);

        var shown = page.Take(PageSize).ToList();
        return new ItemPage(
            [.. shown.Select(i => new ItemRow(
                i.Id, i.Code, i.Name, i.NameEn, i.CategoryId, tree.Find(i.CategoryId)?.Name ?? "", tree.Find(i.CategoryId)?.NameEn ?? "", i.Kind, i.Class,
                units[i.BaseUnit].Name, units[i.BaseUnit].NameEn, i.IsActive, i.HasTemplate))],
            page.Count > PageSize ? new NameCursor(shown[^1].SortKey, shown[^1].Id.Value) : null);
    }

    public async Task<SupplierPage> Page(ListSuppliers asked, DateOnly today, DateOnly endsBy, CancellationToken ct)
    {
        var page = await Suppliers(asked, today).Take(PageSize + 1).Select(s => new
        {
            s.Id, s.SortKey, s.Kind, s.LegalId, s.NationalId, s.Name, s.NameEn, s.Phone, s.IsActive,
            IsBlocked = s.Blocks.Any(b => b.From <= today && (b.To == null || b.To >= today)),
            CertificateEnds = s.Certificates.Where(c => c.ValidTo <= endsBy).OrderBy(c => c.ValidTo).Select(c => (DateOnly?)c.ValidTo).FirstOrDefault(),
        }).ToListAsync(ct);

        var shown = page.Take(PageSize).ToList();
        return new SupplierPage(
            [.. shown.Select(s => new SupplierRow(
                s.Id, s.Kind, s.LegalId?.Value ?? s.NationalId?.Value ?? "", s.Name, s.NameEn, s.Phone, s.IsActive, s.IsBlocked, s.CertificateEnds))],
            page.Count > PageSize ? new NameCursor(shown[^1].SortKey, shown[^1].Id.Value) : null);
    }

    /// <summary>The rows of a list of items from where the page before ended, in order.</summary>
    internal IQueryable<Item> Items(ListItems asked, CategoryTree tree)
    {
        var rows = db.Set<Item>().TagWith("catalogue: items");
        if (!asked.WithWithdrawn) rows = rows.Where(i => i.IsActive);
        if (asked.Kind is { } kind) rows = rows.Where(i => i.Kind == kind);
        if (asked.Category is { } category)
        {
            var within = tree.WithinOf(category).ToList();
            rows = rows.Where(i => within.Contains(i.CategoryId));
        }

        foreach (var word in PersianText.SearchWords(asked.Search)) rows = rows.Where(i => i.Folded.Contains(word));
        return rows.InOrder(i => i.SortKey, i => i.Id, asked.After is { } after ? (after.SortKey, ItemId.From(after.Id)) : null);
    }

    /// <summary>The rows of a list of suppliers from where the page before ended, in order.</summary>
    internal IQueryable<Supplier> Suppliers(ListSuppliers asked, DateOnly today)
    {
        var rows = db.Set<Supplier>().TagWith("catalogue: suppliers");
        if (!asked.WithWithdrawn) rows = rows.Where(s => s.IsActive);
        if (asked.Blocked) rows = rows.Where(s => s.Blocks.Any(b => b.From <= today && (b.To == null || b.To >= today)));
        foreach (var word in PersianText.SearchWords(asked.Search)) rows = rows.Where(s => s.Folded.Contains(word));
        return rows.InOrder(s => s.SortKey, s => s.Id, asked.After is { } after ? (after.SortKey, SupplierId.From(after.Id)) : null);
    }
}
