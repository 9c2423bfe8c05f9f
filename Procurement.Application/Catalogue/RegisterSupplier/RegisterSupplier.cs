using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.RegisterSupplier;

/// <summary>Registers a supplier (ثبت تأمین‌کننده).</summary>
/// <param name="Kind">Company or person; decides which identifier is meant.</param>
/// <param name="Identifier">Legal id or national id.</param>
/// <param name="Details">What may be corrected later.</param>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record RegisterSupplier(SupplierKind Kind, string? Identifier, SupplierDetails Details) : ICommand<Result<SupplierId>>;

internal sealed class RegisterSupplierHandler(ISupplierStore suppliers) : ICommandHandler<RegisterSupplier, Result<SupplierId>>
{
    public Task<Result<SupplierId>> Handle(RegisterSupplier command, CancellationToken cancellationToken)
    {
        var supplier = Register(command);
        if (!supplier.Succeeded) return Task.FromResult<Result<SupplierId>>(supplier.Plain());

        suppliers.Add(supplier.Value);
        return Task.FromResult(Result<SupplierId>.Of(supplier.Value.Id));
    }

    internal static Result<Supplier> Register(RegisterSupplier command) => command.Kind switch
    {
        SupplierKind.LegalPerson => Supplier.RegisterCompany(command.Identifier, command.Details),
        SupplierKind.NaturalPerson => Supplier.RegisterPerson(command.Identifier, command.Details),
        _ => Refusal.Invalid("catalogue.supplier-kind-missing").At(nameof(command.Kind)),
    };
}
