using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.ListVouchers;

/// <summary>Vouchers the reader may see, newest first.</summary>
/// <param name="Only">What of them.</param>
/// <param name="Text">Part of the purpose, any spelling.</param>
/// <param name="After">The last voucher of the page before.</param>
/// <param name="Store">Only this store's; null for all.</param>
[Requires(IssuingPermissions.Read)]
public sealed record ListVouchers(VoucherFilter Only = VoucherFilter.All, string? Text = null, DocumentId? After = null, StoreId? Store = null) : IQuery<Result<VoucherPage>>;

/// <summary>Which vouchers a list shows.</summary>
public enum VoucherFilter
{
    All = 1,

    /// <summary>On their route.</summary>
    InRoute = 2,

    /// <summary>In effect, with goods still to hand over.</summary>
    Open = 3,

    /// <summary>Done or given up.</summary>
    Closed = 4,
}

public sealed record VoucherPage(IReadOnlyList<VoucherRow> Rows, DocumentId? Next);

public sealed record VoucherRow(
    DocumentId Id, string Number, string NumberFa, string Purpose, string StoreName, string StoreNameEn, string UnitName, string UnitNameEn, string Requester, long? Value,
    DocumentState State, Capacity? WaitsFor, int LineCount, DateTimeOffset OpenedAt);

internal sealed class ListVouchersHandler(IIssuingQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListVouchers, Result<VoucherPage>>
{
    public async Task<Result<VoucherPage>> Handle(ListVouchers query, CancellationToken cancellationToken) =>
        await queries.Vouchers(query, (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, cancellationToken);
}
