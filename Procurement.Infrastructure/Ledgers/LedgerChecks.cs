using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application;
using Procurement.Application.Ledgers;

namespace Procurement.Infrastructure.Ledgers;

/// <summary>Finds the ledger checks of every capability.</summary>
internal sealed class LedgerChecks : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddImplementationsOf(typeof(LedgerChecks).Assembly, typeof(ILedgerCheck));
}
