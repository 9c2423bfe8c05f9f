using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.Categories;

/// <summary>What the form of a group states.</summary>
public sealed record CategoryForm(string? Name, string? NameEn, CategoryId? Parent = null, bool ExpertCheckNeeded = false, string? ConventionalSet = null)
{
    internal CategoryDetails Details => new(Name, NameEn, ExpertCheckNeeded, ConventionalSet);
}

/// <summary>Opens a group of items (گروه کالا).</summary>
[Requires(CataloguePermissions.EditGroups)]
public sealed record OpenCategory(string? Code, CategoryForm Form) : ICommand<Result<CategoryId>>;

/// <summary>Corrects a group's names and controls, or hangs it elsewhere.</summary>
[Requires(CataloguePermissions.EditGroups)]
public sealed record CorrectCategory(CategoryId CategoryId, long SeenVersion, CategoryForm Form) : ICommand<Result>
{
    public Guid? AuditSubject => CategoryId.Value;
}

/// <summary>Closes a group to new items.</summary>
[Requires(CataloguePermissions.EditGroups)]
public sealed record CloseCategory(CategoryId CategoryId) : ICommand<Result>
{
    public Guid? AuditSubject => CategoryId.Value;
}

/// <summary>The whole tree, as people read it.</summary>
[Requires(CataloguePermissions.Read)]
public sealed record ReadCategories : IQuery<Result<CategoryTree>>;

/// <summary>One group, for its form.</summary>
[Requires(CataloguePermissions.Read)]
public sealed record ReadCategory(CategoryId CategoryId) : IQuery<Result<CategoryCard>>;

public sealed record CategoryCard(CategoryNode Node, long Version);

internal sealed class OpenCategoryHandler(ICategoryStore categories) : ICommandHandler<OpenCategory, Result<CategoryId>>
{
    public async Task<Result<CategoryId>> Handle(OpenCategory command, CancellationToken cancellationToken)
    {
        var category = Category.Open(command.Code, command.Form.Details, command.Form.Parent, await categories.Tree(cancellationToken));
        if (!category.Succeeded) return category.Plain();

        categories.Add(category.Value);
        return category.Value.Id;
    }
}

internal sealed class CorrectCategoryHandler(ICategoryStore categories) : ICommandHandler<CorrectCategory, Result>
{
    public async Task<Result> Handle(CorrectCategory command, CancellationToken cancellationToken)
    {
        if (await categories.Find(command.CategoryId, cancellationToken) is not { } category) return CatalogueRefusals.CategoryNotFound;
        var unchanged = CatalogueRefusals.IfUnchanged(category, command.SeenVersion);
        if (!unchanged.Succeeded) return unchanged;

        var described = category.Describe(command.Form.Details);
        return described.Succeeded && category.ParentId != command.Form.Parent
            ? category.MoveUnder(command.Form.Parent, await categories.Tree(cancellationToken))
            : described;
    }
}

internal sealed class CloseCategoryHandler(ICategoryStore categories) : ICommandHandler<CloseCategory, Result>
{
    public async Task<Result> Handle(CloseCategory command, CancellationToken cancellationToken) =>
        await categories.Find(command.CategoryId, cancellationToken) is { } category
            ? category.Close(await categories.Tree(cancellationToken))
            : CatalogueRefusals.CategoryNotFound;
}

internal sealed class ReadCategoriesHandler(ICategoryStore categories)
    : IQueryHandler<ReadCategories, Result<CategoryTree>>, IQueryHandler<ReadCategory, Result<CategoryCard>>
{
    public async Task<Result<CategoryTree>> Handle(ReadCategories query, CancellationToken cancellationToken) => await categories.Tree(cancellationToken);

    public async Task<Result<CategoryCard>> Handle(ReadCategory query, CancellationToken cancellationToken)
    {
        if (await categories.Find(query.CategoryId, cancellationToken) is not { } category) return CatalogueRefusals.CategoryNotFound;
        return (await categories.Tree(cancellationToken)).Find(category.Id) is { } node
            ? new CategoryCard(node, category.Version)
            : CatalogueRefusals.CategoryNotFound;
    }
}
