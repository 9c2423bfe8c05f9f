using Procurement.Web.Pages.Documents;

namespace Procurement.Web.Pages.Warehousing;

internal sealed class OpeningBalanceFormats : IContentFormats
{
    public string Kind => "opening-balance";

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["lines.quantity"] = ContentFormat.Quantity,
        ["lines.unitValue"] = ContentFormat.Rials,
    };
}
