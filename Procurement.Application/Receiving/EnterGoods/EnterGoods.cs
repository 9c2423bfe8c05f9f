using Procurement.Application.Receiving.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.EnterGoods;

/// <summary>The keeper drafts the receipt of what was accepted, shelf by shelf.</summary>
/// <param name="Conformance">The report in effect.</param>
/// <param name="InvoiceNo">The supplier's invoice, where the delivery's papers named none.</param>
/// <param name="Facts">What a source without purchase demands.</param>
/// <param name="Lines">How much goes where.</param>
[Requires(ReceivingPermissions.Keep)]
public sealed record EnterGoods(DocumentId Conformance, string? InvoiceNo, SourceFactsInput Facts, IReadOnlyList<ShelvedLineForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>Rewrites the lines of one's own draft.</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record RearrangeGoods(DocumentId DocumentId, int SeenVersion, IReadOnlyList<ShelvedLineForm> Lines) : ICommand<Result>;

/// <summary>Some of an accepted line on a shelf, as typed; value a base unit only for goods that were not bought.</summary>
public sealed record ShelvedLineForm(Guid ConformanceLine, decimal Quantity, PlaceId Bin, bool AtCut = false, long? DeedUnitValue = null);

internal sealed class EnterGoodsHandler(IDocuments documents, IOrderFacts orders, StoreKeeping stores, Shelving shelving, Desk desk)
    : ICommandHandler<EnterGoods, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(EnterGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<ConformanceReport>(command.Conformance, cancellationToken) is not { } report)
            return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(report.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var lines = await shelving.Read(report, command.Lines, cancellationToken);
        if (!lines.Succeeded) return lines.Plain();

        var arrived = await documents.Load<TemporaryReceipt>(report.TemporaryReceiptId, cancellationToken);
        var urgent = report.BasisId is { } basis && (await orders.Find(basis, cancellationToken))?.IsUrgent == true;
        var value = report.Lines.Aggregate(Rials.Zero, (sum, l) => sum + l.ValueAccepted);
        var after = report.FullyConforms && await stores.MaySignAfter(store.Value.StoreCode, value, urgent, cancellationToken);
        var invoice = string.IsNullOrWhiteSpace(command.InvoiceNo) ? arrived?.Arrival.InvoiceNo : command.InvoiceNo;
        var drafted = GoodsReceipt.Draft(report, invoice, command.Facts, lines.Value, after, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

internal sealed class RearrangeGoodsHandler(IDocuments documents, Shelving shelving, Desk desk) : ICommandHandler<RearrangeGoods, Result>
{
    public async Task<Result> Handle(RearrangeGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GoodsReceipt>(command.DocumentId, cancellationToken) is not { } receipt
            || await documents.Load<ConformanceReport>(receipt.ConformanceId, cancellationToken) is not { } report)
            return Refusal.NotFound("signoff.document-not-found");
        if (receipt.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, receipt.SignOff.ContentVersion);
        var lines = await shelving.Read(report, command.Lines, cancellationToken);
        return lines.Succeeded ? receipt.Rearrange(report, lines.Value, desk.Me) : lines.Plain();
    }
}

/// <summary>Reads typed shelves: a bin of the report's store, or its separate place for goods of another owner.</summary>
internal sealed class Shelving(IStockFacts stock)
{
    public async Task<Result<IReadOnlyList<ShelvedLine>>> Read(ConformanceReport report, IReadOnlyList<ShelvedLineForm> typed, CancellationToken ct)
    {
        var places = await stock.PlacesOf(report.StoreId, ct);
        var allowed = report.Source == GoodsSource.Entrusted ? [places?.Entrusted.Id] : places?.Bins.Select(b => (PlaceId?)b.Place.Id).ToHashSet() ?? [];
        var faults = new List<Refusal>();
        var read = new List<ShelvedLine>();
        for (var i = 0; i < typed.Count; i++)
        {
            var quantity = Quantity.Of(typed[i].Quantity);
            var value = typed[i].DeedUnitValue is { } amount ? Rials.Of(amount) : null;
            if (!quantity.Succeeded) faults.Add(quantity.Refusal.At(FormattableString.Invariant($"Lines[{i}].Quantity")));
            if (value is { Succeeded: false }) faults.Add(value.Refusal.At(FormattableString.Invariant($"Lines[{i}].DeedUnitValue")));
            if (!allowed.Contains(typed[i].Bin)) faults.Add(Refusal.Invalid("goods-receipt.bin-not-of-the-store", i + 1).At(FormattableString.Invariant($"Lines[{i}].Bin")));
            if (faults.Count == 0) read.Add(new ShelvedLine(typed[i].ConformanceLine, quantity.Value, typed[i].Bin, typed[i].AtCut, value?.Value));
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<ShelvedLine>>.RefusedBy(faults);
    }
}
