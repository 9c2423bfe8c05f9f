using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.NameSubstitute;

/// <summary>Requesters who left while a deal of theirs is still in effect, for the manager of their unit.</summary>
[Requires(ReceivingPermissions.NameSubstitute)]
public sealed record SubstitutesNeeded : IQuery<Result<IReadOnlyList<SubstituteNeeded>>>;

/// <param name="Deal">The order or contract.</param>
/// <param name="Requester">Who left.</param>
/// <param name="RequesterName">By name.</param>
/// <param name="Named">The substitute named already; empty while none is.</param>
/// <param name="Candidates">Colleagues of his unit.</param>
public sealed record SubstituteNeeded(
    OpenDeal Deal, PersonId Requester, string RequesterName, string Named, IReadOnlyList<(PersonId Person, string Name)> Candidates);

internal sealed class SubstitutesNeededHandler(IOrderFacts orders, IReceivingRecords records, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<SubstitutesNeeded, Result<IReadOnlyList<SubstituteNeeded>>>
{
    public async Task<Result<IReadOnlyList<SubstituteNeeded>>> Handle(SubstitutesNeeded query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var scope = chart.ScopeOf(actor.Person, clock.Today);
        var needed = new List<SubstituteNeeded>();
        foreach (var work in Enum.GetValues<DealWork>())
        {
            foreach (var open in await orders.InEffect(scope, work, cancellationToken))
            {
                if (needed.Exists(n => n.Deal.Id == open.Id) || await orders.Find(open.Id, cancellationToken) is not { } deal) continue;
                foreach (var requester in deal.Lines.Select(l => l.RequesterId).Distinct().Where(r => Left(chart, r)))
                    needed.Add(await Need(chart, open, deal, requester, cancellationToken));
            }
        }

        return needed;
    }

    private bool Left(OrganisationChart chart, PersonId requester) =>
        chart.Person(requester) is { IsActive: false } left && chart.HasCapacityFor(actor.Person, Capacity.UnitManager, left.UnitId, clock.Today);

    private async Task<SubstituteNeeded> Need(OrganisationChart chart, OpenDeal open, DealFacts deal, PersonId requester, CancellationToken ct)
    {
        var unit = chart.Person(requester)!.UnitId;
        var named = await records.SubstituteFor(deal.Id, requester, ct);
        return new SubstituteNeeded(
            open, requester, chart.NameOf(requester), named is null ? "" : chart.NameOf(named.SubstituteId),
            [.. chart.People.Where(p => p.IsActive && p.UnitId == unit && p.Id != actor.Person && p.Id != deal.BuyerId)
                .OrderBy(p => p.FullName, StringComparer.Ordinal).Select(p => (p.Id, p.FullName))]);
    }
}
