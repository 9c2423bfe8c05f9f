using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.ReportObjection;

/// <summary>The controller writes down the letters by which a payment under objection was reported (PAL art. 91).</summary>
[Requires(VouchersPermissions.ReportObjection)]
public sealed record ReportObjection(DocumentId DocumentId, string? MinistryLetter, string? AuditCourtLetter, DateOnly? On) : ICommand<Result>;

internal sealed class ReportObjectionHandler(IDocuments documents, Desk desk) : ICommandHandler<ReportObjection, Result>
{
    public async Task<Result> Handle(ReportObjection command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PaymentVoucher>(command.DocumentId, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        return command.On is { } on
            ? voucher.ReportObjection(command.MinistryLetter, command.AuditCourtLetter, on, desk.Me)
            : Refusal.Invalid("payment-voucher.report-in-future").At("ReportedOn");
    }
}
