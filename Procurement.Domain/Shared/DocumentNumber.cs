using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Procurement.Domain.Shared;

/// <summary>The number of a document (شماره سند): kind, unit or store, financial year, and its place in that series, as in GR-12-1405-00347.</summary>
/// <remarks>A series has no gap: a cancelled document keeps its number.</remarks>
public readonly record struct DocumentNumber
{
    private const char Dash = '-';
    private const int LongestSerial = 9;

    /// <exception cref="ArgumentException">A part is empty or holds a dash, or the serial is not positive.</exception>
    public DocumentNumber(string prefix, string seriesCode, FiscalYear year, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        Prefix = Part(prefix);
        SeriesCode = Part(seriesCode);
        FiscalYear = year;
        Serial = serial;
    }

    /// <summary>The kind of document, two or three letters: GR for a goods receipt.</summary>
    public string Prefix { get; }

    /// <summary>The code of the unit, or of the store for stock documents.</summary>
    public string SeriesCode { get; }

    public FiscalYear FiscalYear { get; }

    /// <summary>1 for the first document of the series.</summary>
    public int Serial { get; }

    /// <summary>Reads a full number typed in any digits, with any dash; the prefix comes back as typed (Persian or Latin), the caller knows the kinds.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DocumentNumber number)
    {
        number = default;
        var parts = Parts(text);
        if (parts.Length != 4 || parts[0].Length == 0 || parts[1].Length == 0) return false;
        if (parts[2].Length != 4 || !PersianText.IsLatinDigits(parts[2]) || !TryReadSerial(parts[3], out var serial)) return false;

        var year = int.Parse(parts[2], CultureInfo.InvariantCulture);
        if (year == 0) return false;

        number = new DocumentNumber(parts[0].ToUpperInvariant(), parts[1].ToUpperInvariant(), new FiscalYear(year), serial);
        return true;
    }

    /// <summary>The serial somebody searches by when typing only the end of a number: 347, ۰۰۳۴۷ or 1405-00347; null when it is no such thing.</summary>
    public static int? Tail(string? text)
    {
        var parts = Parts(text);
        return parts.Length <= 3 && parts.All(PersianText.IsLatinDigits) && TryReadSerial(parts[^1], out var serial) ? serial : null;
    }

    /// <summary>The same number under the prefix of another language or script.</summary>
    public DocumentNumber WithPrefix(string prefix) => new(prefix, SeriesCode, FiscalYear, Serial);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{SeriesCode}-{FiscalYear}-{Serial:00000}");

    private static string Part(string part)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(part);
        return part.Contains(Dash, StringComparison.Ordinal) ? throw new ArgumentException("A part of a number holds no dash.", nameof(part)) : part;
    }

    private static string[] Parts(string? text) =>
        [.. PersianText.Clean(PersianText.ToLatinDigits(text)).Split(Dash, '\u2010', '\u2011', '\u2013', '\u2212').Select(part => part.Trim())];

    private static bool TryReadSerial(string text, out int serial)
    {
        serial = 0;
        return text.Length <= LongestSerial && PersianText.IsLatinDigits(text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out serial) && serial > 0;
    }
}
