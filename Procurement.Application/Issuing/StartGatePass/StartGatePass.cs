using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.StartGatePass;

/// <summary>What may still go out by a document: the start of a gate pass.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record StartGatePass(PassBasis Basis, DocumentId BasisId) : IQuery<Result<GatePassStart>>;

/// <param name="From">The document the goods leave by.</param>
/// <param name="StoreName">The store.</param>
/// <param name="StoreNameEn">Its English name.</param>
/// <param name="UnitName">The unit the goods go to.</param>
/// <param name="UnitNameEn">Its English name.</param>
/// <param name="Receiver">Who takes them over, inside or outside the body.</param>
/// <param name="HasGuard">A guard stands at the gate; otherwise a person of the roster is named.</param>
/// <param name="Roster">Who may be named for the guard's part; empty where a guard stands.</param>
/// <param name="Lines">What waits at the hand-over place, or in quarantine for goods that go back.</param>
/// <param name="Confirmers">Who may be named to bring the paper of a receiver outside the body; empty where somebody of the body takes over.</param>
/// <param name="ReturnDue">The day on which goods of a temporary exit are back.</param>
public sealed record GatePassStart(
    DocumentLabel From, string StoreName, string StoreNameEn, string UnitName, string UnitNameEn, string Receiver, bool HasGuard, IReadOnlyList<PersonChoice> Roster,
    IReadOnlyList<WaitingGoods> Lines, IReadOnlyList<PersonChoice> Confirmers, DateOnly? ReturnDue);

/// <summary>Goods of one line that wait at the hand-over place.</summary>
public sealed record WaitingGoods(
    Guid Line, int Order, string Code, string Name, string NameEn, string Unit, string UnitEn, Quantity Quantity, bool IsLabelled, IReadOnlyList<string> Pieces);

internal sealed class StartGatePassHandler(
    IEnumerable<IPassBasis> bases, KeeperStores stores, ICatalogueFacts catalogue, ChartOfCall charts, DocumentRegistry registry, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartGatePass, Result<GatePassStart>>
{
    public async Task<Result<GatePassStart>> Handle(StartGatePass query, CancellationToken cancellationToken)
    {
        if (bases.FirstOrDefault(b => b.Basis == query.Basis) is not { } sort) return Refusal.Invalid("gate-pass.basis-not-kept", query.Basis);
        var basis = await sort.Find(query.BasisId, cancellationToken);
        if (!basis.Succeeded) return basis.Plain();
        var store = await stores.Mine(basis.Value.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();

        var facts = basis.Value;
        var chart = await charts.Get(cancellationToken);
        var items = await catalogue.Items([.. facts.Lines.Select(l => l.Item).Distinct()], cancellationToken);
        var unit = chart.Unit(facts.Sheet.UnitId);
        return new GatePassStart(
            Label(facts.Sheet), store.Value.Name, store.Value.NameEn, unit?.Name ?? "", unit?.NameEn ?? "", facts.Receiver is { } receiver ? chart.NameOf(receiver) : facts.OutsideReceiver,
            facts.HasGuard, facts.HasGuard ? [] : chart.Besides(facts.Unit, clock.Today, actor.Person, facts.Receiver),
            [.. facts.Lines.Select((l, i) => (Line: l, Order: i + 1)).Where(l => !l.Line.Quantity.IsZero).Select(l => Line(l.Line, l.Order, items.GetValueOrDefault(l.Line.Item)))],
            facts.OutsideReceiver.Length == 0 ? [] : chart.Besides(facts.Unit, clock.Today, actor.Person), facts.ReturnDue);
    }

    private static WaitingGoods Line(PassableLine line, int order, ItemFacts? item) => new(
        line.Line, order, line.ItemCode, item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", line.Quantity, line.IsLabelled, line.Pieces);

    private DocumentLabel Label(SignOffSheet sheet) => new(
        sheet.Id, sheet.Kind.Code, registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: false),
        registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: true));
}
