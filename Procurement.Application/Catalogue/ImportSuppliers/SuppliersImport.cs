using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Application.Imports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ImportSuppliers;

/// <summary>Registers suppliers from a file (فروشندگان), each with its account when the file has one.</summary>
internal sealed class SuppliersImport(ISupplierStore suppliers) : IImport
{
    private static readonly ImportColumn Kind = new("kind", "نوع شخص", "Kind", ColumnValue.Choice)
    {
        Required = true,
        Example = "حقوقی",
        Also = ["گونه", "نوع"],
        Choices =
        [
            new(SupplierKind.LegalPerson, "حقوقی", "Company"), new(SupplierKind.LegalPerson, "شخص حقوقی", "Legal person"),
            new(SupplierKind.NaturalPerson, "حقیقی", "Person"), new(SupplierKind.NaturalPerson, "شخص حقیقی", "Natural person"),
        ],
    };

    private static readonly ImportColumn Identifier = new("identifier", "شناسه ملی یا کد ملی", "Legal or national id", ColumnValue.Code)
    {
        Required = true,
        Example = "10380284790",
        Also = ["شناسه ملی", "کد ملی", "شناسه"],
        Fields = ["LegalId", "NationalId"],
    };

    private static readonly ImportColumn Name = new("name", "نام", "Name") { Required = true, Example = "شرکت کاغذ پارس", Also = ["نام فروشنده", "نام شرکت"] };
    private static readonly ImportColumn NameEn = new("nameEn", "نام انگلیسی", "English name") { Example = "Pars Paper Co." };
    private static readonly ImportColumn Economic = new("economicCode", "کد اقتصادی", "Economic code", ColumnValue.Code);
    private static readonly ImportColumn Address = new("address", "نشانی", "Address") { Example = "تهران، خیابان آزادی، پلاک ۱۲", Also = ["آدرس"] };
    private static readonly ImportColumn Phone = new("phone", "تلفن", "Phone") { Example = "۰۲۱-۶۶۰۰۰۰۰۰", Also = ["شماره تماس"] };
    private static readonly ImportColumn Account = new("iban", "شبا", "IBAN", ColumnValue.Code) { Also = ["شماره شبا"] };
    private static readonly ImportColumn Bank = new("bank", "بانک", "Bank") { Example = "بانک ملی", Also = ["نام بانک"] };

    public ImportDefinition Definition { get; } =
        new("suppliers", CataloguePermissions.Import, [Kind, Identifier, Name, NameEn, Economic, Address, Phone, Account, Bank]);

    public async Task<ImportTally> Take(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var made = new List<(ImportRow Row, Supplier Supplier)>();
        foreach (var row in rows)
        {
            if (Make(row) is { } supplier) made.Add((row, supplier));
        }

        var taken = await suppliers.IdentifiersTaken([.. made.Select(m => m.Supplier.Identifier).Distinct(StringComparer.Ordinal)], ct);
        var seen = new HashSet<string>(taken, StringComparer.Ordinal);
        var entered = 0;
        foreach (var (row, supplier) in made)
        {
            if (!seen.Add(supplier.Identifier))
            {
                row.Refuse(Identifier, Refusal.Rule("catalogue.supplier-already-registered"));
                continue;
            }

            suppliers.Add(supplier);
            entered++;
        }

        return ImportTally.Of(entered);
    }

    private static Supplier? Make(ImportRow row)
    {
        var kind = row.Choice<SupplierKind>(Kind);
        if (!row.Needs(Kind, Identifier, Name) || kind is not { } given) return null;

        var supplier = RegisterSupplierHandler.Register(new RegisterSupplier.RegisterSupplier(
            given, row.Text(Identifier), new SupplierDetails(row.Text(Name), row.Text(NameEn), row.Text(Economic), row.Text(Address), row.Text(Phone))));
        if (!supplier.Succeeded)
        {
            row.Refuse(supplier.Refusals);
            return null;
        }

        if (row.IsBlank(Account)) return supplier.Value;
        var account = supplier.Value.AddAccount(row.Text(Account), row.Text(Bank));
        if (!account.Succeeded) row.Refuse(account.Refusals);
        return row.IsFaulty ? null : supplier.Value;
    }
}
