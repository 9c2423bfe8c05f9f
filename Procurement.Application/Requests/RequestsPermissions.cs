using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Requests;

public sealed class RequestsPermissions : IPermissionSource
{
    /// <summary>Any member of staff may ask for what his work needs.</summary>
    public const string DraftGoodsRequest = "requests.draft-goods-request";

    /// <summary>Any member of staff may ask to buy what no store has; his manager and the official decide.</summary>
    public const string DraftPurchaseRequest = "requests.draft-purchase-request";

    public const string Read = "requests.read";

    /// <summary>The daily job expires what stayed unused.</summary>
    public const string Expire = "requests.expire";

    public IEnumerable<PermissionGrant> Grants =>
    [
        PermissionGrant.ToStaff(DraftGoodsRequest),
        PermissionGrant.ToStaff(DraftPurchaseRequest),
        PermissionGrant.ToStaff(Read),
        PermissionGrant.To(Expire, Capacity.Administrator),
    ];
}
