using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Receiving.Reactions;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Receiving;

internal sealed class ReceivingRecords(ProcurementDb db, DocumentRegistry registry) : IReceivingRecords
{
    public Task<ExpertChecklist?> Checklist(ExpertChecklistId id, CancellationToken ct) =>
        db.Tracked<ExpertChecklist>().FirstOrDefaultAsync(c => c.Id == id, ct);

    public async Task<IReadOnlyList<ExpertChecklist>> ChecklistsOf(DocumentId temporaryReceipt, CancellationToken ct) =>
        await db.Set<ExpertChecklist>().Where(c => c.TemporaryReceiptId == temporaryReceipt).ToListAsync(ct);

    public Task<RequesterSubstitute?> SubstituteFor(DocumentId basis, PersonId requester, CancellationToken ct) =>
        db.Set<RequesterSubstitute>().Where(s => s.BasisId == basis && s.RequesterId == requester).OrderByDescending(s => s.NamedAt).FirstOrDefaultAsync(ct);

    public void Add(ExpertChecklist checklist) => db.Add(checklist);

    public void Add(RequesterSubstitute substitute) => db.Add(substitute);

    public Task<bool> HasOverdueAfterSignature(string storeCode, DateTimeOffset now, CancellationToken ct)
    {
        // A unit may share its code with a store; only kinds numbered by store belong to it.
        var kinds = registry.Kinds.Where(k => k.Series == NumberSeries.Store).Select(k => k.Kind).ToList();
        return db.Set<SignOffSheet>().IgnoreAutoIncludes().AnyAsync(
            s => s.SeriesCode == storeCode && kinds.Contains(s.Kind) && s.State == DocumentState.InEffect
                && s.Steps.Any(x => x.Timing == StepTiming.After && x.State == StepState.Open && x.DueAt < now
                    && (x.Capacity == Capacity.FinanceController || x.Capacity == Capacity.Inspector)), ct);
    }

    public async Task<PropertyNumber?> Taken(DocumentId receipt, IReadOnlyCollection<PropertyNumber> numbers, CancellationToken ct)
    {
        var inBook = await db.Set<PropertyItem>().Where(p => numbers.Contains(p.Number)).Select(p => p.Number).Take(1).ToListAsync(ct);
        if (inBook.Count > 0) return inBook[0];
        var onReceipts = await db.Set<GoodsReceipt>().IgnoreAutoIncludes().Where(r => r.Id != receipt)
            .SelectMany(r => r.Lines).SelectMany(l => l.Labels).Where(l => numbers.Contains(l.Number)).Select(l => l.Number).Take(1).ToListAsync(ct);
        return onReceipts.Count > 0 ? onReceipts[0] : null;
    }
}

internal sealed class ReceivingServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IReceivingRecords, ReceivingRecords>();
        services.AddScoped<IReceivingQueries, ReceivingQueries>();
        services.AddScoped<ILineProgress, LineProgressReader>();
        services.AddScoped<IAcceptedDeliveries, AcceptedDeliveries>();
        services.AddScoped<StoreKeeping>();
        services.AddScoped<EvidenceFiles>();
        services.AddScoped<ReceivingFacts>();
        services.AddScoped<ReceivingNames>();
        services.AddScoped<Judges>();
        services.AddScoped<Shelving>();
        services.AddScoped<WorkMeasuring>();
        services.AddScoped<Lots>();
    }
}
