using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>One entry of the value ledger; never changed.</summary>
internal sealed class ValueEntryRow
{
    public long Seq { get; set; }

    public long At { get; set; }

    public DateOnly Effective { get; set; }

    public OrgUnitId EntityId { get; set; }

    /// <summary>Fiscal year of the effective day.</summary>
    public int Year { get; set; }

    public StoreId StoreId { get; set; }

    public ItemId ItemId { get; set; }

    public ValueEntryKind Kind { get; set; }

    /// <summary>Signed; zero where only the value changes.</summary>
    public long Qty { get; set; }

    /// <summary>Signed; what the value in stock changes by.</summary>
    public long Rials { get; set; }

    /// <summary>Signed; the part of a price difference that falls on goods already issued, and so into cost.</summary>
    public long Cost { get; set; }

    public DocumentId DocumentId { get; set; }

    public Guid LineId { get; set; }

    /// <summary>The receipt a confirmation is about; null for other kinds.</summary>
    public DocumentId? ReceivedBy { get; set; }

    public Guid? ReceivedLine { get; set; }

    public Guid CommandId { get; set; }
}

internal sealed class ValueEntryConfiguration : IEntityTypeConfiguration<ValueEntryRow>
{
    public void Configure(EntityTypeBuilder<ValueEntryRow> builder)
    {
        builder.ToTable("value_entry");
        builder.HasKey(v => v.Seq);
        builder.HasIndex(v => new { v.EntityId, v.ItemId, v.Effective, v.Seq });
        builder.HasIndex(v => new { v.DocumentId, v.LineId });
        // A receipt line is confirmed once.
        builder.HasIndex(v => new { v.ReceivedBy, v.ReceivedLine }).IsUnique().HasFilter("received_by IS NOT NULL");
    }
}

/// <summary>What an item in an entity's stock is worth; moving average is rials by quantity.</summary>
internal sealed class ValueBalanceRow
{
    public OrgUnitId EntityId { get; set; }

    public ItemId ItemId { get; set; }

    public long Qty { get; set; }

    public long Rials { get; set; }
}

internal sealed class ValueBalanceConfiguration : IEntityTypeConfiguration<ValueBalanceRow>
{
    public void Configure(EntityTypeBuilder<ValueBalanceRow> builder)
    {
        builder.ToTable("value_balance", table => table.HasCheckConstraint(
            "ck_value_balance", "qty >= 0 AND rials >= 0 AND (qty > 0 OR rials = 0)"));
        builder.HasKey(b => new { b.EntityId, b.ItemId });
    }
}
