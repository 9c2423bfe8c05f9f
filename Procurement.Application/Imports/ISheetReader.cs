using Procurement.Domain.Shared;

namespace Procurement.Application.Imports;

/// <summary>One row of a sheet as it stands there; blank rows are left out, numbers are kept.</summary>
/// <param name="Number">Its number as spreadsheets count, from 1.</param>
/// <param name="Cells">Its cells as text: numbers in plain digits, dates as Jalali days.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads the first sheet of a workbook, or comma separated values in UTF-8, whatever the file is called.</summary>
/// <remarks>Nothing is ever computed: a formula counts as the value last shown for it, and text that looks like a formula is text.</remarks>
public interface ISheetReader
{
    /// <summary>Every row that is not blank; refused when the file is broken or beyond the limits.</summary>
    Result<IReadOnlyList<SheetRow>> Read(Stream content);
}

/// <summary>How much one file may hold.</summary>
public static class SheetLimits
{
    /// <summary>Rows that are not blank, headings included.</summary>
    public const int MaxRows = 120_000;

    /// <summary>Columns that are read; what stands further out is no table.</summary>
    public const int MaxColumns = 64;

    /// <summary>Longest text of one cell.</summary>
    public const int MaxText = 8_000;
}
