using Procurement.Application.Requests;
using Procurement.Domain.Catalogue;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>What is asked for of one attribute, in words: «۲۴۰ تا ۲۶۰ آمپر», «دست‌کم ۶۰ ٪», «بله».</summary>
public static class SpecificationWords
{
    public static string Of(AttributeView attribute, ITexts texts, ReaderFormat format)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        return attribute.Kind switch
        {
            AttributeKind.Number => Number(attribute, texts, format),
            AttributeKind.YesNo => texts[SpecifiedAttribute.ReadYesNo(attribute.Value) == true ? "document.yes" : "document.no"],
            _ => format.Digits(attribute.Value),
        };
    }

    private static string Number(AttributeView attribute, ITexts texts, ReaderFormat format) => ((attribute.Min, attribute.Max) switch
    {
        ({ } min, { } max) when min == max => format.Number(min),
        ({ } min, { } max) => texts["purchase-request.between", min, max],
        ({ } min, null) => texts["purchase-request.from", min],
        (null, { } max) => texts["purchase-request.until", max],
        (null, null) => "",
    } + " " + attribute.Unit).Trim();
}
