using Microsoft.EntityFrameworkCore;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.SignOff;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Receiving;

/// <summary>Receipts and acceptances in effect, as the money side asks for them.</summary>
internal sealed class AcceptedDeliveries(ProcurementDb db, DocumentRegistry registry) : IAcceptedDeliveries
{
    private static readonly DocumentState[] Standing = [DocumentState.InEffect, DocumentState.Closed];

    public async Task<IReadOnlyList<AcceptedDelivery>> Of(DocumentId deal, CancellationToken ct)
    {
        var receipts = await (
            from receipt in db.Set<GoodsReceipt>().IgnoreAutoIncludes()
            join sheet in Sheets() on receipt.Id equals sheet.Id
            where receipt.BasisId == deal
            from line in receipt.Lines
            where line.BasisLineId != null && line.UnitPrice != null
            select new { receipt.StoreId, Head = new Head(sheet.Id, sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.OwnerId, sheet.EffectiveAt), Line = line })
            .AsNoTracking().ToListAsync(ct);
        var works = await (
            from acceptance in db.Set<ServiceAcceptance>().IgnoreAutoIncludes()
            join sheet in Sheets() on acceptance.Id equals sheet.Id
            where acceptance.BasisId == deal
            from line in acceptance.Lines
            select new { Head = new Head(sheet.Id, sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.OwnerId, sheet.EffectiveAt), Line = line })
            .AsNoTracking().ToListAsync(ct);
        return
        [
            .. receipts.Select(r => Delivery(r.Head, r.Line.Id, r.Line.BasisLineId!.Value) with
                {
                    Store = r.StoreId, Item = r.Line.ItemId, Quantity = r.Line.Quantity, UnitPrice = r.Line.UnitPrice!.Value, Value = r.Line.Value, IsPriceCut = r.Line.IsPriceCut,
                })
                .Concat(works.Select(w => Delivery(w.Head, w.Line.Id, w.Line.BasisLineId) with
                {
                    Quantity = w.Line.Quantity, UnitPrice = w.Line.UnitPrice, Value = w.Line.Value,
                }))
                .OrderBy(d => d.At).ThenBy(d => d.Line),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, Quantity>> Refused(DocumentId deal, CancellationToken ct)
    {
        var lines = await (
            from report in db.Set<ConformanceReport>().IgnoreAutoIncludes()
            join sheet in Sheets() on report.Id equals sheet.Id
            where report.BasisId == deal
            from line in report.Lines
            where line.BasisLineId != null
            select new { line.BasisLineId, line.Refused }).ToListAsync(ct);
        return lines.GroupBy(l => l.BasisLineId!.Value).ToDictionary(g => g.Key, g => g.Aggregate(Quantity.Zero, (sum, l) => sum + l.Refused));
    }

    public async Task<IReadOnlyList<OwedSignature>> Owed(IReadOnlyCollection<DocumentId> deliveries, CancellationToken ct)
    {
        var documents = deliveries.ToList();
        documents.AddRange(await db.Set<GoodsReceipt>().IgnoreAutoIncludes().Where(r => documents.Contains(r.Id)).Select(r => r.ConformanceId).ToListAsync(ct));
        StepState[] open = [StepState.Waiting, StepState.Open];
        var owed = await (
            from sheet in Sheets()
            where documents.Contains(sheet.Id)
            from step in sheet.Steps
            where step.Round == sheet.Round && open.Contains(step.State)
            orderby sheet.Id, step.Order
            select new { sheet.Id, sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, step.Capacity }).ToListAsync(ct);
        return
        [
            .. owed.Select(o => new OwedSignature(
                o.Id, registry.NumberOf(o.Kind, o.SeriesCode, o.NumberYear, o.NumberSerial, persian: false),
                registry.NumberOf(o.Kind, o.SeriesCode, o.NumberYear, o.NumberSerial, persian: true), o.Capacity)),
        ];
    }

    private IQueryable<SignOffSheet> Sheets() => db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => Standing.Contains(s.State));

    private AcceptedDelivery Delivery(Head head, Guid line, Guid basisLine) => new(
        head.Kind, head.Id, registry.NumberOf(head.Kind, head.Series, head.Year, head.Serial, persian: false),
        registry.NumberOf(head.Kind, head.Series, head.Year, head.Serial, persian: true), line, basisLine, null, null, Quantity.Zero, Rials.Zero, Rials.Zero, false,
        head.Owner, head.EffectiveAt ?? DateTimeOffset.MinValue);

    private sealed record Head(
        DocumentId Id, DocumentKind Kind, string Series, int Year, int Serial, Domain.Organisation.PersonId Owner, DateTimeOffset? EffectiveAt);
}
