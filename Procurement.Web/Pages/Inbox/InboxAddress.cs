using Procurement.Domain.SignOff;

namespace Procurement.Web.Pages.Inbox;

/// <summary>Ways into the inbox from elsewhere.</summary>
public static class InboxAddress
{
    /// <summary>On to whatever waits first, from any page.</summary>
    public const string Next = "/inbox?handler=Next";

    /// <summary>After a signature: the next document that waits for the signer, or the one he has just signed when none does.</summary>
    public static string After(DocumentId signed) => $"/inbox?handler=After&signed={signed.Value}";
}
