using Procurement.Application.Settings;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.ExpireUnusedRequests;

/// <summary>
/// The daily job: approved requests of which no line was taken up in the days the setting allows expire, and their reservation goes back
/// (documents 5).
/// </summary>
[Requires(RequestsPermissions.Expire)]
public sealed record ExpireUnusedRequests : ICommand<Result<int>>;

/// <summary>Approved requests nobody has taken up.</summary>
public interface IUnusedRequests
{
    Task<IReadOnlyList<DocumentId>> ApprovedBefore(DateTimeOffset instant, int take, CancellationToken ct);
}

internal sealed class ExpireUnusedRequestsHandler(IUnusedRequests unused, IDocuments documents, ISettings settings, Desk desk, IBodyClock clock)
    : ICommandHandler<ExpireUnusedRequests, Result<int>>
{
    private const int AtATime = 100;

    public async Task<Result<int>> Handle(ExpireUnusedRequests command, CancellationToken cancellationToken)
    {
        var days = await settings.Require(GeneralSettings.UnusedRequestDays, clock.Today, cancellationToken);
        if (!days.Succeeded) return days.Plain();

        var old = await unused.ApprovedBefore(clock.Now.AddDays(-days.Value.Value), AtATime, cancellationToken);
        foreach (var id in old)
        {
            var request = (await documents.Load<PurchaseRequest>(id, cancellationToken))!;
            var expired = SigningDesk.Expire(request, desk.Me, FormattableString.Invariant($"unused for {days.Value.Value} days"));
            if (!expired.Succeeded) return expired;
        }

        return old.Count;
    }
}
