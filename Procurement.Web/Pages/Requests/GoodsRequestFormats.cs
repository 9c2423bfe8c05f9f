using Procurement.Web.Pages.Documents;

namespace Procurement.Web.Pages.Requests;

internal sealed class GoodsRequestFormats : IContentFormats
{
    public string Kind => "goods-request";

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["lines.quantity"] = ContentFormat.Quantity,
        ["lines.available"] = ContentFormat.Quantity,
    };
}
