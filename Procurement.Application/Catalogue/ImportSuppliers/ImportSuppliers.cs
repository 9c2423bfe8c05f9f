using Procurement.Application.Catalogue.ImportItems;
using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ImportSuppliers;

/// <summary>Registers many suppliers at once: all of them, or none and every fault with its row.</summary>
/// <param name="Rows">The rows in file order.</param>
/// <param name="DryRun">Only says what would be refused.</param>
[Requires(CataloguePermissions.Import)]
public sealed record ImportSuppliers(IReadOnlyList<SupplierImportRow> Rows, bool DryRun) : ICommand<Result<ImportOutcome>>;

/// <summary>One row of a file of suppliers.</summary>
public sealed record SupplierImportRow(
    SupplierKind Kind, string? Identifier, string? Name, string? NameEn = null, string? EconomicCode = null, string? Address = null, string? Phone = null,
    string? Iban = null, string? Bank = null);

internal sealed class ImportSuppliersHandler(ISupplierStore suppliers) : ICommandHandler<ImportSuppliers, Result<ImportOutcome>>
{
    public async Task<Result<ImportOutcome>> Handle(ImportSuppliers command, CancellationToken cancellationToken)
    {
        var made = command.Rows.Select((row, i) => (Row: i + 1, Supplier: Make(row))).ToList();
        var registered = made.Where(m => m.Supplier.Succeeded).Select(m => (m.Row, Supplier: m.Supplier.Value)).ToList();
        var taken = await suppliers.IdentifiersTaken([.. registered.Select(r => r.Supplier.Identifier).Distinct(StringComparer.Ordinal)], cancellationToken);
        var seen = new HashSet<string>(taken, StringComparer.Ordinal);

        List<RowFault> faults =
        [
            .. made.Where(m => !m.Supplier.Succeeded).SelectMany(m => m.Supplier.Refusals.Select(r => new RowFault(m.Row, r))),
            .. registered.Where(r => !seen.Add(r.Supplier.Identifier)).Select(r => new RowFault(r.Row, Refusal.Rule("catalogue.supplier-already-registered"))),
        ];
        if (command.DryRun || faults.Count > 0) return new ImportOutcome(made.Count, 0, [.. faults.OrderBy(f => f.Row)]);

        foreach (var (_, supplier) in registered) suppliers.Add(supplier);
        return new ImportOutcome(made.Count, registered.Count, []);
    }

    private static Result<Supplier> Make(SupplierImportRow row)
    {
        var supplier = RegisterSupplierHandler.Register(
            new RegisterSupplier.RegisterSupplier(row.Kind, row.Identifier, new SupplierDetails(row.Name, row.NameEn, row.EconomicCode, row.Address, row.Phone)));
        if (!supplier.Succeeded || PersianText.Clean(row.Iban).Length == 0) return supplier;

        var account = supplier.Value.AddAccount(row.Iban, row.Bank);
        return account.Succeeded ? supplier : account;
    }
}
