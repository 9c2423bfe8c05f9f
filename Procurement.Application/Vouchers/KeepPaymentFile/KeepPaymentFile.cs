using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.KeepPaymentFile;

/// <summary>Fills the file of one's draft anew with what the signed documents show by now.</summary>
[Requires(VouchersPermissions.Pay)]
public sealed record FillPaymentFile(DocumentId DocumentId, int SeenVersion) : ICommand<Result>;

/// <summary>Names an attached paper as the evidence of an item.</summary>
[Requires(VouchersPermissions.Pay)]
public sealed record ShowByPaper(DocumentId DocumentId, int SeenVersion, FileItem Item, Guid Attachment) : ICommand<Result>;

/// <summary>The payment file of a voucher, item by item (law file 4.4).</summary>
[Requires(VouchersPermissions.Read)]
public sealed record ReadPaymentFile(DocumentId DocumentId) : IQuery<Result<PaymentFileView>>;

/// <param name="Voucher">The voucher.</param>
/// <param name="Version">Its content version, for changes.</param>
/// <param name="IsDraft">Whether it can still be filled by its owner.</param>
/// <param name="Items">Items in order.</param>
/// <param name="Papers">Attached papers that can be named.</param>
public sealed record PaymentFileView(DocumentId Voucher, int Version, bool IsDraft, IReadOnlyList<FileItemView> Items, IReadOnlyList<PaperView> Papers);

public sealed record FileItemView(FileItem Item, FileGate Gate, FileItemState State, IReadOnlyList<EvidenceView> Evidence);

public sealed record EvidenceView(DocumentId? Document, string Kind, string Number, string Sha256, long? Leaf);

public sealed record PaperView(Guid Id, string FileName);

internal sealed class FillPaymentFileHandler(IDocuments documents, IPaymentFiles files, Desk desk) : ICommandHandler<FillPaymentFile, Result>
{
    public async Task<Result> Handle(FillPaymentFile command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PaymentVoucher>(command.DocumentId, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        if (voucher.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, voucher.SignOff.ContentVersion);

        return voucher.FillFile(await files.Gather(voucher.BasisId, [.. voucher.Invoices.Select(i => i.InvoiceId)], cancellationToken), desk.Me);
    }
}

internal sealed class ShowByPaperHandler(IDocuments documents, Desk desk) : ICommandHandler<ShowByPaper, Result>
{
    public async Task<Result> Handle(ShowByPaper command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PaymentVoucher>(command.DocumentId, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        return voucher.SignOff.ContentVersion == command.SeenVersion
            ? voucher.ShowByPaper(command.Item, command.Attachment, desk.Me)
            : Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, voucher.SignOff.ContentVersion);
    }
}

internal sealed class ReadPaymentFileHandler(IDocumentReader documents) : IQueryHandler<ReadPaymentFile, Result<PaymentFileView>>
{
    public async Task<Result<PaymentFileView>> Handle(ReadPaymentFile query, CancellationToken cancellationToken) =>
        await documents.Find(query.DocumentId, cancellationToken) is PaymentVoucher voucher
            ? new PaymentFileView(
                voucher.Id, voucher.SignOff.ContentVersion, voucher.SignOff.State == DocumentState.Draft, FileItems.Of(voucher),
                [.. voucher.SignOff.Attachments.Select(a => new PaperView(a.Id, a.FileName))])
            : Refusal.NotFound("signoff.document-not-found");
}

internal static class FileItems
{
    public static IReadOnlyList<FileItemView> Of(PaymentVoucher voucher) =>
    [
        .. PaymentFile.Items.Select(item => new FileItemView(
            item, PaymentFile.GateOf(item), voucher.StateOf(item),
            [.. voucher.Evidence.Where(e => e.Item == item).Select(e => new EvidenceView(e.DocumentId, e.Kind, e.Number, e.Sha256, e.Leaf))])),
    ];
}
