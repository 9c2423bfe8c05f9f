using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>Codes people give to groups and items: one spelling, whatever keyboard they were typed on.</summary>
internal static class CatalogueCode
{
    /// <summary>Upper-case Latin letters, digits, dashes, dots and slashes.</summary>
    public static Result<string> Read(string? text, int maxLength)
    {
        var code = PersianText.ToLatinDigits(PersianText.Clean(text)).ToUpperInvariant();
        return code.Length > 0 && code.Length <= maxLength && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/')
            ? Result<string>.Of(code)
            : Refusal.Invalid("catalogue.code-invalid", text ?? string.Empty, maxLength);
    }
}
