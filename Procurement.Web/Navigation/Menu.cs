using Microsoft.AspNetCore.Mvc;

namespace Procurement.Web.Navigation;

/// <summary>A capability's count beside its menu line, such as how many documents wait for the visitor.</summary>
public interface IMenuBadge
{
    /// <summary>The key of the <see cref="MenuLine"/>.</summary>
    string Line { get; }

    /// <summary>The count now; null or zero shows nothing.</summary>
    Task<long?> Count(CancellationToken cancel);
}

/// <summary>The menu as this visitor sees it on this page.</summary>
public sealed class Menu(IVisitor visitor, IEnumerable<IMenuBadge> badges)
{
    /// <summary>The groups that have at least one line to show.</summary>
    public async Task<IReadOnlyList<MenuGroupView>> For(string? currentPage, IUrlHelper url, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(url);
        var groups = new List<MenuGroupView>();
        foreach (var group in PurchasingChain.Groups)
        {
            var lines = new List<MenuLineView>();
            foreach (var line in group.Lines)
            {
                if (!MaySee(line) || url.Page(line.Page) is not { } href) continue;
                lines.Add(new MenuLineView(line.Key, href, IsCurrent(line, currentPage), await CountOf(line, cancel)));
            }

            if (lines.Count > 0) groups.Add(new MenuGroupView(group.Key, lines));
        }

        return groups;
    }

    private bool MaySee(MenuLine line) =>
        line.IsPublic || (visitor.IsSignedIn && (line.Permission is null || visitor.May(line.Permission)));

    private async Task<long?> CountOf(MenuLine line, CancellationToken cancel)
    {
        var badge = badges.FirstOrDefault(candidate => candidate.Line == line.Key);
        return badge is null ? null : await badge.Count(cancel);
    }

    /// <summary>A line stays lit on every page of its folder, unless a line of its own names that page or a folder nearer to it.</summary>
    private static bool IsCurrent(MenuLine line, string? page)
    {
        if (page is null) return false;
        if (page == line.Page) return true;
        if (!InFolderOf(line, page)) return false;
        return !PurchasingChain.Groups.SelectMany(group => group.Lines)
            .Any(other => other.Page == page || (other != line && InFolderOf(other, page) && InFolderOf(line, other.Page)));
    }

    private static bool InFolderOf(MenuLine line, string page) =>
        line.Page.EndsWith("/Index", StringComparison.Ordinal) && page.StartsWith(line.Page[..^"Index".Length], StringComparison.Ordinal);
}

public sealed record MenuGroupView(string? Key, IReadOnlyList<MenuLineView> Lines);

public sealed record MenuLineView(string Key, string Href, bool IsCurrent, long? Count);
