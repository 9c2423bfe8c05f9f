using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Catalogue;

internal sealed class CatalogueFacts(ProcurementDb db, ICategoryStore categories) : ICatalogueFacts
{
    private Dictionary<UnitCode, UnitOfMeasure>? _units;

    public async Task<IReadOnlyDictionary<ItemId, ItemFacts>> Items(IReadOnlyCollection<ItemId> ids, CancellationToken ct) =>
        ids.Count == 0 ? new Dictionary<ItemId, ItemFacts>() : (await Facts(i => ids.Contains(i.Id), ct)).ToDictionary(f => f.Id);

    public async Task<IReadOnlyDictionary<string, ItemFacts>> ItemsByCode(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var spelled = codes.Select(c => PersianText.ToLatinDigits(PersianText.Clean(c)).ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return spelled.Count == 0
            ? new Dictionary<string, ItemFacts>()
            : (await Facts(i => spelled.Contains(i.Code), ct)).ToDictionary(f => f.Code, StringComparer.OrdinalIgnoreCase);
    }

    public async Task<IReadOnlyDictionary<ItemId, SpecificationTemplate>> TemplatesInForce(IReadOnlyCollection<ItemId> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return new Dictionary<ItemId, SpecificationTemplate>();
        var items = await db.Set<Item>().AsSplitQuery().Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        return items.Where(i => i.TemplateInForce is not null).ToDictionary(i => i.Id, i => i.TemplateInForce!);
    }

    public async Task<SpecificationTemplate?> Template(ItemId id, int version, CancellationToken ct) =>
        (await db.Set<Item>().AsSplitQuery().FirstOrDefaultAsync(i => i.Id == id, ct))?.TemplateOf(version);

    public async Task<IReadOnlyDictionary<SupplierId, SupplierFacts>> Suppliers(IReadOnlyCollection<SupplierId> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return new Dictionary<SupplierId, SupplierFacts>();
        var rows = await db.Set<Supplier>().Where(s => ids.Contains(s.Id)).Select(s => new
        {
            s.Id, s.Kind, s.LegalId, s.NationalId, s.Name, s.NameEn, s.EconomicCode, s.Address, s.Phone, s.IsActive,
            Iban = s.Accounts.Where(a => a.IsDefault).Select(a => a.Iban).FirstOrDefault(), HasDeclaration = s.Declarations.Any(),
        }).ToListAsync(ct);
        return rows.ToDictionary(s => s.Id, s => new SupplierFacts(
            s.Id, s.Kind, s.LegalId?.Value ?? s.NationalId?.Value ?? "", s.Name, s.NameEn, s.EconomicCode?.Value ?? "", s.Address, s.Phone,
            s.Iban?.Value ?? "", s.IsActive, s.HasDeclaration));
    }

    public async Task<Result> CanDeal(SupplierId id, DateOnly day, CancellationToken ct) =>
        await db.Set<Supplier>().AsSplitQuery().FirstOrDefaultAsync(s => s.Id == id, ct) is { } supplier
            ? supplier.CanDealOn(day)
            : Refusal.NotFound("catalogue.supplier-not-found");

    public async Task<IReadOnlyList<StaffBehindSupplier>> StaffBehind(SupplierId id, CancellationToken ct)
    {
        var principals = (await db.Set<Supplier>().Where(s => s.Id == id).SelectMany(s => s.Principals).ToListAsync(ct))
            .ToDictionary(p => p.NationalId.Value, StringComparer.Ordinal);
        var ids = principals.Keys.ToList();
        if (ids.Count == 0) return [];

        var staff = await db.Set<Person>().Where(p => p.IsActive && ids.Contains(p.NationalId))
            .Select(p => new { p.Id, p.NationalId, p.FirstName, p.LastName }).ToListAsync(ct);
        return [.. staff.Select(p => new StaffBehindSupplier(
            p.Id, p.FirstName + " " + p.LastName, principals[p.NationalId].Role, principals[p.NationalId].SharePerMille))];
    }

    private async Task<IEnumerable<ItemFacts>> Facts(Expression<Func<Item, bool>> which, CancellationToken ct)
    {
        var tree = await categories.Tree(ct);
        var units = _units ??= (await db.Set<UnitOfMeasure>().ToListAsync(ct)).ToDictionary(u => u.Id);
        var rows = await db.Set<Item>().Where(which).Select(i => new
        {
            i.Id, i.Code, i.Name, i.NameEn, i.Kind, i.Class, i.BaseUnit, i.TracksLot, i.TracksSerial, i.TracksExpiry, i.CategoryId, i.MinStock, i.ReorderPoint,
            i.MaxStock, i.IsActive, TemplateVersion = i.Templates.Max(t => (int?)t.TemplateVersion),
        }).ToListAsync(ct);
        return rows.Select(i => new ItemFacts(
            i.Id, i.Code, i.Name, i.NameEn, i.Kind, i.Class, i.BaseUnit, units[i.BaseUnit].Name, units[i.BaseUnit].NameEn, units[i.BaseUnit].IsDivisible,
            new ItemTracking(i.TracksLot, i.TracksSerial, i.TracksExpiry), i.CategoryId, tree.NeedsExpertCheck(i.CategoryId),
            tree.ConventionalSetOf(i.CategoryId), i.TemplateVersion, i.MinStock, i.ReorderPoint, i.MaxStock, i.IsActive));
    }
}
