using Microsoft.AspNetCore.Mvc;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Web.Layout.DocumentPage;

namespace Procurement.Web.Pages.Documents;

/// <summary>
/// What can be done with a kind beside the acts every kind has: derive the next document of the chain, close it short, amend it. Found by
/// scan; an action leads to a page of the capability.
/// </summary>
public interface IFurtherActions
{
    /// <summary>The kind's code.</summary>
    string Kind { get; }

    IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url);
}

/// <summary>Number formats of a kind's canonical fields, for the comparison of two versions; texts, dates and ids need none. Found by scan.</summary>
public interface IContentFormats
{
    /// <summary>The kind's code.</summary>
    string Kind { get; }

    /// <summary>By path: <c>lines.quantity</c>.</summary>
    IReadOnlyDictionary<string, ContentFormat> Formats { get; }
}

/// <summary>What a number in a canonical form counts.</summary>
public enum ContentFormat
{
    Plain = 1,
    Quantity = 2,
    Rials = 3,

    /// <summary>Microseconds since 1970.</summary>
    Instant = 4,

    /// <summary>A value of an enumeration whose words have a resource file of their own.</summary>
    Word = 5,
}
