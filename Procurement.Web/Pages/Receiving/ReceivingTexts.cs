using System.Globalization;
using Procurement.Application.Receiving;
using Procurement.Domain.Catalogue;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Names of goods, stores and what a specification asks for, in the reader's language.</summary>
public static class ReceivingTexts
{
    public static string UnitOf(this ITexts texts, ItemLabel item)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(item);
        return texts.Language == Language.English && item.UnitEn.Length > 0 ? item.UnitEn : item.Unit;
    }

    public static string NameOf(this ITexts texts, ItemLabel item)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(item);
        return texts.Language == Language.English && item.NameEn.Length > 0 ? item.NameEn : item.Name;
    }

    public static string NameOf(this ITexts texts, StoreLabel store)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(store);
        return texts.Language == Language.English && store.NameEn.Length > 0 ? store.NameEn : store.Name;
    }

    public static string NameOf(this ITexts texts, CheckView check)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(check);
        return texts.Language == Language.English && check.NameEn.Length > 0 ? check.NameEn : check.Name;
    }

    /// <summary>What is asked for of one attribute: «۸۰ تا ۹۰ g/m²», «بله», words.</summary>
    public static string RequiredOf(this ITexts texts, ReaderFormat format, CheckView check)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(check);
        if (check.Kind == AttributeKind.YesNo) return texts[check.Required == SpecifiedAttribute.Yes ? "receiving.yes" : "receiving.no"];
        if (check.Kind != AttributeKind.Number) return check.Required;

        var range = (check.Min, check.Max) switch
        {
            ({ } min, { } max) when min == max => format.Number(min),
            ({ } min, { } max) => texts["receiving.between", format.Number(min), format.Number(max)],
            ({ } min, null) => texts["receiving.at-least", format.Number(min)],
            (null, { } max) => texts["receiving.at-most", format.Number(max)],
            (null, null) => "",
        };
        return check.Unit.Length == 0 ? range : string.Create(CultureInfo.InvariantCulture, $"{range} {check.Unit}");
    }

    public static Tone ToneOf(AttributeOutcome outcome) => outcome switch
    {
        AttributeOutcome.Conforms => Tone.Good,
        AttributeOutcome.Differs => Tone.Bad,
        AttributeOutcome.NotMeasured or AttributeOutcome.NeedsJudgement => Tone.Caution,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without a tone."),
    };
}
