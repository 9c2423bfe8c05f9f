using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.IssuingDesk;

/// <summary>What waits for the caller between an approved request and its receiver, what waits longest first.</summary>
[Requires(IssuingPermissions.Read)]
public sealed record IssuingDesk : IQuery<Result<IssuingDeskView>>;

/// <summary>How much waits for the caller; the count beside the menu line.</summary>
[Requires(IssuingPermissions.Read)]
public sealed record CountIssuingWork : IQuery<Result<int>>;

/// <param name="Keeps">The caller keeps a store.</param>
/// <param name="Guards">The caller stands at a gate.</param>
/// <param name="Waiting">What waits, by sort; sorts with nothing left out.</param>
public sealed record IssuingDeskView(bool Keeps, bool Guards, IReadOnlyDictionary<IssuingWork, IReadOnlyList<IssuingRow>> Waiting);

/// <summary>Sorts of work on the way out of a store, in the order goods travel.</summary>
public enum IssuingWork
{
    /// <summary>Approved requests whose goods are held and not issued.</summary>
    ToIssue = 1,

    /// <summary>Vouchers in effect with something still in the bins.</summary>
    ToPick = 2,

    /// <summary>Goods at the hand-over place of a store the caller keeps.</summary>
    Ready = 3,

    /// <summary>Goods at the hand-over place the caller is to take over.</summary>
    ToTakeOver = 4,

    /// <summary>Passes issued for a gate at which the caller stands.</summary>
    AtTheGate = 5,

    /// <summary>Goods of the caller's store that are with a carrier, disputed ones included.</summary>
    WithCarrier = 6,

    /// <summary>Goods on their way to the caller.</summary>
    ToConfirm = 7,

    /// <summary>Goods a receiver disputes, for whoever decides over them.</summary>
    Disputed = 8,

    /// <summary>Refused goods of a signed return that still lie in quarantine and are on no pass.</summary>
    ToSendBack = 9,

    /// <summary>Goods of a signed temporary exit that wait for a pass.</summary>
    ToTakeOut = 10,

    /// <summary>Goods of a temporary exit that are not back on their day, for keeper and head of general affairs.</summary>
    Overdue = 11,
}

/// <summary>One document that waits.</summary>
public sealed record IssuingRow(
    DocumentId Id, string Number, string NumberFa, string Subject, string StoreName, string StoreNameEn, string Person, DateTimeOffset Since);

/// <summary>Whose desk it is.</summary>
/// <param name="Person">The caller.</param>
/// <param name="Kept">The stores he keeps.</param>
/// <param name="Guarded">The stores at whose gate he stands.</param>
/// <param name="Decided">The stores over whose disputes he decides.</param>
/// <param name="Today">The day by which goods are overdue.</param>
public sealed record DeskOwner(PersonId Person, IReadOnlyList<StoreId> Kept, IReadOnlyList<StoreId> Guarded, IReadOnlyList<StoreId> Decided, DateOnly Today)
{
    /// <summary>The stores whose work of a sort is his; null where the work is named to a person.</summary>
    public IReadOnlyList<StoreId>? StoresFor(IssuingWork work) => work switch
    {
        IssuingWork.ToIssue or IssuingWork.ToPick or IssuingWork.Ready or IssuingWork.WithCarrier or IssuingWork.ToSendBack or IssuingWork.ToTakeOut => Kept,
        IssuingWork.AtTheGate => Guarded,
        IssuingWork.Disputed => Decided,
        IssuingWork.Overdue => [.. Kept.Union(Decided)],
        _ => null,
    };
}

/// <summary>Reads the desk, at most a page of each sort.</summary>
public interface IIssuingDesk
{
    Task<IReadOnlyList<IssuingRow>> Waiting(IssuingWork work, DeskOwner owner, CancellationToken ct);

    Task<int> Count(IReadOnlyList<IssuingWork> works, DeskOwner owner, CancellationToken ct);
}

/// <summary>Finds out whose desk it is.</summary>
internal sealed class DeskOwners(IStockFacts stock, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
{
    public async Task<DeskOwner> Me(CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var me = actor.Person;
        bool Holds(Capacity capacity) => chart.HasCapacity(me, capacity, clock.Today);
        if (!Holds(Capacity.Keeper) && !Holds(Capacity.Guard) && !Holds(Capacity.HeadOfGeneralAffairs)) return new DeskOwner(me, [], [], [], clock.Today);

        var stores = await stock.StoresIn(chart.ScopeOf(me, clock.Today), ct);
        IReadOnlyList<StoreId> Of(Capacity capacity) => [.. stores.Where(s => chart.HasCapacityFor(me, capacity, s.UnitId, clock.Today)).Select(s => s.Id)];
        return new DeskOwner(me, Of(Capacity.Keeper), Of(Capacity.Guard), Of(Capacity.HeadOfGeneralAffairs), clock.Today);
    }
}

internal sealed class IssuingDeskHandler(IIssuingDesk desk, DeskOwners owners) : IQueryHandler<IssuingDesk, Result<IssuingDeskView>>
{
    public async Task<Result<IssuingDeskView>> Handle(IssuingDesk query, CancellationToken cancellationToken)
    {
        var owner = await owners.Me(cancellationToken);
        var waiting = new SortedDictionary<IssuingWork, IReadOnlyList<IssuingRow>>();
        foreach (var work in Enum.GetValues<IssuingWork>())
        {
            var rows = await desk.Waiting(work, owner, cancellationToken);
            if (rows.Count > 0) waiting[work] = rows;
        }

        return new IssuingDeskView(owner.Kept.Count > 0, owner.Guarded.Count > 0, waiting);
    }
}

internal sealed class CountIssuingWorkHandler(IIssuingDesk desk, DeskOwners owners) : IQueryHandler<CountIssuingWork, Result<int>>
{
    // Work only the caller can do; what is with a carrier waits for somebody else.
    private static readonly IReadOnlyList<IssuingWork> Counted =
    [
        IssuingWork.ToIssue, IssuingWork.ToPick, IssuingWork.ToTakeOver, IssuingWork.AtTheGate, IssuingWork.ToConfirm, IssuingWork.Disputed, IssuingWork.ToSendBack,
        IssuingWork.ToTakeOut, IssuingWork.Overdue,
    ];

    public async Task<Result<int>> Handle(CountIssuingWork query, CancellationToken cancellationToken) =>
        await desk.Count(Counted, await owners.Me(cancellationToken), cancellationToken);
}
