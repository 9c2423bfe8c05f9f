using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.DecideFinding;

/// <summary>Somebody other than buyer and requesters decides, with a reason, whether deals are one conventional set.</summary>
[Requires(SourcingPermissions.DecideFinding)]
public sealed record DecideFinding(SplittingFindingId FindingId, SplittingVerdict Verdict, string? Reason) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => FindingId.Value;
}

internal sealed class DecideFindingHandler(ISplittingFindings findings, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : ICommandHandler<DecideFinding, Result>
{
    public async Task<Result> Handle(DecideFinding command, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        return await findings.Find(command.FindingId, cancellationToken) is { } finding && scope.Covers(finding.UnitId)
            ? finding.Decide(command.Verdict, command.Reason, actor.Person, clock.Now)
            : Refusal.NotFound("sourcing.finding-not-found");
    }
}
