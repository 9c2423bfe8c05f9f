using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.KeepSupplierFile;

/// <summary>Every entry in a supplier's file goes the same way: the command knows its one domain call.</summary>
internal sealed class SupplierFileHandler(ISupplierStore suppliers)
    : ICommandHandler<CorrectSupplier, Result>, ICommandHandler<WithdrawSupplier, Result>, ICommandHandler<ReinstateSupplier, Result>,
        ICommandHandler<VerifySupplier, Result>, ICommandHandler<AddSupplierAccount, Result>, ICommandHandler<UseSupplierAccount, Result>,
        ICommandHandler<DropSupplierAccount, Result>, ICommandHandler<AddSupplierPrincipal, Result>, ICommandHandler<DropSupplierPrincipal, Result>,
        ICommandHandler<FileSupplierDeclaration, Result>, ICommandHandler<FileSupplierCertificate, Result>, ICommandHandler<DropSupplierCertificate, Result>,
        ICommandHandler<BlockSupplier, Result>, ICommandHandler<UnblockSupplier, Result>
{
    public Task<Result> Handle(CorrectSupplier command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(WithdrawSupplier command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(ReinstateSupplier command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(VerifySupplier command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(AddSupplierAccount command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(UseSupplierAccount command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(DropSupplierAccount command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(AddSupplierPrincipal command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(DropSupplierPrincipal command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(FileSupplierDeclaration command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(FileSupplierCertificate command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(DropSupplierCertificate command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(BlockSupplier command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    public Task<Result> Handle(UnblockSupplier command, CancellationToken cancellationToken) => Enter(command, cancellationToken);

    private async Task<Result> Enter(SupplierCommand command, CancellationToken ct) =>
        await suppliers.Find(command.SupplierId, ct) is { } supplier ? command.Apply(supplier) : CatalogueRefusals.SupplierNotFound;
}
