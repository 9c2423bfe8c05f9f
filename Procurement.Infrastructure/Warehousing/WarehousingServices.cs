using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Shared.Search;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Application.Warehousing.Facts;
using Procurement.Application.Warehousing.Kardex;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Application.Warehousing.StockOnDay;

namespace Procurement.Infrastructure.Warehousing;

internal sealed class WarehousingServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<StockRefusals>();
        services.AddScoped<ReservationRows>();
        services.AddScoped<IStockFacts, StockFacts>();
        services.AddScoped<IValueFacts, ValueFacts>();
        services.AddScoped<IStockChecks, StockChecks>();
        services.AddScoped<IStores, StoreStore>();
        services.AddScoped<StoreSight>();
        services.AddScoped<OpeningLines>();
        services.AddScoped<IOpeningFacts, OpeningFacts>();
        services.AddScoped<IStoreQueries, StoreQueries>();
        services.AddScoped<IBinQueries, StoreQueries>();
        services.AddScoped<IStockQueries, StoreQueries>();
        services.AddScoped<IStockOnDayQueries, StoreQueries>();
        services.AddScoped<IStockCardQueries, CardQueries>();
        services.AddScoped<IKardexQueries, CardQueries>();
        services.AddScoped<ISearchSource, StoreSearch>();
    }
}
