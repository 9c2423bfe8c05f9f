using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.KeepSourcingFile;

/// <summary>The buyer notes a price he was told (tender law art. 11 a).</summary>
[Requires(SourcingPermissions.Buy)]
public sealed record NotePrice(SourcingFileId FileId, SupplierId? Supplier, string? Seller, long Total, DateOnly On, PriceSource Source, string? Note) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => FileId.Value;
}

internal sealed class NotePriceHandler(ISourcingFiles files, ICatalogueFacts catalogue, Desk desk) : ICommandHandler<NotePrice, Result>
{
    public async Task<Result> Handle(NotePrice command, CancellationToken cancellationToken)
    {
        if (await files.Find(command.FileId, cancellationToken) is not { } file) return Refusal.NotFound("sourcing.file-not-found");
        var total = Rials.Of(command.Total);
        if (!total.Succeeded) return total.Refusal.At(nameof(command.Total));
        var seller = command.Seller;
        if (command.Supplier is { } id)
        {
            var known = await catalogue.Suppliers([id], cancellationToken);
            if (!known.TryGetValue(id, out var supplier)) return Refusal.NotFound("catalogue.supplier-not-found").At(nameof(command.Supplier));
            seller = supplier.Name;
        }

        return file.NotePrice(new PriceInput(command.Supplier, seller, total.Value, command.On, command.Source, command.Note), desk.Me);
    }
}
