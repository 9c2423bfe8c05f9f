using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Shared.Search;
using Procurement.Domain.Catalogue;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Catalogue;

internal sealed class ItemSearch(ProcurementDb db) : ISearchSource
{
    public string Kind => "item";

    public string Permission => CataloguePermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchAsked asked, CancellationToken ct)
    {
        var rows = db.Set<Item>().TagWith("catalogue: item search");
        foreach (var word in asked.Words) rows = rows.Where(i => i.Folded.Contains(word));
        var found = await rows.OrderBy(i => i.SortKey).ThenBy(i => i.Id).Take(asked.Take).Select(i => new { i.Id, i.Code, i.Name, i.NameEn }).ToListAsync(ct);
        return [.. found.Select(i => new SearchHit(Kind, i.Name, i.NameEn, i.Code, i.Id.Value.ToString("D")))];
    }
}

internal sealed class SupplierSearch(ProcurementDb db) : ISearchSource
{
    public string Kind => "supplier";

    public string Permission => CataloguePermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchAsked asked, CancellationToken ct)
    {
        var rows = db.Set<Supplier>().TagWith("catalogue: supplier search");
        foreach (var word in asked.Words) rows = rows.Where(s => s.Folded.Contains(word));
        var found = await rows.OrderBy(s => s.SortKey).ThenBy(s => s.Id).Take(asked.Take)
            .Select(s => new { s.Id, s.LegalId, s.NationalId, s.Name, s.NameEn }).ToListAsync(ct);
        return [.. found.Select(s => new SearchHit(Kind, s.Name, s.NameEn, s.LegalId?.Value ?? s.NationalId?.Value ?? "", s.Id.Value.ToString("D")))];
    }
}

internal sealed class CatalogueServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IItemStore, ItemStore>();
        services.AddScoped<ICategoryStore, CategoryStore>();
        services.AddScoped<IUnitStore, UnitStore>();
        services.AddScoped<ISupplierStore, SupplierStore>();
        services.AddScoped<ICatalogueFacts, CatalogueFacts>();
        services.AddScoped<IItemQueries, CatalogueQueries>();
        services.AddScoped<ISupplierQueries, CatalogueQueries>();
        services.AddScoped<ISearchSource, ItemSearch>();
        services.AddScoped<ISearchSource, SupplierSearch>();
    }
}
