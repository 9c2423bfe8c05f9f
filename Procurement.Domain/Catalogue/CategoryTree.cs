using System.Collections.Frozen;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>One group as the tree knows it.</summary>
public sealed record CategoryNode(
    CategoryId Id, string Code, string Name, string NameEn, string SortKey, CategoryId? ParentId, bool ExpertCheckNeeded, string? ConventionalSet, bool IsActive,
    long Placement);

/// <summary>The whole tree of item groups in memory (درخت گروه‌های کالا): a few hundred rows, read once a call.</summary>
public sealed class CategoryTree
{
    /// <summary>Deeper trees are not found by people.</summary>
    public const int MaxDepth = 6;

    private readonly FrozenDictionary<CategoryId, CategoryNode> _nodes;
    private readonly ILookup<CategoryId?, CategoryNode> _children;

    public CategoryTree(IEnumerable<CategoryNode> nodes)
    {
        _nodes = nodes.ToFrozenDictionary(n => n.Id);
        _children = _nodes.Values.OrderBy(n => n.SortKey, StringComparer.Ordinal).ThenBy(n => n.Id.Value).ToLookup(n => n.ParentId);
    }

    public int Count => _nodes.Count;

    /// <summary>The number the next placing takes.</summary>
    public long NextPlacement => _nodes.Values.Select(n => n.Placement).DefaultIfEmpty(0).Max() + 1;

    public CategoryNode? Find(CategoryId id) => _nodes.GetValueOrDefault(id);

    /// <summary>The groups directly below one, or at the top, in Persian order.</summary>
    public IEnumerable<CategoryNode> ChildrenOf(CategoryId? parent) => _children[parent];

    /// <summary>From the top down to the group itself; empty when there is no such group.</summary>
    public IReadOnlyList<CategoryNode> PathTo(CategoryId id)
    {
        var path = new List<CategoryNode>();
        for (var node = Find(id); node is not null; node = node.ParentId is { } above ? Find(above) : null) path.Add(node);
        path.Reverse();
        return path;
    }

    /// <summary>Every group in the order people read a tree, with how deep it lies (0 at the top).</summary>
    public IEnumerable<(CategoryNode Node, int Depth)> Walk() => Branches(null, 0);

    /// <summary>The group and everything below it.</summary>
    public IReadOnlySet<CategoryId> WithinOf(CategoryId id) => Branches(id, 0).Select(b => b.Node.Id).Append(id).ToHashSet();

    /// <summary>Levels the branch takes, the group itself included; one for a group that is not in the tree yet.</summary>
    public int HeightOf(CategoryId id) => 1 + _children[id].Select(c => HeightOf(c.Id)).DefaultIfEmpty(0).Max();

    /// <summary>Whether the group or one above it asks for an expert's check before goods enter the store (control 6.1.c).</summary>
    public bool NeedsExpertCheck(CategoryId id) => PathTo(id).Any(c => c.ExpertCheckNeeded);

    /// <summary>
    /// The key deals are added up by in the splitting tests: the group's own conventional set or the nearest one above, the group's code when
    /// nobody named one; the same for every spelling of one name.
    /// </summary>
    public string ConventionalSetOf(CategoryId id)
    {
        var path = PathTo(id);
        return PersianText.Fold(path.LastOrDefault(c => c.ConventionalSet is not null)?.ConventionalSet ?? Find(id)?.Code);
    }

    private IEnumerable<(CategoryNode Node, int Depth)> Branches(CategoryId? parent, int depth)
    {
        foreach (var child in _children[parent])
        {
            yield return (child, depth);
            foreach (var below in Branches(child.Id, depth + 1)) yield return below;
        }
    }
}
