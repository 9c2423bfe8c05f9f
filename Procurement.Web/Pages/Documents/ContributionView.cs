using Procurement.Application.SignOff.ReadDocument;

namespace Procurement.Web.Pages.Documents;

/// <summary>What the form of a signer's own part needs: the document as he sees it, and whether his password is asked.</summary>
/// <param name="Sheet">The shared part.</param>
/// <param name="Body">What the kind adds.</param>
/// <param name="AsksPassword">False while an earlier proof is still good for the kind.</param>
public sealed record ContributionView(SheetView Sheet, object Body, bool AsksPassword)
{
    public static ContributionView Of(DocumentView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new ContributionView(view.Sheet, view.Body, !view.Acts.GrantAlive);
    }
}
