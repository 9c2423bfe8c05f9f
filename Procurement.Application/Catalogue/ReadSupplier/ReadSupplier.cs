using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ReadSupplier;

/// <summary>A supplier's whole file with what deserves a second look.</summary>
[Requires(CataloguePermissions.Read)]
public sealed record ReadSupplier(SupplierId SupplierId) : IQuery<Result<SupplierCard>>;

public sealed record SupplierCard(
    SupplierId Id, long Version, SupplierKind Kind, string Identifier, string Name, string NameEn, string EconomicCode, string Address, string Phone,
    DateOnly? VerifiedOn, string VerificationReference, bool IsActive, IReadOnlyList<SupplierAccount> Accounts, IReadOnlyList<SupplierPrincipal> Principals,
    IReadOnlyList<BlockEntry> Blocks, IReadOnlyList<NonInterventionDeclaration> Declarations, IReadOnlyList<QualificationCertificate> Certificates,
    IReadOnlyList<SupplierAlarm> Alarms, IReadOnlyList<StaffBehindSupplier> Staff);

internal sealed class ReadSupplierHandler(ISupplierStore suppliers, ICatalogueFacts facts, IBodyClock clock) : IQueryHandler<ReadSupplier, Result<SupplierCard>>
{
    public async Task<Result<SupplierCard>> Handle(ReadSupplier query, CancellationToken cancellationToken)
    {
        if (await suppliers.Find(query.SupplierId, cancellationToken) is not { } s) return CatalogueRefusals.SupplierNotFound;
        return new SupplierCard(
            s.Id, s.Version, s.Kind, s.Identifier, s.Name, s.NameEn, s.EconomicCode?.Value ?? "", s.Address, s.Phone, s.VerifiedOn, s.VerificationReference,
            s.IsActive, s.Accounts, [.. s.Principals.OrderByDescending(p => p.SharePerMille)], [.. s.Blocks.OrderByDescending(b => b.From)],
            [.. s.Declarations.OrderByDescending(d => d.Date)], [.. s.Certificates.OrderBy(c => c.ValidTo)],
            [.. s.AlarmsOn(clock.Today, SupplierAlarms.DaysAhead)], await facts.StaffBehind(s.Id, cancellationToken));
    }
}
