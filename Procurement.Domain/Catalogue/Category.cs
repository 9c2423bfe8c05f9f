using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>A group of items in the catalogue's tree (گروه کالا). What it says holds for every group below it that does not say otherwise.</summary>
public sealed class Category : AggregateRoot<CategoryId>
{
    public const int MaxCodeLength = 20;
    public const int MaxNameLength = 150;
    public const int MaxSetKeyLength = 40;

    private Category()
    {
    }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>The group above; null at the top.</summary>
    public CategoryId? ParentId { get; private set; }

    /// <summary>Whether goods of the group stay in quarantine until an appointed expert has filled a checklist (control 6.1.c).</summary>
    public bool ExpertCheckNeeded { get; private set; }

    /// <summary>
    /// The conventional set (مجموعه متعارف) whose deals the splitting tests add up (law file 5.1); null to follow the group above.
    /// </summary>
    public string? ConventionalSet { get; private set; }

    /// <summary>
    /// Which placing in the whole tree this was, counted up and unique: of two people who move groups at the same moment the second is
    /// asked to look again, so that no two moves together tie the tree into a loop.
    /// </summary>
    public long Placement { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>Opens a group at the top or under another.</summary>
    public static Result<Category> Open(string? code, CategoryDetails details, CategoryId? parent, CategoryTree tree)
    {
        var read = CatalogueCode.Read(code, MaxCodeLength);
        if (!read.Succeeded) return read.Refusal.At(nameof(Code));

        var category = new Category { Id = CategoryId.New(), Code = read.Value, IsActive = true };
        var placed = Result.FirstRefused(category.Describe(details), category.MoveUnder(parent, tree));
        return placed.Succeeded ? category : placed;
    }

    /// <summary>Corrects the names and the two controls of the group.</summary>
    public Result Describe(CategoryDetails details)
    {
        var name = PersianText.Clean(details.Name);
        var nameEn = PersianText.Clean(details.NameEn);
        var set = PersianText.Clean(details.ConventionalSet);
        if (name.Length is 0 or > MaxNameLength) return Refusal.Invalid("catalogue.name-missing").At(nameof(Name));
        if (nameEn.Length > MaxNameLength) return Refusal.Invalid("catalogue.name-too-long", MaxNameLength).At(nameof(NameEn));
        if (set.Length > MaxSetKeyLength) return Refusal.Invalid("catalogue.conventional-set-too-long", MaxSetKeyLength).At(nameof(ConventionalSet));

        Name = name;
        NameEn = nameEn;
        SortKey = PersianText.SortKey(name);
        ExpertCheckNeeded = details.ExpertCheckNeeded;
        ConventionalSet = set.Length == 0 ? null : set;
        return Result.Ok;
    }

    /// <summary>Hangs the group under another, or at the top; never under itself or under its own branches.</summary>
    public Result MoveUnder(CategoryId? parent, CategoryTree tree)
    {
        if (parent is { } above)
        {
            if (tree.Find(above) is not { } found) return Refusal.NotFound("catalogue.category-not-found").At(nameof(ParentId));
            if (!found.IsActive) return Refusal.Rule("catalogue.category-closed", found.Name).At(nameof(ParentId));
            if (tree.PathTo(above).Any(c => c.Id == Id)) return Refusal.Rule("catalogue.category-under-itself", Name).At(nameof(ParentId));
            if (tree.PathTo(above).Count + tree.HeightOf(Id) > CategoryTree.MaxDepth)
                return Refusal.Rule("catalogue.category-too-deep", CategoryTree.MaxDepth).At(nameof(ParentId));
        }

        ParentId = parent;
        Placement = tree.NextPlacement;
        return Result.Ok;
    }

    /// <summary>Closes the group to new items; refused while a group below is still open.</summary>
    public Result Close(CategoryTree tree)
    {
        if (!IsActive) return Refusal.Rule("catalogue.category-closed", Name);
        if (tree.ChildrenOf(Id).Any(c => c.IsActive)) return Refusal.Rule("catalogue.category-has-open-branches", Name);

        IsActive = false;
        return Result.Ok;
    }
}

/// <summary>What people state about a group.</summary>
public sealed record CategoryDetails(string? Name, string? NameEn, bool ExpertCheckNeeded, string? ConventionalSet);
