using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.OpenConformance;

/// <summary>The keeper puts what lies in quarantine before its requester (control 6.1.d).</summary>
/// <param name="TemporaryReceipt">The delivery.</param>
/// <param name="Requester">Whose lines; for goods that were not bought, who is to judge them.</param>
/// <param name="Lines">Which lines and how much; empty for all that is left of this requester's.</param>
[Requires(ReceivingPermissions.Keep)]
public sealed record OpenConformance(DocumentId TemporaryReceipt, PersonId Requester, IReadOnlyList<LineQuantity> Lines) : ICommand<Result<DocumentId>>;

internal sealed class OpenConformanceHandler(
    IDocuments documents, IOrderFacts orders, ICatalogueFacts catalogue, IReceivingRecords records, ILineProgress progress, Judges judges, StoreKeeping stores,
    ChartOfCall charts, Desk desk) : ICommandHandler<OpenConformance, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(OpenConformance command, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(command.TemporaryReceipt, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(receipt.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var deal = receipt.BasisId is { } basis ? await orders.Find(basis, cancellationToken) : null;
        var judge = await JudgeOf(receipt, command.Requester, cancellationToken);
        if (!judge.Succeeded) return judge.Plain();

        var typed = Quantities.Read(command.Lines);
        if (!typed.Succeeded) return typed.Plain();
        var left = await progress.Of(LineStage.Presented, [.. receipt.Lines.Select(l => l.Id)], cancellationToken);
        var chosen = receipt.Lines.Where(l => l.Counted is { IsZero: false } && (deal is null || IsOf(deal, l, command.Requester)))
            .Select(l => (Line: l, Quantity: typed.Value.Count == 0 ? left.Left(l.Id, l.Counted!.Value) : typed.Value.GetValueOrDefault(l.Id)))
            .Where(c => !c.Quantity.IsZero).ToList();

        var presented = await Present(receipt, deal, chosen, cancellationToken);
        var value = presented.Aggregate(Rials.Zero, (sum, l) => sum + Rials.Price(l.Quantity, l.UnitPrice ?? Rials.Zero));
        var after = await stores.MaySignAfter(store.Value.StoreCode, value, deal?.IsUrgent ?? false, cancellationToken);
        var expert = presented.Select(l => l.Checklist?.ExpertId).FirstOrDefault(e => e is not null);
        var opened = ConformanceReport.Open(receipt, judge.Value, expert, deal?.BuyerId, presented, after, desk.Me);
        if (!opened.Succeeded) return opened.Plain();

        documents.Add(opened.Value);
        return opened.Value.Id;
    }

    private static bool IsOf(DealFacts deal, TemporaryReceiptLine line, PersonId requester) =>
        deal.Lines.Any(l => l.LineId == line.BasisLineId && l.RequesterId == requester);

    private async Task<Result<Judge>> JudgeOf(TemporaryReceipt receipt, PersonId requester, CancellationToken ct)
    {
        if (receipt.BasisId is { } basis) return await judges.For(basis, requester, ct);

        return (await charts.Get(ct)).IsActive(requester) ? new Judge(requester) : Refusal.Invalid("conformance-report.requester-unknown").At("Requester");
    }

    private async Task<IReadOnlyList<PresentedLine>> Present(
        TemporaryReceipt receipt, DealFacts? deal, IReadOnlyList<(TemporaryReceiptLine Line, Quantity Quantity)> chosen, CancellationToken ct)
    {
        var items = await catalogue.Items([.. chosen.Select(c => c.Line.ItemId).Distinct()], ct);
        var checklists = (await records.ChecklistsOf(receipt.Id, ct)).ToDictionary(c => c.LineId);
        var templates = deal is null ? await catalogue.TemplatesInForce([.. items.Keys], ct) : new Dictionary<ItemId, SpecificationTemplate>();
        var delivered = await progress.Of(LineStage.Delivered, [.. chosen.Select(c => c.Line.BasisLineId).OfType<Guid>()], ct);
        return
        [
            .. chosen.Select(c =>
            {
                var agreed = deal?.Lines.FirstOrDefault(l => l.LineId == c.Line.BasisLineId);
                var item = items.GetValueOrDefault(c.Line.ItemId);

                // Nobody asked for goods that were not bought: the item's template and the deed say what they must be (documents 7).
                var required = deal is not null ? agreed?.Specification : templates.GetValueOrDefault(c.Line.ItemId) is { } template ? Specification.Bounds(template) : null;
                return new PresentedLine(
                    c.Line.Id, item?.Class ?? PropertyClass.NonConsumable, c.Quantity, required, agreed?.UnitPrice, agreed?.Ordered,
                    agreed is null ? null : delivered.Left(agreed.LineId, agreed.Ordered), item?.NeedsExpertCheck ?? false, checklists.GetValueOrDefault(c.Line.Id));
            }),
        ];
    }
}
