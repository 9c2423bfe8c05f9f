using System.Text;
using Procurement.Application.AuditTrail;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Application.Imports.ImportFile;

/// <summary>Brings a file in: all of it in one transaction, or nothing and every fault with its row.</summary>
/// <param name="Kind">What the file holds: <c>units</c>, <c>people</c>, <c>suppliers</c>, <c>items</c>, <c>opening-stock</c>, <c>budget-lines</c>.</param>
/// <param name="File">SHA-256 of the file in the vault, in hexadecimal digits.</param>
/// <param name="DryRun">Does everything and takes it back.</param>
[Requires(ImportPermissions.Use)]
public sealed record ImportFile(string Kind, string File, bool DryRun) : ICommand<Result<ImportReport>>
{
    bool ICommandMark.IsRehearsal => DryRun;
}

/// <summary>What an import did, or would do; its leaf in the audit log carries the hash of kind, file, rows and what was entered.</summary>
/// <param name="Kind">What the file held.</param>
/// <param name="FileSha256">The file.</param>
/// <param name="Rows">Rows under the headings.</param>
/// <param name="Entered">Things made of them.</param>
/// <param name="Drafts">Documents drafted, which somebody must still sign.</param>
/// <param name="Faults">Why rows are refused, by row; the first <see cref="MostFaults"/>.</param>
/// <param name="FaultCount">How many faults there are.</param>
/// <param name="UnknownColumns">Headings that were not understood; what stands under them was left.</param>
public sealed record ImportReport(
    string Kind, string FileSha256, int Rows, int Entered, IReadOnlyList<Guid> Drafts, IReadOnlyList<RowFault> Faults, int FaultCount,
    IReadOnlyList<string> UnknownColumns) : IAuditDetail
{
    public const int MostFaults = 1_000;

    Sha256Hash IAuditDetail.DetailHash =>
        Sha256Hash.Of(Encoding.UTF8.GetBytes(FormattableString.Invariant($"import\n{Kind}\n{FileSha256}\n{Rows}\n{Entered}")));
}

internal sealed class ImportFileHandler(IEnumerable<IImport> imports, IFileVault vault, ISheetReader sheets, CallerRights rights, CallContext context)
    : ICommandHandler<ImportFile, Result<ImportReport>>
{
    public async Task<Result<ImportReport>> Handle(ImportFile command, CancellationToken cancellationToken)
    {
        if (imports.FirstOrDefault(i => i.Definition.Kind == command.Kind) is not { } import) return Refusal.NotFound("imports.kind-unknown", command.Kind);
        if (await rights.WhyNot(import.Definition.Permission, cancellationToken) is { } refusal) return refusal;
        if (context.IsSystem && import.Definition.InSomebodysName) return Refusal.Rule("imports.needs-a-person");

        var read = Read(import.Definition, command.File);
        if (!read.Succeeded) return read.Plain();
        var (heading, rows) = read.Value;
        var tally = await import.Take(rows, cancellationToken);

        var faults = rows.Where(r => r.IsFaulty).SelectMany(r => r.Faults).OrderBy(f => f.Row).ToList();
        if (faults.Count > 0 && !command.DryRun)
            return Result<ImportReport>.RefusedBy([.. faults.Take(ImportReport.MostFaults).Select(f => f.AsRefusal())]);

        return new ImportReport(
            command.Kind, command.File, rows.Count, tally.Entered, tally.Drafts, [.. faults.Take(ImportReport.MostFaults)], faults.Count, heading.Unknown);
    }

    private Result<(ImportHeading Heading, IReadOnlyList<ImportRow> Rows)> Read(ImportDefinition definition, string file)
    {
        if (!Sha256Hash.TryParseHex(file, out var hash)) return FileErrors.NotFound;
        var opened = vault.Open(hash);
        if (!opened.Succeeded) return opened.Plain();

        using var content = opened.Value;
        var sheet = sheets.Read(content);
        if (!sheet.Succeeded) return sheet.Plain();
        var heading = ImportHeading.Find(definition, sheet.Value);
        if (!heading.Succeeded) return heading.Plain();

        IReadOnlyList<ImportRow> rows = [.. sheet.Value.Skip(heading.Value.Index + 1).Select(row => new ImportRow(row, heading.Value))];
        return rows.Count == 0 ? Refusal.Invalid("imports.no-rows") : (heading.Value, rows);
    }
}
