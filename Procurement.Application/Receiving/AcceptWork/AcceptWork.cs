using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.AcceptWork;

/// <summary>The requester of a service or of works drafts the acceptance of what was done so far.</summary>
/// <param name="Order">The order or contract.</param>
/// <param name="Expert">The expert who signs too; null for none.</param>
/// <param name="From">First day measured.</param>
/// <param name="To">Last day measured.</param>
/// <param name="Lines">What was measured of each line.</param>
[Requires(ReceivingPermissions.AcceptWork)]
public sealed record AcceptWork(DocumentId Order, PersonId? Expert, DateOnly From, DateOnly To, IReadOnlyList<MeasuredLineForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>Measures anew in one's own draft.</summary>
[Requires(ReceivingPermissions.AcceptWork)]
public sealed record MeasureWork(DocumentId DocumentId, int SeenVersion, PersonId? Expert, DateOnly From, DateOnly To, IReadOnlyList<MeasuredLineForm> Lines)
    : ICommand<Result>;

/// <summary>How much of a line was done, in its base unit, and how that was measured.</summary>
public sealed record MeasuredLineForm(Guid OrderLine, decimal Quantity, string? MeasuredHow);

internal sealed class AcceptWorkHandler(IDocuments documents, IOrderFacts orders, Judges judges, WorkMeasuring measuring, ChartOfCall charts, Desk desk)
    : ICommandHandler<AcceptWork, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(AcceptWork command, CancellationToken cancellationToken)
    {
        if (await orders.Find(command.Order, cancellationToken) is not { } deal) return Refusal.NotFound("temporary-receipt.order-not-found");
        if (!deal.IsInEffect) return Refusal.Rule("temporary-receipt.order-not-in-effect", deal.NumberFa);
        var lines = await measuring.Read(deal, command.Lines, cancellationToken);
        if (!lines.Succeeded) return lines.Plain();
        var expert = await measuring.CheckExpert(deal, command.Expert, cancellationToken);
        if (!expert.Succeeded) return expert;

        var asked = lines.Value[0].Line;
        var judge = await judges.For(deal.Id, asked.RequesterId, cancellationToken);
        if (!judge.Succeeded) return judge.Plain();
        var unit = (await charts.Get(cancellationToken)).Unit(asked.RequestingUnitId)!;
        var drafted = ServiceAcceptance.Draft(
            (unit.Id, unit.Code), (deal.Id, deal.SupplierId, deal.SupplierName), judge.Value, command.Expert,
            [.. lines.Value.Select(l => l.Measured)], (command.From, command.To), desk.Me, deal.Sheet);
        if (!drafted.Succeeded) return drafted.Plain();

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

internal sealed class MeasureWorkHandler(IDocuments documents, IOrderFacts orders, WorkMeasuring measuring, Desk desk) : ICommandHandler<MeasureWork, Result>
{
    public async Task<Result> Handle(MeasureWork command, CancellationToken cancellationToken)
    {
        if (await documents.Find<ServiceAcceptance>(command.DocumentId, cancellationToken) is not { } acceptance
            || await orders.Find(acceptance.BasisId, cancellationToken) is not { } deal)
            return Refusal.NotFound("signoff.document-not-found");
        if (acceptance.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, acceptance.SignOff.ContentVersion);
        var lines = await measuring.Read(deal, command.Lines, cancellationToken);
        if (!lines.Succeeded) return lines.Plain();
        var expert = await measuring.CheckExpert(deal, command.Expert, cancellationToken);
        if (!expert.Succeeded) return expert;

        return acceptance.Measure(command.Expert, [.. lines.Value.Select(l => l.Measured)], (command.From, command.To), desk.Me);
    }
}

/// <summary>Reads measured lines against the deal: services and works of one requester, with what earlier parts took.</summary>
internal sealed class WorkMeasuring(ILineProgress progress, ChartOfCall charts, IBodyClock clock)
{
    public async Task<Result<IReadOnlyList<(DealLine Line, MeasuredWork Measured)>>> Read(DealFacts deal, IReadOnlyList<MeasuredLineForm> typed, CancellationToken ct)
    {
        if (typed.Count == 0) return Refusal.Invalid("service-acceptance.no-lines").At("Lines");
        var before = await progress.Of(LineStage.Performed, [.. typed.Select(l => l.OrderLine)], ct);
        var faults = new List<Refusal>();
        var read = new List<(DealLine, MeasuredWork)>();
        for (var i = 0; i < typed.Count; i++)
        {
            var field = FormattableString.Invariant($"Lines[{i}]");
            var quantity = Quantity.Of(typed[i].Quantity);
            if (!quantity.Succeeded) faults.Add(quantity.Refusal.At($"{field}.Quantity"));
            if (deal.Lines.FirstOrDefault(l => l.LineId == typed[i].OrderLine && l.Kind != ItemKind.Goods) is not { } agreed)
                faults.Add(Refusal.Invalid("service-acceptance.not-in-the-order", i + 1).At(field));
            else if (read.Count > 0 && read[0].Item1.RequesterId != agreed.RequesterId)
                faults.Add(Refusal.Rule("service-acceptance.one-requester", i + 1).At(field));
            else if (quantity.Succeeded)
                read.Add((agreed, new MeasuredWork(
                    agreed.LineId, agreed.Description, agreed.UnitName, agreed.Ordered, before.GetValueOrDefault(agreed.LineId), quantity.Value, agreed.UnitPrice, typed[i].MeasuredHow)));
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<(DealLine, MeasuredWork)>>.RefusedBy(faults);
    }

    public async Task<Result> CheckExpert(DealFacts deal, PersonId? expert, CancellationToken ct)
    {
        if (expert is not { } named) return Result.Ok;
        var chart = await charts.Get(ct);
        if (named == deal.BuyerId) return Refusal.Rule("expert-checklist.expert-is-buyer").At("Expert");
        return chart.HasCapacityFor(named, Capacity.TechnicalExpert, deal.UnitId, clock.Today)
            ? Result.Ok
            : Refusal.Rule("expert-checklist.not-an-expert", chart.NameOf(named)).At("Expert");
    }
}
