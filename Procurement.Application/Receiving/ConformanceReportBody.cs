using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving;

/// <summary>What page, print and API show of a conformance report.</summary>
public sealed record ConformanceReportView(
    DocumentId Id, StoreLabel Store, GoodsSource Source, DocumentId TemporaryReceiptId, DocumentId? BasisId, string FromName, string Judge, string SubstitutesFor, string Expert,
    bool IsJudged, bool MaySignAfter, IReadOnlyList<ConformanceLineView> Lines)
{
    public bool HasAccepted => Lines.Any(l => !l.Accepted.IsZero || !l.AcceptedAtCut.IsZero);

    public bool HasRefused => Lines.Any(l => !l.Refused.IsZero);
}

/// <summary>One line: what was asked for, what was found, and the verdict.</summary>
public sealed record ConformanceLineView(
    Guid Id, int Order, ItemLabel Item, string LotCode, PropertyClass Class, Quantity Counted, Quantity Presented, Quantity? StillDue, Rials? UnitPrice,
    Quantity Accepted, Quantity Refused, Quantity AcceptedAtCut, Rials? CutUnitPrice, string Reason, string Waiver, string ExpertRemark, string Brand,
    bool HasSpecification, IReadOnlyList<CheckView> Checks);

/// <summary>One attribute: required, measured, how, proof, outcome. Outcome is null until it is measured.</summary>
/// <param name="Key">The attribute's key.</param>
/// <param name="Name">Persian name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Kind">What sort of value it takes.</param>
/// <param name="Check">How it is meant to be checked.</param>
/// <param name="Unit">Unit of a number.</param>
/// <param name="Min">Least number accepted.</param>
/// <param name="Max">Greatest number accepted.</param>
/// <param name="Required">Choice, words, yes or no, standard; empty for a number.</param>
/// <param name="Measured">What was found.</param>
/// <param name="Method">How.</param>
/// <param name="Outcome">How it stands to what was asked for.</param>
/// <param name="FailsFor">How much of the line differs.</param>
/// <param name="EvidenceSha256">Hash of the proof.</param>
/// <param name="EvidenceId">The attachment, for a link.</param>
/// <param name="IsByExpert">Found by the expert; the requester cannot change it.</param>
public sealed record CheckView(
    int Key, string Name, string NameEn, AttributeKind Kind, Domain.Catalogue.AttributeCheck Check, string Unit, decimal? Min, decimal? Max, string Required, string Measured,
    string Method, AttributeOutcome? Outcome, Quantity FailsFor, string EvidenceSha256, Guid? EvidenceId, bool IsByExpert);

internal sealed class ConformanceReportBody(ReceivingNames names) : IDocumentBody
{
    public DocumentKind Kind => ConformanceReport.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var report = (ConformanceReport)document;
        var item = await names.Items(report.Lines.Select(l => l.ItemId), ct);
        var person = await names.People([report.JudgeId, report.SubstitutesFor, report.ExpertId], ct);
        var attached = report.SignOff.Attachments.DistinctBy(a => a.Sha256).ToDictionary(a => a.Sha256, a => a.Id, StringComparer.Ordinal);
        return new ConformanceReportView(
            report.Id, await names.Store(report.StoreId, ct), report.Source, report.TemporaryReceiptId, report.BasisId, report.FromName, person(report.JudgeId),
            person(report.SubstitutesFor), person(report.ExpertId), report.IsJudged, report.MaySignAfter,
            [.. report.Lines.OrderBy(l => l.Order).Select(l => Line(l, item(l.ItemId), attached))]);
    }

    private static ConformanceLineView Line(ConformanceLine line, ItemLabel item, Dictionary<string, Guid> attached) => new(
        line.Id, line.Order, item, line.LotCode, line.Class, line.Counted, line.Presented, line.StillDue, line.UnitPrice, line.Accepted, line.Refused,
        line.AcceptedAtCut, line.CutUnitPrice, line.Reason, line.Waiver, line.ExpertRemark, line.Required?.Brand ?? "", line.Required is not null,
        [.. (line.Required?.Attributes ?? []).OrderBy(a => a.Place).Select(a => Check(a, line.Checks.FirstOrDefault(c => c.Key == a.Key), attached))]);

    private static CheckView Check(SpecifiedAttribute asked, Domain.Receiving.AttributeCheck? found, Dictionary<string, Guid> attached) => new(
        asked.Key, asked.Name, asked.NameEn, asked.Kind, asked.Check, asked.Unit, asked.Min, asked.Max, asked.Value, found?.Measured ?? "", found?.Method ?? "",
        found?.Outcome, found?.FailsFor ?? Quantity.Zero, found?.EvidenceSha256 ?? "",
        found is { EvidenceSha256.Length: > 0 } && attached.TryGetValue(found.EvidenceSha256, out var file) ? file : null, found?.IsByExpert ?? false);
}
