namespace Procurement.Web.Resources;

/// <summary>Every sentence people read, in the reader's language.</summary>
/// <remarks>
/// A key is <c>area.sentence</c>; the part before the first dot names the resource file, so <c>requests.title</c> is the entry
/// <c>requests.title</c> of <c>Resources/requests.resx</c> (Persian) and of <c>Resources/requests.en.resx</c> (English).
/// </remarks>
public interface ITexts
{
    /// <summary>The language of the page being written.</summary>
    Language Language { get; }

    /// <summary>The sentence of a key.</summary>
    string this[string key] { get; }

    /// <summary>The sentence of a key with facts in its places; numbers, money and dates are shown in the reader's digits and calendar.</summary>
    string this[string key, params object?[] args] { get; }

    /// <summary>The word for a value of an enumeration, kept under <c>document-state.in-route</c>.</summary>
    string Of(Enum value);

    /// <summary>The sentence of a key that may have none, such as the article behind a refusal.</summary>
    string? Find(string key, params object?[] args);
}
