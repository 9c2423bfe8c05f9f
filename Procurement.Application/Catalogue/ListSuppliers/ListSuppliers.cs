using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ListSuppliers;

/// <summary>Suppliers in Persian order, page by page.</summary>
/// <param name="Search">What somebody typed; every word of it must be found in names or identifiers.</param>
/// <param name="Blocked">Only those on the block list today.</param>
/// <param name="WithWithdrawn">Whether withdrawn suppliers are shown too.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
[Requires(CataloguePermissions.Read)]
public sealed record ListSuppliers(string? Search = null, bool Blocked = false, bool WithWithdrawn = false, NameCursor? After = null)
    : IQuery<Result<SupplierPage>>;

public sealed record SupplierPage(IReadOnlyList<SupplierRow> Rows, NameCursor? Next);

/// <param name="Id">The supplier.</param>
/// <param name="Kind">Company or person.</param>
/// <param name="Identifier">Legal id or national id.</param>
/// <param name="Name">Persian name.</param>
/// <param name="NameEn">English name; may be empty.</param>
/// <param name="Phone">As entered.</param>
/// <param name="IsActive">Whether it is in use.</param>
/// <param name="IsBlocked">Whether it is on the block list today.</param>
/// <param name="CertificateEnds">The day the first certificate ends that has ended or soon will; null when none does.</param>
public sealed record SupplierRow(
    SupplierId Id, SupplierKind Kind, string Identifier, string Name, string NameEn, string Phone, bool IsActive, bool IsBlocked, DateOnly? CertificateEnds);

public interface ISupplierQueries
{
    Task<SupplierPage> Page(ListSuppliers asked, DateOnly today, DateOnly endsBy, CancellationToken ct);
}

/// <summary>How early the register announces what runs out.</summary>
public static class SupplierAlarms
{
    public const int DaysAhead = 30;
}

internal sealed class ListSuppliersHandler(ISupplierQueries queries, IBodyClock clock) : IQueryHandler<ListSuppliers, Result<SupplierPage>>
{
    public async Task<Result<SupplierPage>> Handle(ListSuppliers query, CancellationToken cancellationToken) =>
        await queries.Page(query, clock.Today, clock.Today.AddDays(SupplierAlarms.DaysAhead), cancellationToken);
}
