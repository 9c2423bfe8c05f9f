using Procurement.Application.Requests;
using Procurement.Application.Sourcing.ReadSourcingFile;
using Procurement.Domain.Sourcing;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>Words of the purchase that need more than one text.</summary>
public static class SourcingTexts
{
    public static StateView StateOf(this ITexts texts, SourcingFileState state)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new StateView(texts.Of(state), state switch
        {
            SourcingFileState.Open => Tone.Caution,
            SourcingFileState.Decided => Tone.Good,
            SourcingFileState.Abandoned => Tone.Neutral,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a tone."),
        });
    }

    /// <summary>«۹٬۰۰۰٬۰۰۰ ریال تا سقف معاملات کوچک …»: why the amount is of its class.</summary>
    public static string WhyOf(this ITexts texts, ReaderFormat format, ClassView view)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(view);
        return view.Class switch
        {
            DealClass.Small => texts["sourcing.why-small", format.Rials(view.Amount), format.Rials(view.SmallCeiling)],
            DealClass.Medium => texts["sourcing.why-medium", format.Rials(view.Amount), format.Rials(view.SmallCeiling), format.Rials(view.MediumLimit)],
            DealClass.Large => texts["sourcing.why-large", format.Rials(view.Amount), format.Rials(view.MediumLimit)],
            _ => throw new ArgumentOutOfRangeException(nameof(view), view.Class, "A class without words."),
        };
    }

    /// <summary>The decree row in one line: year, number, ceiling with its operator, and the event whose day selected it.</summary>
    public static string DecreeOf(this ITexts texts, ReaderFormat format, ClassView view)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(view);
        // A year is written without separators.
        var year = format.Digits(view.DecreeYear.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return view.DecreeNumber.Length == 0
            ? texts["sourcing.decree-row", year, texts.Of(view.Boundary), format.Rials(view.SmallCeiling), texts.Of(view.Event), format.Date(view.EventDate)]
            : texts["sourcing.decree-row-numbered", year, texts.Of(view.Boundary), format.Rials(view.SmallCeiling), texts.Of(view.Event), format.Date(view.EventDate), view.DecreeNumber];
    }

    /// <summary>The article a method rests on.</summary>
    public static string ArticleOf(this ITexts texts, PurchaseMethod method)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[$"sourcing.article-{(method switch
        {
            PurchaseMethod.SmallPurchase => "small",
            PurchaseMethod.Quotes => "quotes",
            PurchaseMethod.LimitedTender => "limited",
            PurchaseMethod.PublicTender => "public",
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A method without an article."),
        })}"];
    }

    /// <summary>A specification in one line, as the request wrote it.</summary>
    public static string SpecificationOf(this ITexts texts, IReadOnlyList<AttributeView> attributes)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(attributes);
        return string.Join("؛ ", attributes.Select(a => $"{texts.Named(a.Name, a.NameEn)}: {a.Value} {a.Unit}".TrimEnd()));
    }
}
