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

namespace Procurement.Application.Receiving.AppointExpert;

/// <summary>Appoints who checks a delivered line before it may enter the store (control 6.1.c).</summary>
[Requires(ReceivingPermissions.AppointExpert)]
public sealed record AppointExpert(DocumentId TemporaryReceipt, Guid LineId, PersonId Expert) : ICommand<Result<ExpertChecklistId>>
{
    Guid? ICommandMark.AuditSubject => TemporaryReceipt.Value;
}

internal sealed class AppointExpertHandler(
    IDocuments documents, IOrderFacts orders, IReceivingRecords records, ChartOfCall charts, IBodyClock clock, Desk desk)
    : ICommandHandler<AppointExpert, Result<ExpertChecklistId>>
{
    public async Task<Result<ExpertChecklistId>> Handle(AppointExpert command, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(command.TemporaryReceipt, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        var chart = await charts.Get(cancellationToken);
        if (!chart.HasCapacityFor(command.Expert, Capacity.TechnicalExpert, receipt.SignOff.UnitId, clock.Today))
            return Refusal.Rule("expert-checklist.not-an-expert", chart.NameOf(command.Expert)).At("Expert");
        if ((await records.ChecklistsOf(receipt.Id, cancellationToken)).Any(c => c.LineId == command.LineId))
            return Refusal.Rule("expert-checklist.appointed-already");

        var buyer = receipt.BasisId is { } basis ? (await orders.Find(basis, cancellationToken))?.BuyerId : null;
        var appointed = ExpertChecklist.Appoint(receipt, command.LineId, command.Expert, buyer, desk.Me);
        if (!appointed.Succeeded) return appointed.Plain();

        records.Add(appointed.Value);
        return appointed.Value.Id;
    }
}
