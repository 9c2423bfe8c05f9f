using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.ListPayments;

/// <summary>What waits between delivery and payment: deliveries nobody billed, matched invoices nobody pays, provisional values, batches at the bank.</summary>
[Requires(VouchersPermissions.Read)]
public sealed record PaymentsDesk : IQuery<Result<PaymentsDeskView>>;

/// <param name="Unbilled">Deliveries without an invoice, oldest first.</param>
/// <param name="Unpaid">Checked invoices with a payable part no voucher took, oldest first.</param>
/// <param name="Batches">Batches, newest first.</param>
/// <param name="Provisional">How many received lines wait for their value to be confirmed.</param>
public sealed record PaymentsDeskView(
    IReadOnlyList<UnbilledRow> Unbilled, IReadOnlyList<UnpaidRow> Unpaid, IReadOnlyList<BatchSummary> Batches, int Provisional);

public sealed record UnbilledRow(DocumentId Deal, DocumentId Document, string Kind, string Number, string NumberFa, string FromName, DateTimeOffset At, Rials Value);

public sealed record UnpaidRow(DocumentId Invoice, string Number, string NumberFa, string SupplierName, string InvoiceNumber, Rials Billed, Rials Payable, Rials Open, DateTimeOffset At);

public sealed record BatchSummary(PaymentBatchId Id, string Number, string NumberFa, DateTimeOffset MadeAt, int Rows, int Waiting, Rials Total);

/// <summary>Payment vouchers the reader may see, newest first.</summary>
/// <param name="Only">What of them.</param>
/// <param name="Text">Part of payee or purpose, any spelling.</param>
/// <param name="After">The last voucher of the page before.</param>
[Requires(VouchersPermissions.Read)]
public sealed record ListPayments(PaymentFilter Only = PaymentFilter.All, string? Text = null, DocumentId? After = null) : IQuery<Result<PaymentPage>>;

/// <summary>Invoices the reader may see, newest first.</summary>
[Requires(VouchersPermissions.Read)]
public sealed record ListInvoices(string? Text = null, DocumentId? After = null) : IQuery<Result<InvoicePage>>;

/// <summary>Which vouchers a list shows, by where they stand (documents 8).</summary>
public enum PaymentFilter
{
    All = 1,
    Draft = 2,
    InRoute = 3,

    /// <summary>The official ordered it; conformity is to come.</summary>
    Ordered = 4,
    Approved = 5,
    Exported = 6,
    Paid = 7,
    Failed = 8,

    /// <summary>Refused or cancelled on the way.</summary>
    Ended = 9,
}

public sealed record PaymentPage(IReadOnlyList<PaymentRow> Rows, DocumentId? Next);

/// <param name="Id">The voucher.</param>
/// <param name="Number">Its number as the API writes it.</param>
/// <param name="NumberFa">Its number as people read it.</param>
/// <param name="PayeeName">Payee.</param>
/// <param name="Purpose">What for.</param>
/// <param name="UnitName">The paying unit.</param>
/// <param name="UnitNameEn">In English.</param>
/// <param name="Net">What the payee receives.</param>
/// <param name="Stands">Where it stands.</param>
/// <param name="WaitsFor">Whose signature it waits for; null off the route.</param>
/// <param name="OpenedAt">When it was drafted.</param>
public sealed record PaymentRow(
    DocumentId Id, string Number, string NumberFa, string PayeeName, string Purpose, string UnitName, string UnitNameEn, Rials Net, PaymentFilter Stands, Capacity? WaitsFor,
    DateTimeOffset OpenedAt);

public sealed record InvoicePage(IReadOnlyList<InvoiceRow> Rows, DocumentId? Next);

public sealed record InvoiceRow(
    DocumentId Id, string Number, string NumberFa, string SupplierName, string InvoiceNumber, DateOnly Date, Rials Billed, Rials Payable, Rials Vouchered, Rials Paid, DocumentState State);

public interface IVoucherQueries
{
    Task<PaymentsDeskView> Desk(UnitScope scope, CancellationToken ct);

    Task<PaymentPage> Payments(ListPayments asked, UnitScope scope, PersonId reader, CancellationToken ct);

    Task<InvoicePage> Invoices(ListInvoices asked, UnitScope scope, PersonId reader, CancellationToken ct);
}

internal sealed class PaymentsDeskHandler(IVoucherQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<PaymentsDesk, Result<PaymentsDeskView>>
{
    public async Task<Result<PaymentsDeskView>> Handle(PaymentsDesk query, CancellationToken cancellationToken) =>
        await queries.Desk((await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), cancellationToken);
}

internal sealed class ListPaymentsHandler(IVoucherQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListPayments, Result<PaymentPage>>
{
    public async Task<Result<PaymentPage>> Handle(ListPayments query, CancellationToken cancellationToken) =>
        await queries.Payments(query, (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, cancellationToken);
}

internal sealed class ListInvoicesHandler(IVoucherQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListInvoices, Result<InvoicePage>>
{
    public async Task<Result<InvoicePage>> Handle(ListInvoices query, CancellationToken cancellationToken) =>
        await queries.Invoices(query, (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, cancellationToken);
}
