using Microsoft.AspNetCore.Html;

namespace Procurement.Web.Layout.Print;

/// <summary>Everything around the content of a printed form: letterhead, number and date, signatures in route order, verification mark.</summary>
/// <param name="Title">The form's name: «رسید انبار (قطعی)».</param>
/// <param name="Letterhead">The body, the unit and the place, one line each.</param>
/// <param name="Number">The document's number.</param>
/// <param name="Date">The document's date.</param>
/// <param name="Signatures">The signature boxes in route order.</param>
public sealed record PrintSheetView(
    string Title, IReadOnlyList<string> Letterhead, string Number, DateOnly Date, IReadOnlyList<SignatureBox> Signatures)
{
    /// <summary>«نسخه اصل», or which reprint this is.</summary>
    public string? Copy { get; init; }

    /// <summary>A word across the sheet for what has no effect: «پیش‌نویس», «باطل».</summary>
    public string? Stamp { get; init; }

    /// <summary>The verification mark as inline SVG.</summary>
    public IHtmlContent? Mark { get; init; }

    /// <summary>What the mark says to a phone.</summary>
    public string? MarkText { get; init; }

    /// <summary>How to verify, and where the document stands in the audit log.</summary>
    public IReadOnlyList<string> Verification { get; init; } = [];

    /// <summary>Printed by a browser on the server: the style lies beside the form, and there is nothing to press.</summary>
    public bool IsForServer { get; init; }
}

/// <summary>One signature box.</summary>
/// <param name="Post">The signer's post.</param>
/// <param name="Person">Who signed; null while the box is empty.</param>
/// <param name="At">When.</param>
/// <param name="Version">The version signed.</param>
/// <param name="ShortHash">The first digits of the content hash.</param>
public sealed record SignatureBox(string Post, string? Person = null, DateTimeOffset? At = null, long? Version = null, string? ShortHash = null)
{
    /// <summary>«به نیابت از …», «با اعتراض», or another capacity.</summary>
    public string? Note { get; init; }
}

/// <summary>A page model whose layout is <c>_Print</c>.</summary>
public interface IPrintPage
{
    PrintSheetView Sheet { get; }
}
