using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.DraftVoucher;

/// <summary>An accounts officer drafts the payment of matched invoice lines; its file fills itself with what the signed documents show.</summary>
[Requires(VouchersPermissions.Pay)]
public sealed record DraftVoucher(VoucherForm Voucher) : ICommand<Result<DocumentId>>;

/// <summary>Allocates anew in one's own draft, and fills its file anew.</summary>
[Requires(VouchersPermissions.Pay)]
public sealed record RewriteVoucher(DocumentId DocumentId, int SeenVersion, VoucherForm Voucher) : ICommand<Result>;

/// <summary>A voucher as typed.</summary>
/// <param name="Purpose">What it pays for.</param>
/// <param name="ImprestIban">Account of the buyer's imprest; only where he bought out of it.</param>
/// <param name="Lines">How much of each invoice line, tax included.</param>
/// <param name="Deductions">What is withheld beside the settings: penalty for lateness, others.</param>
public sealed record VoucherForm(string? Purpose, string? ImprestIban, IReadOnlyList<VoucherLineForm> Lines, IReadOnlyList<DeductionForm> Deductions);

public sealed record VoucherLineForm(DocumentId Invoice, Guid InvoiceLine, long Amount);

/// <summary>A deduction that follows no rate, with its basis.</summary>
public sealed record DeductionForm(DeductionKind Kind, long Amount, string? LegalBasis);

internal sealed class DraftVoucherHandler(VoucherDrafting drafting, IDocuments documents, IPaymentFiles files, ChartOfCall charts, Desk desk)
    : ICommandHandler<DraftVoucher, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftVoucher command, CancellationToken cancellationToken)
    {
        var read = await drafting.Read(command.Voucher, null, cancellationToken);
        if (!read.Succeeded) return read.Plain();

        var unit = (await charts.Get(cancellationToken)).Unit(read.Value.Invoices[0].SignOff.UnitId)!;
        var drafted = PaymentVoucher.Draft(
            (unit.Id, unit.Code, unit.Kind == UnitKind.Centre), (read.Value.Deal, read.Value.Invoices[0].SupplierId), read.Value.Payee, read.Value.Input, desk.Me,
            read.Value.Invoices.Select(i => i.SignOff));
        if (!drafted.Succeeded) return drafted.Plain();
        var filled = drafted.Value.FillFile(await files.Gather(read.Value.Deal, read.Value.InvoiceIds, cancellationToken), desk.Me);
        if (!filled.Succeeded) return filled;

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

internal sealed class RewriteVoucherHandler(VoucherDrafting drafting, IDocuments documents, IPaymentFiles files, Desk desk) : ICommandHandler<RewriteVoucher, Result>
{
    public async Task<Result> Handle(RewriteVoucher command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PaymentVoucher>(command.DocumentId, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        if (voucher.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, voucher.SignOff.ContentVersion);
        var read = await drafting.Read(command.Voucher, voucher.BasisId, cancellationToken);
        if (!read.Succeeded) return read.Plain();

        var written = voucher.Rewrite(read.Value.Payee, read.Value.Input, desk.Me);
        return written.Succeeded ? voucher.FillFile(await files.Gather(voucher.BasisId, read.Value.InvoiceIds, cancellationToken), desk.Me) : written;
    }
}
