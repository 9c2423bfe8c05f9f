namespace Procurement.Application.Shared.Sheets;

/// <summary>What a table is written as.</summary>
public enum SheetFormat
{
    /// <summary>Office Open XML workbook (xlsx).</summary>
    Workbook = 1,

    /// <summary>Comma separated values in UTF-8, with the mark by which Excel knows it.</summary>
    Csv = 2,
}

/// <summary>A table to be written out (خروجی).</summary>
/// <param name="Title">The name of the sheet.</param>
/// <param name="RightToLeft">Whether the sheet is laid out from right to left.</param>
/// <param name="Headings">The headings, in order.</param>
/// <param name="Rows">
/// The rows as they come; a cell is text, a whole or decimal number, a quantity, an amount of rials, a day, an instant, or null. Days are written
/// as Jalali text for a sheet from right to left, else as 2026-11-21.
/// </param>
public sealed record SheetTable(string Title, bool RightToLeft, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>Writes tables of any length without holding them in memory; text that looks like a formula is never one.</summary>
public interface ISheetWriter
{
    Task Write(SheetTable table, SheetFormat format, Stream into, CancellationToken ct);
}

/// <summary>Which texts a spreadsheet would take for a formula, and how they are written so that none does.</summary>
public static class FormulaGuard
{
    private const char Quote = '\'';

    /// <summary>Begins as a formula does, for some spreadsheet program.</summary>
    public static bool IsRisky(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
    }

    /// <summary>The text with an apostrophe before it when it is risky, or when it has such an apostrophe already.</summary>
    public static string Guard(string text) => IsRisky(text) || IsGuarded(text) ? Quote + text : text;

    /// <summary>The text as it was before <see cref="Guard"/>.</summary>
    public static string Unguard(string text) => IsGuarded(text) ? text[1..] : text;

    private static bool IsGuarded(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && text[0] == Quote && IsRisky(text.TrimStart(Quote));
    }
}
