using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;

namespace Procurement.Application.Imports.ListImports;

/// <summary>The kinds of file the caller may bring in, each with its columns.</summary>
[Requires(ImportPermissions.Use)]
public sealed record ListImports : IQuery<Result<IReadOnlyList<ImportDefinition>>>;

/// <summary>One kind of file, for its page and its template; not found when the caller may not bring it in.</summary>
[Requires(ImportPermissions.Use)]
public sealed record ReadImport(string Kind) : IQuery<Result<ImportDefinition>>;

internal sealed class ListImportsHandler(IEnumerable<IImport> imports, CallerRights rights)
    : IQueryHandler<ListImports, Result<IReadOnlyList<ImportDefinition>>>, IQueryHandler<ReadImport, Result<ImportDefinition>>
{
    /// <summary>The order in which a new body fills the system.</summary>
    private static readonly string[] Order = ["units", "people", "suppliers", "items", "opening-stock", "budget-lines"];

    public async Task<Result<IReadOnlyList<ImportDefinition>>> Handle(ListImports query, CancellationToken cancellationToken)
    {
        var allowed = new List<ImportDefinition>();
        foreach (var definition in imports.Select(i => i.Definition))
        {
            if (await rights.May(definition.Permission, cancellationToken)) allowed.Add(definition);
        }

        return Result<IReadOnlyList<ImportDefinition>>.Of([.. allowed.OrderBy(d => Array.IndexOf(Order, d.Kind)).ThenBy(d => d.Kind, StringComparer.Ordinal)]);
    }

    public async Task<Result<ImportDefinition>> Handle(ReadImport query, CancellationToken cancellationToken) =>
        imports.FirstOrDefault(i => i.Definition.Kind == query.Kind) is { Definition: var found } && await rights.May(found.Permission, cancellationToken)
            ? found
            : Refusal.NotFound("imports.kind-unknown", query.Kind);
}
