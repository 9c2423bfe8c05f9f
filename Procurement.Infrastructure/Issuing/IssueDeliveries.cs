using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Domain.Issuing;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Issuing;

internal sealed class IssueDeliveries(ProcurementDb db) : IIssueDeliveries
{
    public Task<IssueDelivery?> Find(DocumentId voucher, CancellationToken ct) =>
        db.Tracked<IssueDelivery>().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == voucher, ct);

    public Task<IssueDelivery?> Read(DocumentId voucher, CancellationToken ct) =>
        db.Set<IssueDelivery>().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == voucher, ct);

    public async Task<IReadOnlyList<DocumentId>> OpenPassesOf(DocumentId voucher, CancellationToken ct) => await (
        from pass in db.Set<GatePass>().IgnoreAutoIncludes()
        join sheet in db.Set<SignOffSheet>().IgnoreAutoIncludes() on pass.Id equals sheet.Id
        where pass.BasisId == voucher && pass.ConfirmedAt == null && (sheet.State == DocumentState.InRoute || sheet.State == DocumentState.InEffect)
        orderby pass.Id
        select pass.Id).ToListAsync(ct);

    public void Add(IssueDelivery delivery) => db.Add(delivery);
}

internal sealed class IssuingServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IIssueDeliveries, IssueDeliveries>();
        services.AddScoped<IIssuingQueries, IssuingQueries>();
        services.AddScoped<IIssuingDesk, IssuingDeskQueries>();
        services.AddScoped<DeskOwners>();
        services.AddScoped<KeeperStores>();
        services.AddScoped<IssueLines>();
        services.AddScoped<ExitLines>();
        services.AddScoped<IssueTiming>();
        services.AddScoped<Handing>();
        services.AddScoped<Gates>();
        services.AddImplementationsOf(typeof(IPassBasis).Assembly, typeof(IPassBasis));
    }
}
