using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.Findings;

/// <summary>Findings about split deals in the reader's units, the newest first (tender law art. 3 note 3).</summary>
/// <param name="Open">Only those that wait for a decision, or only decided ones; null for all.</param>
/// <param name="After">The last finding of the page before.</param>
[Requires(SourcingPermissions.Read)]
public sealed record ListFindings(bool? Open = true, SplittingFindingId? After = null) : IQuery<Result<FindingPage>>;

public sealed record FindingPage(IReadOnlyList<FindingView> Rows, SplittingFindingId? Next);

internal sealed class ListFindingsHandler(ISourcingQueries queries, SplittingBoard board, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListFindings, Result<FindingPage>>
{
    public async Task<Result<FindingPage>> Handle(ListFindings query, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        var (rows, more) = await queries.Findings(scope, query, cancellationToken);
        return new FindingPage(await board.Of(rows, cancellationToken), more ? rows[^1].Id : null);
    }
}

/// <summary>One finding with its whole set.</summary>
[Requires(SourcingPermissions.Read)]
public sealed record ReadFinding(SplittingFindingId FindingId) : IQuery<Result<FindingView>>;

internal sealed class ReadFindingHandler(ISplittingFindings findings, SplittingBoard board, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadFinding, Result<FindingView>>
{
    public async Task<Result<FindingView>> Handle(ReadFinding query, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        return await findings.Find(query.FindingId, cancellationToken) is { } finding && scope.Covers(finding.UnitId)
            ? (await board.Of([finding], cancellationToken))[0]
            : Refusal.NotFound("sourcing.finding-not-found");
    }
}
