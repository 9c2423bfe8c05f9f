using Procurement.Application.Catalogue.Facts;
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

namespace Procurement.Application.Receiving.ReceivingDesk;

/// <summary>What waits between gate and shelf in the stores the caller sees: due deliveries, quarantine, experts, accepted and refused goods.</summary>
[Requires(ReceivingPermissions.Read)]
public sealed record ReceivingDesk : IQuery<Result<ReceivingDeskView>>;

/// <param name="Due">Deals in effect with goods to come.</param>
/// <param name="InQuarantine">Deliveries with goods no requester was asked about.</param>
/// <param name="ToAppoint">Delivered lines whose group asks for an expert and that have none.</param>
/// <param name="ToCheck">Checklists the caller is to fill.</param>
/// <param name="Accepted">Reports with accepted goods that are not on a shelf.</param>
/// <param name="Refused">Reports with refused goods that are not sent back.</param>
public sealed record ReceivingDeskView(
    IReadOnlyList<OpenDeal> Due, IReadOnlyList<ReceivingRow> InQuarantine, IReadOnlyList<UncheckedRow> ToAppoint, IReadOnlyList<ChecklistRow> ToCheck,
    IReadOnlyList<ReceivingRow> Accepted, IReadOnlyList<ReceivingRow> Refused);

/// <summary>A document in one line.</summary>
public sealed record ReceivingRow(DocumentId Id, string Number, string NumberFa, string StoreName, string FromName, DateTimeOffset At);

/// <summary>A delivered line that waits for an expert to be appointed.</summary>
public sealed record UncheckedRow(DocumentId Receipt, string Number, string NumberFa, Guid LineId, ItemLabel Item, DateTimeOffset At);

/// <summary>A checklist the expert still has to fill.</summary>
public sealed record ChecklistRow(ExpertChecklistId Id, string Number, string NumberFa, ItemLabel Item, DateTimeOffset AppointedAt);

/// <summary>A line in quarantine that no report has presented and no expert was appointed for.</summary>
public sealed record WaitingLine(DocumentId Receipt, string Number, string NumberFa, Guid LineId, ItemId Item, DateTimeOffset At);

/// <summary>Reads the work lists of receiving; newest last, at most a page of each.</summary>
public interface IReceivingQueries
{
    /// <summary>Of these deals, those with goods that have not come yet, or came and were refused.</summary>
    Task<IReadOnlySet<DocumentId>> WithGoodsToCome(IReadOnlyCollection<DocumentId> deals, CancellationToken ct);

    Task<IReadOnlyList<ReceivingRow>> InQuarantine(UnitScope scope, CancellationToken ct);

    Task<IReadOnlyList<WaitingLine>> WithoutChecklist(UnitScope scope, CancellationToken ct);

    Task<IReadOnlyList<(ExpertChecklist Checklist, string Number, string NumberFa)>> ToCheck(PersonId expert, CancellationToken ct);

    Task<IReadOnlyList<ReceivingRow>> Accepted(UnitScope scope, CancellationToken ct);

    Task<IReadOnlyList<ReceivingRow>> Refused(UnitScope scope, CancellationToken ct);
}

internal static class AwaitedDeals
{
    /// <summary>Deals in effect whose goods the stores of the scope still wait for.</summary>
    public static async Task<IReadOnlyList<OpenDeal>> Awaited(this IOrderFacts orders, IReceivingQueries queries, UnitScope scope, CancellationToken ct)
    {
        var deals = await orders.InEffect(scope, DealWork.Goods, ct);
        var awaited = await queries.WithGoodsToCome([.. deals.Select(d => d.Id)], ct);
        return [.. deals.Where(d => awaited.Contains(d.Id))];
    }
}

internal sealed class ReceivingDeskHandler(
    IReceivingQueries queries, IOrderFacts orders, ICatalogueFacts catalogue, ReceivingNames names, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReceivingDesk, Result<ReceivingDeskView>>
{
    public async Task<Result<ReceivingDeskView>> Handle(ReceivingDesk query, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        var waiting = await queries.WithoutChecklist(scope, cancellationToken);
        var checks = await queries.ToCheck(actor.Person, cancellationToken);
        var flagged = await catalogue.Items([.. waiting.Select(w => w.Item).Distinct()], cancellationToken);
        var item = await names.Items([.. waiting.Select(w => w.Item), .. checks.Select(c => c.Checklist.ItemId)], cancellationToken);
        return new ReceivingDeskView(
            await orders.Awaited(queries, scope, cancellationToken),
            await queries.InQuarantine(scope, cancellationToken),
            [.. waiting.Where(w => flagged.GetValueOrDefault(w.Item)?.NeedsExpertCheck == true)
                .Select(w => new UncheckedRow(w.Receipt, w.Number, w.NumberFa, w.LineId, item(w.Item), w.At))],
            [.. checks.Select(c => new ChecklistRow(c.Checklist.Id, c.Number, c.NumberFa, item(c.Checklist.ItemId), c.Checklist.AppointedAt))],
            await queries.Accepted(scope, cancellationToken),
            await queries.Refused(scope, cancellationToken));
    }
}
