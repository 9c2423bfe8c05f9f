using Procurement.Application.Shared.Access;

namespace Procurement.Application.Requests;

public sealed class RequestsPermissions : IPermissionSource
{
    /// <summary>Any member of staff may ask for what his work needs.</summary>
    public const string DraftGoodsRequest = "requests.draft-goods-request";

    /// <summary>Any member of staff may ask to buy what no store has; his manager and the official decide.</summary>
    public const string DraftPurchaseRequest = "requests.draft-purchase-request";

    public const string Read = "requests.read";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(DraftGoodsRequest),
        PermissionGrant.ToStaff(DraftPurchaseRequest),
        PermissionGrant.ToStaff(Read),
    ];
}
