using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Persistence.Conventions;

/// <summary>Every aggregate root carries its optimistic lock; what happened in it is for the reactions, not for the database.</summary>
internal sealed class AggregateConvention : IEntityTypeAddedConvention
{
    public void ProcessEntityTypeAdded(IConventionEntityTypeBuilder entityTypeBuilder, IConventionContext<IConventionEntityTypeBuilder> context)
    {
        if (!typeof(IAggregateRoot).IsAssignableFrom(entityTypeBuilder.Metadata.ClrType)) return;

        entityTypeBuilder.Ignore(nameof(IAggregateRoot.Events));
        entityTypeBuilder.Property(typeof(long), nameof(IAggregateRoot.Version))?.IsConcurrencyToken(true);
    }
}
