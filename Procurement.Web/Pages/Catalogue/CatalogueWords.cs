using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue;

/// <summary>Names and choices that the pages of the catalogue share.</summary>
public static class CatalogueWords
{
    /// <summary>The values of an enumeration as choices, each by its word.</summary>
    public static IEnumerable<SelectListItem> Choices<TEnum>(this ITexts texts) where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Enum.GetValues<TEnum>().Select(value => new SelectListItem(texts.Of(value), value.ToString()));
    }

    /// <summary>The open groups as choices, indented as they hang; a closed one only where it is already chosen.</summary>
    public static IEnumerable<SelectListItem> Choices(this ITexts texts, CategoryTree tree, Guid? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return tree.Walk().Where(w => w.Node.IsActive || w.Node.Id.Value == chosen)
            .Select(w => new SelectListItem(Indent(w.Depth) + texts.Named(w.Node.Name, w.Node.NameEn), w.Node.Id.Value.ToString("D", CultureInfo.InvariantCulture)));
    }

    /// <summary>The units on offer as choices.</summary>
    public static IEnumerable<SelectListItem> Choices(this ITexts texts, IEnumerable<UnitCard> units) =>
        units.Where(u => u.IsActive).Select(u => new SelectListItem(texts.Named(u.Name, u.NameEn), u.Code));

    /// <summary>How deep a group hangs, in blanks.</summary>
    public static string Indent(int depth) => string.Concat(Enumerable.Repeat("\u2003", depth));

    /// <summary>What an attribute asks for, in one line: «از ۶۰ تا ۳۰۰ g/m²», «سفید، کرم».</summary>
    public static string Bounds(this ITexts texts, TemplateAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(attribute);
        return (attribute.Kind, attribute.Min, attribute.Max) switch
        {
            (AttributeKind.Number, { } min, { } max) => texts["catalogue.from-to", min, max, attribute.Unit],
            (AttributeKind.Number, { } min, null) => texts["catalogue.at-least", min, attribute.Unit],
            (AttributeKind.Number, null, { } max) => texts["catalogue.at-most", max, attribute.Unit],
            (AttributeKind.Number, null, null) => attribute.Unit,
            (AttributeKind.Choice, _, _) => string.Join(texts["catalogue.list-comma"], attribute.Choices),
            (AttributeKind.Standard, _, _) => attribute.Standard,
            _ => "",
        };
    }

    /// <summary>The key of a page's last row as an address carries it: id, a dot, sort key.</summary>
    public static string? Address(NameCursor? cursor) => cursor is null ? null : FormattableString.Invariant($"{cursor.Id:N}.{cursor.SortKey}");

    public static NameCursor? ReadCursor(string? text) =>
        text?.IndexOf('.', StringComparison.Ordinal) is { } dot and > 0 && Guid.TryParseExact(text[..dot], "N", out var id) ? new NameCursor(text[(dot + 1)..], id) : null;

    /// <summary>Puts the fields of refusals under the part of the page whose form was sent.</summary>
    public static IReadOnlyList<Refusal> Under(this IReadOnlyList<Refusal> refusals, string part)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        return [.. refusals.Select(r => r.Field is { } field ? r.At($"{part}.{field}") : r)];
    }
}
