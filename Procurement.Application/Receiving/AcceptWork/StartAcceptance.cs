using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.AcceptWork;

/// <summary>What the requester's form offers: deals with services or works, and one deal's lines with what earlier parts took.</summary>
[Requires(ReceivingPermissions.AcceptWork)]
public sealed record StartAcceptance(DocumentId? Order) : IQuery<Result<AcceptanceStart>>;

public sealed record AcceptanceStart(IReadOnlyList<OpenDeal> Deals, AcceptanceDeal? Deal);

public sealed record AcceptanceDeal(
    DocumentId Id, string Number, string NumberFa, string SupplierName, IReadOnlyList<AcceptanceLine> Lines, IReadOnlyList<(PersonId Person, string Name)> Experts);

public sealed record AcceptanceLine(Guid Line, int Order, string Description, string UnitName, Quantity Ordered, Quantity Before, Rials UnitPrice)
{
    public Quantity Left => Quantity.FromScaled(Math.Max(0, Ordered.Scaled - Before.Scaled));
}

internal sealed class StartAcceptanceHandler(IOrderFacts orders, ILineProgress progress, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartAcceptance, Result<AcceptanceStart>>
{
    public async Task<Result<AcceptanceStart>> Handle(StartAcceptance query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var scope = chart.ScopeOf(actor.Person, clock.Today);
        if (query.Order is not { } order) return new AcceptanceStart(await orders.InEffect(scope, DealWork.ServicesAndWorks, cancellationToken), null);
        if (await orders.Find(order, cancellationToken) is not { } deal || !deal.Lines.Any(l => scope.Covers(l.RequestingUnitId)))
            return Refusal.NotFound("temporary-receipt.order-not-found");

        var lines = deal.Lines.Where(l => l.Kind != ItemKind.Goods).ToList();
        var before = await progress.Of(LineStage.Performed, [.. lines.Select(l => l.LineId)], cancellationToken);
        var experts = chart.PostsServing(Capacity.TechnicalExpert, deal.UnitId).SelectMany(p => chart.HoldersOf(p, clock.Today)).Distinct()
            .Where(p => p != deal.BuyerId && p != actor.Person).Select(p => (p, chart.NameOf(p)));
        return new AcceptanceStart([], new AcceptanceDeal(
            deal.Id, deal.Number, deal.NumberFa, deal.SupplierName,
            [.. lines.Select(l => new AcceptanceLine(l.LineId, l.Order, l.Description, l.UnitName, l.Ordered, before.GetValueOrDefault(l.LineId), l.UnitPrice))], [.. experts]));
    }
}
