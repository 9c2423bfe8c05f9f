using Microsoft.EntityFrameworkCore;
using Procurement.Application.SignOff.MarkOverdue;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

internal sealed class OverdueSignatures(ProcurementDb db) : IOverdueSignatures
{
    public async Task<IReadOnlyList<DocumentId>> Unmarked(DateTimeOffset now, CancellationToken ct) => await db.Set<SignOffSheet>()
        .Where(sheet => sheet.Steps.Any(step =>
            step.Timing == StepTiming.After && step.State == StepState.Open && step.DueAt != null && step.DueAt < now && step.OverdueSince == null))
        .OrderBy(sheet => sheet.Id).Select(sheet => sheet.Id).ToListAsync(ct);
}
