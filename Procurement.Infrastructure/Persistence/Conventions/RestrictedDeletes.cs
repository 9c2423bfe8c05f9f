using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Procurement.Infrastructure.Persistence.Conventions;

/// <summary>Nothing is deleted because something else was: only the parts an aggregate owns go with it.</summary>
internal sealed class RestrictedDeletes : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var key in modelBuilder.Metadata.GetEntityTypes().SelectMany(type => type.GetDeclaredForeignKeys()))
        {
            if (!key.IsOwnership) key.Builder.OnDelete(DeleteBehavior.Restrict);
        }
    }
}
