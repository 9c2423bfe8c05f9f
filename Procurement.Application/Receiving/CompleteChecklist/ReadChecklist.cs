using Procurement.Application.Organisation;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.CompleteChecklist;

/// <summary>A checklist as its expert fills it and everybody of the unit reads it.</summary>
[Requires(ReceivingPermissions.Read)]
public sealed record ReadChecklist(ExpertChecklistId Id) : IQuery<Result<ChecklistView>>;

/// <summary>A checklist with its specification; it may be filled by its expert until it is complete.</summary>
public sealed record ChecklistView(
    ExpertChecklistId Id, DocumentId TemporaryReceipt, string Number, string NumberFa, ItemLabel Item, string FromName, Quantity Counted, string Expert,
    string AppointedBy, DateTimeOffset AppointedAt, DateTimeOffset? CompletedAt, string Remark, bool MayFill, bool HasSpecification, IReadOnlyList<CheckView> Checks);

internal sealed class ReadChecklistHandler(
    IReceivingRecords records, IDocuments documents, ReceivingFacts facts, ReceivingNames names, ChartOfCall charts, DocumentRegistry registry, ICurrentActor actor,
    IBodyClock clock) : IQueryHandler<ReadChecklist, Result<ChecklistView>>
{
    public async Task<Result<ChecklistView>> Handle(ReadChecklist query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        if (await records.Checklist(query.Id, cancellationToken) is not { } checklist
            || (checklist.ExpertId != actor.Person && !chart.ScopeOf(actor.Person, clock.Today).Covers(checklist.UnitId))
            || await documents.Load<TemporaryReceipt>(checklist.TemporaryReceiptId, cancellationToken) is not { } receipt)
            return Refusal.NotFound("expert-checklist.not-found");

        var required = await facts.SpecificationOf(checklist, cancellationToken);
        var item = await names.Items([checklist.ItemId], cancellationToken);
        var sheet = receipt.SignOff;
        string Number(bool persian) => registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian);
        return new ChecklistView(
            checklist.Id, receipt.Id, Number(false), Number(true), item(checklist.ItemId), receipt.FromName,
            receipt.Lines.First(l => l.Id == checklist.LineId).Counted ?? Quantity.Zero, chart.NameOf(checklist.ExpertId), chart.NameOf(checklist.AppointedBy),
            checklist.AppointedAt, checklist.CompletedAt, checklist.Remark, checklist.ExpertId == actor.Person && !checklist.IsComplete, required is not null,
            [.. (required?.Attributes ?? []).OrderBy(a => a.Place).Select(a => Check(a, checklist.Results.FirstOrDefault(r => r.Key == a.Key)))]);
    }

    private static CheckView Check(SpecifiedAttribute asked, ChecklistResult? found) => new(
        asked.Key, asked.Name, asked.NameEn, asked.Kind, asked.Check, asked.Unit, asked.Min, asked.Max, asked.Value, found?.Measured ?? "", found?.Method ?? "",
        found?.Outcome, found?.FailsFor ?? Quantity.Zero, found?.PhotoSha256 ?? "", null, IsByExpert: true);
}
