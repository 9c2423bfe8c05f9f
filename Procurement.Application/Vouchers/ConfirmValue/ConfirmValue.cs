using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Vouchers.ConfirmValue;

/// <summary>
/// Accounts confirms the provisional value of received goods at what the invoice gave. The difference goes forward as a revaluation; no issue is
/// ever recomputed (product 3.12).
/// </summary>
[Requires(VouchersPermissions.ConfirmValue)]
public sealed record ConfirmValue(DocumentId Receipt, IReadOnlyList<Guid> Lines) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => Receipt.Value;
}

/// <summary>Received goods that are billed whole and whose value is still provisional.</summary>
/// <param name="After">The last line of the page before.</param>
[Requires(VouchersPermissions.ConfirmValue)]
public sealed record ListProvisional(Guid? After = null) : IQuery<Result<ProvisionalPage>>;

public sealed record ProvisionalPage(IReadOnlyList<ProvisionalRow> Rows, Guid? Next);

/// <param name="Receipt">The receipt.</param>
/// <param name="Line">Its line.</param>
/// <param name="Number">The receipt's number as the API writes it.</param>
/// <param name="NumberFa">The receipt's number as people read it.</param>
/// <param name="ReceivedAt">When the goods entered.</param>
/// <param name="StoreName">The store.</param>
/// <param name="ItemCode">The item.</param>
/// <param name="ItemName">By name.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Provisional">At the order's price.</param>
/// <param name="Billed">By the invoice, without tax.</param>
/// <param name="IsMine">The reader keeps the store or wrote the receipt, and may not confirm it.</param>
public sealed record ProvisionalRow(
    DocumentId Receipt, Guid Line, string Number, string NumberFa, DateTimeOffset ReceivedAt, string StoreName, string ItemCode, string ItemName, Quantity Quantity,
    Rials Provisional, Rials Billed, bool IsMine)
{
    public SignedRials Difference => Billed.ToSigned() - Provisional.ToSigned();
}

/// <summary>A receipt line billed whole, with the invoice line that billed it last.</summary>
public sealed record BilledReceiptLine(DocumentId Receipt, Guid Line, Rials Billed, DocumentId Invoice, Guid InvoiceLine);

public interface IProvisionalValues
{
    Task<ProvisionalPage> Page(UnitScope scope, PersonId reader, Guid? after, CancellationToken ct);

    /// <summary>Lines of a receipt that are billed whole.</summary>
    Task<IReadOnlyList<BilledReceiptLine>> BilledLines(DocumentId receipt, CancellationToken ct);
}

internal sealed class ConfirmValueHandler(
    IDocuments documents, IProvisionalValues values, Warehousing.Facts.IStockFacts stock, ChartOfCall charts, PostingPlan plan, Desk desk, IBodyClock clock)
    : ICommandHandler<ConfirmValue, Result>
{
    public async Task<Result> Handle(ConfirmValue command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GoodsReceipt>(command.Receipt, cancellationToken) is not { } receipt
            || await stock.Store(receipt.StoreId, cancellationToken) is not { } store)
            return Refusal.NotFound("signoff.document-not-found");
        if (command.Lines.Count == 0) return Refusal.Invalid("value-confirmation.no-lines").At("Lines");
        var chart = await charts.Get(cancellationToken);
        if (receipt.SignOff.OwnerId == desk.Me.Person || chart.HasCapacityFor(desk.Me.Person, Capacity.Keeper, store.UnitId, clock.Today))
            return Refusal.Rule("value-confirmation.keeper-does-not-price");

        var billed = (await values.BilledLines(receipt.Id, cancellationToken)).ToDictionary(l => l.Line);
        foreach (var id in command.Lines.Distinct().Order())
        {
            if (receipt.Lines.FirstOrDefault(l => l.Id == id) is not { } line) return Refusal.NotFound("value-confirmation.line-not-found");
            if (billed.GetValueOrDefault(id) is not { } found) return Refusal.Rule("value-confirmation.not-billed-whole", line.Order);
            plan.Add(new ValueConfirmPosting(
                AccountingEntity.Of(chart, store.UnitId), receipt.StoreId, line.ItemId, receipt.Id, line.Id, found.Billed, clock.Today, found.Invoice, found.InvoiceLine));
        }

        return Result.Ok;
    }
}

internal sealed class ListProvisionalHandler(IProvisionalValues values, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListProvisional, Result<ProvisionalPage>>
{
    public async Task<Result<ProvisionalPage>> Handle(ListProvisional query, CancellationToken cancellationToken) =>
        await values.Page((await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, query.After, cancellationToken);
}
