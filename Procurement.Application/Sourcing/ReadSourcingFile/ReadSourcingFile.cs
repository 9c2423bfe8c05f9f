using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Requests;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.ReadSourcingFile;

/// <summary>One sourcing file of the reader's units, or given to him.</summary>
[Requires(SourcingPermissions.Read)]
public sealed record ReadSourcingFile(SourcingFileId FileId) : IQuery<Result<SourcingFileView>>;

internal sealed class ReadSourcingFileHandler(
    ISourcingFiles files, ISourcingQueries queries, IOrderBooks orders, DecisionForms forms, SplittingExam exam, SplittingBoard board, ICatalogueFacts catalogue, IDocumentLines documents,
    DocumentRegistry registry, IDocuments store, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<ReadSourcingFile, Result<SourcingFileView>>
{
    public async Task<Result<SourcingFileView>> Handle(ReadSourcingFile query, CancellationToken cancellationToken)
    {
        if (await files.Find(query.FileId, cancellationToken) is not { } file) return Refusal.NotFound("sourcing.file-not-found");

        var chart = await charts.Get(cancellationToken);
        var unit = chart.Unit(file.UnitId);
        var requests = await forms.Requests(file, cancellationToken);
        var decisions = await Decisions(file, cancellationToken);
        var findings = await queries.FindingsAbout([file.Id.Value, .. decisions.Select(d => d.Id.Value)], cancellationToken);
        var (signals, unable) = await Signals(file, requests, cancellationToken);
        return new SourcingFileView(
            file.Id, file.State, unit?.Name ?? "", unit?.NameEn ?? "", file.BuyerId, chart.NameOf(file.BuyerId), chart.NameOf(file.OpenedBy), file.OpenedAt,
            ClassView.Of(file.Classification), file.Method, file.SetadNumber, file.SetadExcuse, file.SetadExcusedBy is { } by ? chart.NameOf(by) : "", file.AbandonReason, file.Estimate,
            requests.Any(r => r.IsUrgent), [.. requests.Select(Behind)], await Lines(file, requests, chart, cancellationToken), PriceNotes.Of(file), decisions,
            await board.Of(findings, cancellationToken), signals, unable, file.BuyerId == actor.Person);
    }

    /// <summary>What the tests would say at this moment, at the prices of the draft where there is one; only while something can still be changed.</summary>
    private async Task<(IReadOnlyList<SplittingCase> Cases, Refusal? Unable)> Signals(SourcingFile file, IReadOnlyList<PurchaseRequest> requests, CancellationToken ct)
    {
        if (file.State != SourcingFileState.Open) return ([], null);
        var draft = file.DecisionId is { } id ? await store.Load<SourcingDecision>(id, ct) : null;
        var deals = draft is { SignOff.State: DocumentState.Draft or DocumentState.InRoute }
            ? ExaminedDeals.Of(draft, file, requests, clock.Today)
            : ExaminedDeals.Of(file, requests, clock.Today);
        return await exam.Show(deals, board, ct);
    }

    private async Task<IReadOnlyList<SourcingLineView>> Lines(SourcingFile file, IReadOnlyList<PurchaseRequest> requests, OrganisationChart chart, CancellationToken ct)
    {
        var items = await catalogue.Items([.. file.Lines.Select(l => l.Item).OfType<ItemId>().Distinct()], ct);
        var asked = requests.SelectMany(r => r.Lines).ToDictionary(l => l.Id);
        return
        [
            .. file.Lines.OrderBy(l => l.Order).Select(l => new SourcingLineView(
                l.Id, l.RequestId, l.Order, l.Kind, l.Item is { } item ? items.GetValueOrDefault(item)?.Code ?? "" : "", l.Description, chart.NameOf(l.RequesterId),
                chart.Unit(l.UnitId)?.Name ?? "", l.Quantity, l.UnitName, l.Estimate, SpecificationText.Of(asked[l.RequestLine].Specification))),
        ];
    }

    private RequestBehind Behind(PurchaseRequest request) => new(request.Id, Number(request.SignOff, false), Number(request.SignOff, true), request.SignOff.Subject);

    private async Task<IReadOnlyList<DecisionBrief>> Decisions(SourcingFile file, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var lines = await documents.Of(await queries.DecisionsOf(file.Id, ct), DocumentSight.Of(chart, actor.Person, clock.Today), ct);
        var briefs = new List<DecisionBrief>();
        foreach (var line in lines.OrderBy(l => l.DocumentId))
        {
            var order = await orders.FindOrder(line.DocumentId, ct);
            briefs.Add(new DecisionBrief(
                line.DocumentId, line.Number, line.NumberFa, line.State, line.AmountRials is { } amount ? Rials.FromStored(amount) : null, order?.Number(false) ?? "",
                order?.Number(true) ?? ""));
        }

        return briefs;
    }

    private string Number(SignOffSheet sheet, bool persian) =>
        sheet.NumberSerial == 0 ? "" : registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian);
}

/// <summary>Names the evidence of one noted price for whoever may see its file.</summary>
[Requires(SourcingPermissions.Read)]
public sealed record ReadPriceEvidence(SourcingFileId FileId, Guid Price) : IQuery<Result<AttachmentFile>>;

internal sealed class ReadPriceEvidenceHandler(ISourcingFiles files) : IQueryHandler<ReadPriceEvidence, Result<AttachmentFile>>
{
    public async Task<Result<AttachmentFile>> Handle(ReadPriceEvidence query, CancellationToken cancellationToken)
    {
        var file = await files.Find(query.FileId, cancellationToken);
        return file?.Prices.FirstOrDefault(p => p.Id == query.Price)?.Evidence is { } evidence
            ? new AttachmentFile(evidence.Sha256, evidence.FileName, evidence.ContentType)
            : Refusal.NotFound("signoff.attachment-not-found");
    }
}
