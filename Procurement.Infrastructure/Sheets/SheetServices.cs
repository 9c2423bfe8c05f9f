using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Imports;
using Procurement.Application.Shared.Sheets;

namespace Procurement.Infrastructure.Sheets;

internal sealed class SheetServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISheetReader, SheetReader>();
        services.AddSingleton<ISheetWriter, SheetWriter>();
    }
}
