using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Display;

/// <summary>Names of documents, of their kinds and of their states; a kind <c>goods-request</c> is the text <c>goods-request.kind</c>.</summary>
public static class Names
{
    /// <summary>The name of a kind of documents: «رسید انبار».</summary>
    public static string KindName(this ITexts texts, string kind)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[$"{kind}.kind"];
    }

    public static StateView StateOf(this ITexts texts, DocumentState state, bool suspended = false)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return suspended
            ? new StateView(texts["document.suspended"], Tone.Bad)
            : new StateView(texts.Of(state), ToneOf(state));
    }

    /// <summary>A number in the reader's language: «دک-۱۲-۱۴۰۵-۰۰۰۰۱» or <c>RQ-12-1405-00001</c>.</summary>
    public static string Number(this ITexts texts, string number, string numberFa)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Language == Language.Persian ? numberFa : number;
    }

    /// <summary>The number of a document of a kind, of which only the API's writing was kept; what is no number of that kind stays as it is.</summary>
    public static string NumberOf(this ITexts texts, DocumentRegistry kinds, string kind, string number)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(kinds);
        return texts.Language == Language.Persian && kinds.Find(kind) is { } definition && DocumentNumber.TryParse(number, out var parts)
            ? kinds.NumberOf(definition.Kind, parts.SeriesCode, parts.FiscalYear.Year, parts.Serial, persian: true)
            : Digits.For(number, texts.Language);
    }

    /// <summary>A name in the reader's language; the Persian one where there is no English one.</summary>
    public static string Named(this ITexts texts, string name, string nameEn)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Language == Language.Persian || string.IsNullOrEmpty(nameEn) ? name : nameEn;
    }

    /// <summary><c>goods-request</c> becomes <c>GoodsRequest</c>.</summary>
    public static string Pascal(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Concat(code.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    private static Tone ToneOf(DocumentState state) => state switch
    {
        DocumentState.Draft or DocumentState.Closed => Tone.Neutral,
        DocumentState.InRoute => Tone.Caution,
        DocumentState.InEffect => Tone.Good,
        DocumentState.Refused or DocumentState.Cancelled or DocumentState.Expired or DocumentState.Reversed => Tone.Bad,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a tone."),
    };
}
