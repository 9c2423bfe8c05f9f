using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Procurement.Infrastructure.Persistence.Conventions;

/// <summary>Tables, columns, keys and indexes in snake case, so that SQL written by hand needs no quotes on either engine.</summary>
/// <remarks>A table that a configuration names after its class (<c>SignOffSheet</c>) is spelt so too; other names it sets are left as they are.</remarks>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var types = modelBuilder.Metadata.GetEntityTypes().ToList();
        foreach (var type in types)
        {
            if (type.GetTableName() is { } table) type.SetTableName(Of(table));
        }

        // Keys and indexes are named after tables and columns, so those come first.
        foreach (var type in types) NameColumns(type);
        foreach (var type in types) NameKeysAndIndexes(type);
    }

    /// <summary><c>PurchaseRequest</c> and <c>IX_Lines_ItemId</c> become <c>purchase_request</c> and <c>ix_lines_item_id</c>.</summary>
    internal static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (starts) snake.Append('_');
            snake.Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
        }

        return snake.ToString();
    }

    private static void NameColumns(IConventionEntityType type)
    {
        if (StoreObjectIdentifier.Create(type, StoreObjectType.Table) is not { } table) return;

        foreach (var property in type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(Inside)))
        {
            if (property.GetColumnName(table) is { } column) property.Builder.HasColumnName(Of(column));
        }
    }

    private static IEnumerable<IConventionProperty> Inside(IConventionComplexProperty complex) =>
        complex.ComplexType.GetDeclaredProperties().Concat(complex.ComplexType.GetDeclaredComplexProperties().SelectMany(Inside));

    private static void NameKeysAndIndexes(IConventionEntityType type)
    {
        foreach (var key in type.GetDeclaredKeys())
        {
            if (key.GetName() is { } name) key.Builder.HasName(Of(name));
        }

        foreach (var key in type.GetDeclaredForeignKeys())
        {
            if (key.GetConstraintName() is { } name) key.Builder.HasConstraintName(Of(name));
        }

        foreach (var index in type.GetDeclaredIndexes())
        {
            if (index.GetDatabaseName() is { } name) index.Builder.HasDatabaseName(Of(name));
        }
    }
}
