using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.KeepSourcingFile;

/// <summary>The buyer notes a price he was told, as a whole or line by line (tender law art. 11 a).</summary>
/// <param name="FileId">His file.</param>
/// <param name="Supplier">The seller, where he is in the register.</param>
/// <param name="Seller">His name, where he is not.</param>
/// <param name="Total">For everything, without tax; not read where lines are priced.</param>
/// <param name="On">The day it was told.</param>
/// <param name="Source">How it was learned.</param>
/// <param name="Note">Whom he spoke to, how long it holds.</param>
/// <param name="Lines">Unit prices line by line: all of them or none.</param>
/// <param name="Evidence">A file the vault has taken in.</param>
[Requires(SourcingPermissions.Buy)]
public sealed record NotePrice(
    SourcingFileId FileId, SupplierId? Supplier, string? Seller, long Total, DateOnly On, PriceSource Source, string? Note, IReadOnlyList<LinePriceForm>? Lines = null,
    PriceEvidence? Evidence = null) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => FileId.Value;
}

/// <summary>Rials for one unit of a line.</summary>
public sealed record LinePriceForm(Guid FileLine, long UnitPrice);

internal sealed class NotePriceHandler(ISourcingFiles files, ICatalogueFacts catalogue, IFileVault vault, Desk desk) : ICommandHandler<NotePrice, Result>
{
    public async Task<Result> Handle(NotePrice command, CancellationToken cancellationToken)
    {
        if (await files.Find(command.FileId, cancellationToken) is not { } file) return Refusal.NotFound("sourcing.file-not-found");
        var total = Rials.Of(command.Total);
        if (!total.Succeeded) return total.Refusal.At(nameof(command.Total));
        var lines = Read(command.Lines ?? []);
        if (!lines.Succeeded) return lines.Plain();
        var kept = IsKept(command.Evidence);
        if (!kept.Succeeded) return kept;
        var seller = command.Seller;
        if (command.Supplier is { } id)
        {
            var known = await catalogue.Suppliers([id], cancellationToken);
            if (!known.TryGetValue(id, out var supplier)) return Refusal.NotFound("catalogue.supplier-not-found").At(nameof(command.Supplier));
            seller = supplier.Name;
        }

        return file.NotePrice(new PriceInput(command.Supplier, seller, total.Value, command.On, command.Source, command.Note, lines.Value, command.Evidence), desk.Me);
    }

    private static Result<IReadOnlyList<LinePriceInput>> Read(IReadOnlyList<LinePriceForm> lines)
    {
        var faults = new List<Refusal>();
        var prices = new List<LinePriceInput>();
        for (var i = 0; i < lines.Count; i++)
        {
            var price = Rials.Of(lines[i].UnitPrice);
            if (price.Succeeded) prices.Add(new LinePriceInput(lines[i].FileLine, price.Value));
            else faults.Add(price.Refusal.At(FormattableString.Invariant($"Lines[{i}].UnitPrice")));
        }

        return faults.Count == 0 ? prices : Result<IReadOnlyList<LinePriceInput>>.RefusedBy(faults);
    }

    /// <summary>No hash is believed for which the vault holds no file.</summary>
    private Result IsKept(PriceEvidence? evidence)
    {
        if (evidence is null) return Result.Ok;
        if (!Sha256Hash.TryParseHex(evidence.Sha256, out var hash)) return FileErrors.NotFound.At(nameof(NotePrice.Evidence));
        var opened = vault.Open(hash);
        if (!opened.Succeeded) return opened.Refusal.At(nameof(NotePrice.Evidence));
        opened.Value.Dispose();
        return Result.Ok;
    }
}
