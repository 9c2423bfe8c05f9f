using System.Runtime.InteropServices;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Warehousing;

namespace Procurement.Infrastructure.Warehousing;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlaceKey(PlaceId Place, ItemId Item, LotId Lot);

[StructLayout(LayoutKind.Auto)]
internal readonly record struct LevelKey(StoreId Store, ItemId Item);

internal sealed record LevelDelta(long OnHand, long Booked, long Reserved)
{
    public static LevelDelta None { get; } = new(0, 0, 0);

    public bool IsNone => OnHand == 0 && Booked == 0 && Reserved == 0;
}

/// <summary>What one command changes, netted per key. Keys are walked in one fixed order by every command, so that two cannot dead-lock.</summary>
internal sealed class StockDeltas
{
    private readonly Dictionary<PlaceKey, (StockPlace Place, long Delta)> _places = [];
    private readonly Dictionary<LevelKey, LevelDelta> _levels = [];
    private readonly Dictionary<(LevelKey Key, DateOnly Day), long> _days = [];
    private readonly Dictionary<PlaceKey, DateOnly> _replays = [];
    private readonly HashSet<(LevelKey Key, LotId Lot)> _lots = [];

    public IEnumerable<(PlaceKey Key, StockPlace Place, long Delta)> Places => _places.Where(p => p.Value.Delta != 0)
        .OrderBy(p => p.Key.Place.Value).ThenBy(p => p.Key.Item.Value).ThenBy(p => p.Key.Lot.Value)
        .Select(p => (p.Key, p.Value.Place, p.Value.Delta));

    /// <summary>Levels that change, and those whose days change: the level's row is the lock of its days.</summary>
    public IEnumerable<(LevelKey Key, LevelDelta Delta)> Levels
    {
        get
        {
            var locked = _days.Where(d => d.Value != 0).Select(d => d.Key.Key).ToHashSet();
            return _levels.Where(l => !l.Value.IsNone || locked.Contains(l.Key))
                .OrderBy(l => l.Key.Store.Value).ThenBy(l => l.Key.Item.Value).Select(l => (l.Key, l.Value));
        }
    }

    public IEnumerable<(LevelKey Key, DateOnly Day, long Delta)> Days => _days.Where(d => d.Value != 0)
        .OrderBy(d => d.Key.Key.Store.Value).ThenBy(d => d.Key.Key.Item.Value).ThenBy(d => d.Key.Day)
        .Select(d => (d.Key.Key, d.Key.Day, d.Value));

    /// <summary>Lots that left bins or were reserved by name.</summary>
    public IEnumerable<(LevelKey Key, LotId Lot)> Lots => _lots.OrderBy(l => l.Key.Store.Value).ThenBy(l => l.Key.Item.Value).ThenBy(l => l.Lot.Value);

    /// <summary>Places whose past changed, and since when.</summary>
    public IEnumerable<(PlaceKey Key, DateOnly Since)> Replays => _replays.Select(r => (r.Key, r.Value));

    public void Add(StockMovePosting move, DateOnly today)
    {
        Put(move.From, move, -move.Quantity.Scaled, today);
        Put(move.To, move, move.Quantity.Scaled, today);
    }

    public void Reserve(StoreId store, ItemId item, LotId lot, long delta)
    {
        var key = new LevelKey(store, item);
        var level = _levels.GetValueOrDefault(key, LevelDelta.None);
        _levels[key] = level with { Reserved = checked(level.Reserved + delta) };
        if (lot != default && delta > 0) _lots.Add((key, lot));
    }

    private void Put(StockPlace place, StockMovePosting move, long delta, DateOnly today)
    {
        if (!place.IsPhysical) return;

        var lot = move.Lot ?? default;
        var key = new PlaceKey(place.Id, move.Item, lot);
        _places[key] = (place, checked(_places.GetValueOrDefault(key).Delta + delta));
        if (move.Effective < today && (!_replays.TryGetValue(key, out var since) || move.Effective < since)) _replays[key] = move.Effective;
        if (place.Store is not { } store || !place.IsInBook) return;

        var at = new LevelKey(store, move.Item);
        var level = _levels.GetValueOrDefault(at, LevelDelta.None);
        _levels[at] = level with { OnHand = checked(level.OnHand + (place.IsIssuable ? delta : 0)), Booked = checked(level.Booked + delta) };
        _days[(at, move.Effective)] = checked(_days.GetValueOrDefault((at, move.Effective)) + delta);
        if (lot != default && place.IsIssuable && delta < 0) _lots.Add((at, lot));
    }
}
