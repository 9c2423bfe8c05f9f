using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.AppointExpert;

/// <summary>The line to be checked, and the experts who are neither its buyer nor its keeper.</summary>
[Requires(ReceivingPermissions.AppointExpert)]
public sealed record StartAppointing(DocumentId TemporaryReceipt, Guid LineId) : IQuery<Result<AppointingStart>>;

public sealed record AppointingStart(ItemLabel Item, Quantity Counted, string FromName, IReadOnlyList<(PersonId Person, string Name)> Experts);

internal sealed class StartAppointingHandler(
    IDocuments documents, IOrderFacts orders, ReceivingNames names, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartAppointing, Result<AppointingStart>>
{
    public async Task<Result<AppointingStart>> Handle(StartAppointing query, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(query.TemporaryReceipt, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        if (receipt.Lines.FirstOrDefault(l => l.Id == query.LineId) is not { Counted: { } counted } line) return Refusal.NotFound("expert-checklist.line-not-found");

        var buyer = receipt.BasisId is { } basis ? (await orders.Find(basis, cancellationToken))?.BuyerId : null;
        var chart = await charts.Get(cancellationToken);
        var experts = chart.PostsServing(Capacity.TechnicalExpert, receipt.SignOff.UnitId).SelectMany(p => chart.HoldersOf(p, clock.Today)).Distinct()
            .Where(p => p != buyer && p != receipt.SignOff.OwnerId && p != actor.Person).Select(p => (p, chart.NameOf(p)));
        var item = await names.Items([line.ItemId], cancellationToken);
        return new AppointingStart(item(line.ItemId), counted, receipt.FromName, [.. experts]);
    }
}
