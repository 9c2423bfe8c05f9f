using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.NameSubstitute;

/// <summary>The manager of a requester who left names who judges deliveries in his place (documents 3.6, control 6.1.d).</summary>
[Requires(ReceivingPermissions.NameSubstitute)]
public sealed record NameSubstitute(DocumentId Order, PersonId Requester, PersonId Substitute, string? LetterNo) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => Order.Value;
}

internal sealed class NameSubstituteHandler(IOrderFacts orders, IReceivingRecords records, ChartOfCall charts, IBodyClock clock, Desk desk)
    : ICommandHandler<NameSubstitute, Result>
{
    public async Task<Result> Handle(NameSubstitute command, CancellationToken cancellationToken)
    {
        if (await orders.Find(command.Order, cancellationToken) is not { } deal || deal.Lines.All(l => l.RequesterId != command.Requester))
            return Refusal.NotFound("temporary-receipt.order-not-found");
        if (command.Substitute == deal.BuyerId) return Refusal.Rule("conformance-report.buyer-cannot-judge").At("Substitute");

        var named = RequesterSubstitute.Name(
            await charts.Get(cancellationToken), deal.Id, command.Requester, command.Substitute, command.LetterNo, desk.Me, clock.Today);
        if (!named.Succeeded) return named.Plain();

        records.Add(named.Value);
        return Result.Ok;
    }
}

/// <summary>Who judges for a requester: he himself, or the substitute named for him when he left.</summary>
internal sealed class Judges(IReceivingRecords records, ChartOfCall charts)
{
    public async Task<Result<Judge>> For(DocumentId basis, PersonId requester, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        if (chart.IsActive(requester)) return new Judge(requester);

        return await records.SubstituteFor(basis, requester, ct) is { } substitute && chart.IsActive(substitute.SubstituteId)
            ? new Judge(substitute.SubstituteId, requester)
            : Refusal.Rule("conformance-report.substitute-needed", chart.NameOf(requester));
    }
}
