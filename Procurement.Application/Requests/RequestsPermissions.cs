using Procurement.Application.Shared.Access;

namespace Procurement.Application.Requests;

public sealed class RequestsPermissions : IPermissionSource
{
    /// <summary>Any member of staff may ask for what his work needs.</summary>
    public const string DraftGoodsRequest = "requests.draft-goods-request";

    public IEnumerable<PermissionGrant> Grants => [PermissionGrant.ToStaff(DraftGoodsRequest)];
}
