using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Warehousing;

internal sealed class OpeningBalanceConfiguration : DocumentConfiguration<OpeningBalance>
{
    protected override void ConfigureContent(EntityTypeBuilder<OpeningBalance> builder)
    {
        builder.ToTable("opening_balance");
        builder.Property(o => o.Basis).HasMaxLength(OpeningBalance.MaxBasisLength);
        builder.Ignore(o => o.Total);
        builder.HasOne<Store>().WithMany().HasForeignKey(o => o.StoreId);
        builder.OwnsMany(o => o.Lines, line =>
        {
            line.ToTable("opening_balance_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Lot).HasMaxLength(Lot.MaxCodeLength);
            line.WithOwner().HasForeignKey("OpeningBalanceId");
            line.Ignore(l => l.Value);
        });
    }
}

internal sealed class OpeningFacts(ProcurementDb db) : IOpeningFacts
{
    public async Task<IReadOnlySet<ItemId>> MovedOtherwise(StoreId store, IReadOnlyCollection<ItemId> items, CancellationToken ct)
    {
        var moves = db.Set<StockMoveRow>().Where(m => items.Contains(m.ItemId) && m.Reason != MoveReason.Opening);
        var into = moves.Where(m => m.IntoStore == store).Select(m => m.ItemId);
        var outOf = moves.Where(m => m.OutOfStore == store).Select(m => m.ItemId);
        return (await into.Union(outOf).ToListAsync(ct)).ToHashSet();
    }
}
