using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.MatchInvoice;

/// <summary>Holds a checked invoice against what was delivered since; tells how many parts became payable.</summary>
[Requires(VouchersPermissions.Pay)]
public sealed record MatchInvoice(DocumentId DocumentId) : ICommand<Result<int>>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => DocumentId.Value;
}

internal sealed class MatchInvoiceHandler(IDocuments documents, InvoiceMatcher matcher, Desk desk) : ICommandHandler<MatchInvoice, Result<int>>
{
    public async Task<Result<int>> Handle(MatchInvoice command, CancellationToken cancellationToken)
    {
        if (await documents.Find<SupplierInvoice>(command.DocumentId, cancellationToken) is not { } invoice) return Refusal.NotFound("signoff.document-not-found");
        if (invoice.SignOff.State != DocumentState.InEffect) return Refusal.Rule("supplier-invoice.not-checked", invoice.SignOff.State);

        return await matcher.Match(invoice, desk.Me.Person, desk.Me.At, cancellationToken);
    }
}
