using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Application.Imports;

/// <summary>Takes a file to be brought in into the vault, from a page, a program or the command line, and says clearly why one is no table.</summary>
public sealed class ImportIntake(IFileVault vault)
{
    private const string Csv = ".csv";
    private static readonly string[] TextEndings = [Csv, ".tsv", ".txt"];

    public async Task<Result<StoredFile>> Take(Stream content, string name, CancellationToken ct)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (ending == ".xls") return Refusal.Invalid("imports.old-workbook");
        if (ending != ".xlsx" && !TextEndings.Contains(ending)) return Refusal.Invalid("imports.not-a-sheet", ending);

        var isText = ending != ".xlsx";
        var stored = await vault.Store(content, isText ? "sheet" + Csv : "sheet.xlsx", null, ct);
        return !stored.Succeeded && isText && stored.Refusal.Code == FileErrors.NotWhatItClaims(Csv).Code ? Refusal.Invalid("imports.csv-not-utf8") : stored;
    }
}
