namespace Procurement.Application.Shared.Names;

/// <summary>What others refer to by id — an item, a store, a supplier, a person — as people call it.</summary>
/// <param name="Name">In Persian.</param>
/// <param name="NameEn">In English; empty when it has none.</param>
/// <param name="Code">Its code; empty when it has none.</param>
public sealed record NamedThing(string Name, string NameEn = "", string Code = "");

/// <summary>Names what one capability keeps; found by scan. Ids that are not its own are left out of the answer.</summary>
public interface INameSource
{
    Task<IReadOnlyDictionary<Guid, NamedThing>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>Names anything by its id: ids are unique over all kinds of things.</summary>
public sealed class NamedThings(IEnumerable<INameSource> sources)
{
    public async Task<IReadOnlyDictionary<Guid, NamedThing>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var named = new Dictionary<Guid, NamedThing>();
        foreach (var source in sources)
        {
            var open = ids.Where(id => !named.ContainsKey(id)).ToList();
            if (open.Count == 0) break;
            foreach (var (id, thing) in await source.Find(open, ct)) named[id] = thing;
        }

        return named;
    }
}
