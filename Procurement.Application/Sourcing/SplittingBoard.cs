using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>What a splitting test saw, with the whole set laid open: who asked for what, and the sum against the limit of the class used.</summary>
public sealed record SplittingCase(
    string Set, SplittingTest Test, int WindowDays, Rials Sum, DealClass ClassUsed, DealClass ClassOfSum, Rials? Limit, bool Blocks, IReadOnlyList<SplittingMemberView> Members);

/// <summary>One request of a set; its number and subject are empty for readers who may not see it, its amount is not.</summary>
public sealed record SplittingMemberView(
    DocumentId Request, string Number, string NumberFa, string Subject, string UnitName, string Requester, DateOnly On, Rials Amount, bool IsAgreed);

/// <summary>A finding as its readers see it.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Case">What was seen.</param>
/// <param name="At">The step of the chain.</param>
/// <param name="FileId">The file it holds back, or whose decision it holds back.</param>
/// <param name="DocumentId">The request or decision it holds back.</param>
/// <param name="UnitName">The unit the set belongs to.</param>
/// <param name="Buyer">The buyer; empty at the request.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Verdict">What was decided; null while it waits.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecidedBy">By whom.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Blocks">The next signature waits.</param>
/// <param name="ReaderIsParty">The reader bought or asked for a member, and decides nothing about it.</param>
public sealed record FindingView(
    SplittingFindingId Id, SplittingCase Case, ExaminedAt At, SourcingFileId? FileId, DocumentId? DocumentId, string UnitName, string Buyer, DateTimeOffset OpenedAt,
    SplittingVerdict? Verdict, string Reason, string DecidedBy, DateTimeOffset? DecidedAt, bool Blocks, bool ReaderIsParty);

/// <summary>Lays signals and findings open for those who decide and those who are held back.</summary>
public sealed class SplittingBoard(
    IPurchaseRequestFacts requests, ICatalogueFacts catalogue, IAwards awards, ISourcingQueries queries, IDocumentLines documents, Decrees decrees, ChartOfCall charts,
    ICurrentActor actor, IBodyClock clock)
{
    /// <summary>Signals of one exam as cases, the blocking ones first.</summary>
    public async Task<IReadOnlyList<SplittingCase>> Cases(Examined examined, IReadOnlyList<SetSignals> seen, CancellationToken ct)
    {
        var prices = examined.Own.ToDictionary(l => l.Line, l => l.Estimate);
        var cases = new List<SplittingCase>();
        foreach (var set in seen)
        {
            foreach (var signal in set.Signals.OrderByDescending(s => s.Blocks).ThenBy(s => s.Test))
            {
                cases.Add(new SplittingCase(
                    set.Set, signal.Test, signal.WindowDays, signal.Sum, signal.ClassUsed, signal.ClassOfSum, examined.Decree.LimitOf(signal.ClassUsed), signal.Blocks,
                    await Members(signal.Members, set.Set, signal.Test, prices, ct)));
            }
        }

        return cases;
    }

    public async Task<IReadOnlyList<FindingView>> Of(IReadOnlyList<SplittingFinding> findings, CancellationToken ct)
    {
        if (findings.Count == 0) return [];
        var chart = await charts.Get(ct);
        var subjects = await queries.Subjects([.. findings.Select(f => f.SubjectId).Distinct()], ct);
        var views = new List<FindingView>();
        foreach (var finding in findings)
        {
            var subject = subjects.GetValueOrDefault(finding.SubjectId);
            var members = await Members([.. finding.Members.Select(m => m.RequestId)], finding.Set, finding.Test, [], ct);
            views.Add(new FindingView(
                finding.Id,
                new SplittingCase(finding.Set, finding.Test, finding.WindowDays, finding.Sum, finding.ClassUsed, finding.ClassOfSum, await Limit(finding, subject, ct), finding.Blocks, members),
                finding.At, subject?.File, subject is null || subject.IsDecision ? new DocumentId(finding.SubjectId) : null, chart.Unit(finding.UnitId)?.Name ?? "",
                finding.BuyerId is { } buyer ? chart.NameOf(buyer) : "", finding.OpenedAt, finding.Verdict, finding.Reason,
                finding.DecidedBy is { } decider ? chart.NameOf(decider) : "", finding.DecidedAt, finding.Blocks, finding.IsParty(actor.Person)));
        }

        return views;
    }

    /// <summary>The limit by the file's own decree; at a request, by the one in force that day.</summary>
    private async Task<Rials?> Limit(SplittingFinding finding, FindingSubject? subject, CancellationToken ct)
    {
        if (subject is not null) return subject.Decree.LimitOf(finding.ClassUsed);
        var row = (await decrees.Table(ct)).InForceOn(TehranTime.LocalDate(finding.OpenedAt));
        return row.Succeeded ? row.Value.Decree.LimitOf(finding.ClassUsed) : null;
    }

    private async Task<IReadOnlyList<SplittingMemberView>> Members(
        IReadOnlyList<Guid> ids, string set, SplittingTest test, Dictionary<Guid, Rials> prices, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var all = ids.Select(i => new DocumentId(i)).ToList();
        var lines = await requests.LinesOf(all, ct);
        var items = await catalogue.Items([.. lines.Select(l => l.Item).OfType<ItemId>().Distinct()], ct);
        var agreed = (await awards.Of([.. lines.Select(l => l.FileId).OfType<Guid>().Distinct()], ct)).ToLookup(a => a.RequestLine, a => a.Price);
        var seen = (await documents.Of(all, DocumentSight.Of(chart, actor.Person, clock.Today), ct)).ToDictionary(d => d.DocumentId);
        var isOfOneSet = test is SplittingTest.CumulativeSum or SplittingTest.JustBelow;
        return
        [
            .. lines.Where(l => !isOfOneSet || SplittingFinding.Known(SplittingExam.SetOf(l, items)) == SplittingFinding.Known(set))
                .GroupBy(l => l.Request).OrderBy(g => g.Key).Select(member =>
                {
                    var known = seen.GetValueOrDefault(member.Key);
                    var first = member.First();
                    return new SplittingMemberView(
                        member.Key, known?.Number ?? "", known?.NumberFa ?? "", known?.Subject ?? "", chart.Unit(first.UnitId)?.Name ?? "", chart.NameOf(first.Requester),
                        TehranTime.LocalDate(first.SubmittedAt), member.Aggregate(Rials.Zero, (sum, l) => sum + PriceOf(l)), member.All(l => agreed[l.Line].Any() || prices.ContainsKey(l.Line)));
                }),
        ];

        Rials PriceOf(RequestedLine line)
        {
            if (prices.TryGetValue(line.Line, out var own)) return own;
            return agreed[line.Line].Select(p => (Rials?)p).FirstOrDefault() ?? line.Estimate;
        }
    }
}
