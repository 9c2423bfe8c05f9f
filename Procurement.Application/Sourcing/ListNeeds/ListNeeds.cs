using Procurement.Application.Organisation;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Sourcing.ListNeeds;

/// <summary>Approved lines that wait to be bought, the oldest request first.</summary>
/// <param name="After">The last line of the page before.</param>
[Requires(SourcingPermissions.Read)]
public sealed record ListNeeds(NeedCursor? After = null) : IQuery<Result<NeedPage>>;

public sealed record NeedPage(IReadOnlyList<NeedRow> Rows, NeedCursor? Next);

public sealed record NeedRow(
    DocumentId Request, string Number, string NumberFa, string UnitName, string Requester, DateTimeOffset ApprovedAt, DateOnly NeededBy, bool IsUrgent, Guid Line, int Order, ItemKind Kind,
    string Description, Quantity Quantity, string UnitOfMeasure, Rials Estimate);

internal sealed class ListNeedsHandler(IPurchaseRequestFacts requests, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<ListNeeds, Result<NeedPage>>
{
    private const int PageSize = 50;

    public async Task<Result<NeedPage>> Handle(ListNeeds query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var needs = await requests.Waiting(chart.ScopeOf(actor.Person, clock.Today), null, query.After, PageSize + 1, cancellationToken);
        var shown = needs.Take(PageSize).ToList();
        return new NeedPage(
            [
                .. shown.Select(n => new NeedRow(
                    n.Request, n.Number, n.NumberFa, chart.Unit(n.UnitId)?.Name ?? "", chart.NameOf(n.Requester), n.ApprovedAt, n.NeededBy, n.IsUrgent, n.Line, n.Order, n.Kind,
                    n.Description, n.Quantity, n.UnitName, n.Estimate)),
            ],
            needs.Count > PageSize ? new NeedCursor(shown[^1].Request, shown[^1].Order) : null);
    }
}
