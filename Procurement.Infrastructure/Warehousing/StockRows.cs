using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>One move of goods between two places; never changed.</summary>
internal sealed class StockMoveRow
{
    public long Seq { get; set; }

    public long At { get; set; }

    public DateOnly Effective { get; set; }

    public ItemId ItemId { get; set; }

    /// <summary>All zeros for an item without lots.</summary>
    public LotId LotId { get; set; }

    public PlaceId FromPlace { get; set; }

    public PlaceKind FromKind { get; set; }

    public PlaceId ToPlace { get; set; }

    public PlaceKind ToKind { get; set; }

    /// <summary>The store whose book the move lowers; null when it lowers none.</summary>
    public StoreId? OutOfStore { get; set; }

    /// <summary>The store whose book the move raises; null when it raises none.</summary>
    public StoreId? IntoStore { get; set; }

    public long Qty { get; set; }

    public DocumentId DocumentId { get; set; }

    public Guid LineId { get; set; }

    public MoveReason Reason { get; set; }

    public Guid CommandId { get; set; }

    public string? BackReason { get; set; }

    public PersonId? BackAskedBy { get; set; }

    public PersonId? BackApprovedBy { get; set; }
}

internal sealed class StockMoveConfiguration : IEntityTypeConfiguration<StockMoveRow>
{
    public void Configure(EntityTypeBuilder<StockMoveRow> builder)
    {
        builder.ToTable("stock_move", table => table.HasCheckConstraint("ck_stock_move_qty", "qty > 0"));
        builder.HasKey(m => m.Seq);
        builder.Property(m => m.BackReason).HasMaxLength(BackDating.MaxReasonLength);

        // The card walks these two newest first; the replay of a place walks the other two.
        builder.HasIndex(m => new { m.IntoStore, m.ItemId, m.Effective, m.Seq });
        builder.HasIndex(m => new { m.OutOfStore, m.ItemId, m.Effective, m.Seq });
        builder.HasIndex(m => new { m.ToPlace, m.ItemId, m.LotId, m.Effective });
        builder.HasIndex(m => new { m.FromPlace, m.ItemId, m.LotId, m.Effective });
        builder.HasIndex(m => m.DocumentId);
    }
}

/// <summary>What lies at a physical place, kept at or above zero by the database itself.</summary>
internal sealed class StockBalanceRow
{
    public PlaceId PlaceId { get; set; }

    public ItemId ItemId { get; set; }

    public LotId LotId { get; set; }

    public PlaceKind PlaceKind { get; set; }

    public StoreId? StoreId { get; set; }

    public long Qty { get; set; }
}

internal sealed class StockBalanceConfiguration : IEntityTypeConfiguration<StockBalanceRow>
{
    public void Configure(EntityTypeBuilder<StockBalanceRow> builder)
    {
        builder.ToTable("stock_balance", table => table.HasCheckConstraint("ck_stock_balance_qty", "qty >= 0"));
        builder.HasKey(b => new { b.PlaceId, b.ItemId, b.LotId });
        builder.HasIndex(b => new { b.StoreId, b.ItemId });
        builder.HasIndex(b => new { b.StoreId, b.ItemId }, "ix_stock_balance_in_quarantine").HasFilter("place_kind = 1 AND qty > 0");
        builder.HasIndex(b => b.ItemId);
    }
}

/// <summary>
/// One item in one store: what its bins hold, what its book holds, what is reserved. The row is also the lock that orders all moves and
/// reservations of the item in the store.
/// </summary>
internal sealed class StockLevelRow
{
    public StoreId StoreId { get; set; }

    public ItemId ItemId { get; set; }

    /// <summary>In bins.</summary>
    public long OnHand { get; set; }

    /// <summary>In bins and at the hand-over place.</summary>
    public long Booked { get; set; }

    public long Reserved { get; set; }
}

internal sealed class StockLevelConfiguration : IEntityTypeConfiguration<StockLevelRow>
{
    public void Configure(EntityTypeBuilder<StockLevelRow> builder)
    {
        builder.ToTable("stock_level", table =>
        {
            table.HasCheckConstraint("ck_stock_level_booked", "booked >= 0");
            table.HasCheckConstraint("ck_stock_level_reserved", "reserved >= 0 AND reserved <= on_hand");
        });
        builder.HasKey(l => new { l.StoreId, l.ItemId });
        builder.HasIndex(l => l.ItemId);
    }
}

/// <summary>What one line holds of a store's goods.</summary>
internal sealed class ReservationRow
{
    public DocumentId DocumentId { get; set; }

    public Guid LineId { get; set; }

    public StoreId StoreId { get; set; }

    public ItemId ItemId { get; set; }

    public LotId LotId { get; set; }

    public long Reserved { get; set; }

    public long Consumed { get; set; }

    public long Released { get; set; }

    public long At { get; set; }
}

internal sealed class ReservationConfiguration : IEntityTypeConfiguration<ReservationRow>
{
    public void Configure(EntityTypeBuilder<ReservationRow> builder)
    {
        builder.ToTable("reservation", table => table.HasCheckConstraint(
            "ck_reservation_open", "consumed >= 0 AND released >= 0 AND consumed + released <= reserved"));
        builder.HasKey(r => new { r.DocumentId, r.LineId, r.StoreId, r.ItemId, r.LotId });
        builder.HasIndex(r => new { r.StoreId, r.ItemId }).HasFilter("reserved > consumed + released");
    }
}

/// <summary>What a store's book held of an item at the end of a day with moves: a cache that can be rebuilt from the moves.</summary>
internal sealed class BalanceDayRow
{
    public StoreId StoreId { get; set; }

    public ItemId ItemId { get; set; }

    public DateOnly Day { get; set; }

    public long Closing { get; set; }
}

internal sealed class BalanceDayConfiguration : IEntityTypeConfiguration<BalanceDayRow>
{
    public void Configure(EntityTypeBuilder<BalanceDayRow> builder)
    {
        builder.ToTable("balance_day");
        builder.HasKey(d => new { d.StoreId, d.ItemId, d.Day });
    }
}

internal sealed class StockObjects : IDatabaseObjects
{
    private static readonly string[] Tables = ["stock_move", "value_entry"];

    public IEnumerable<string> Sqlite() => Tables.SelectMany(t => DatabaseObjectTexts.AppendOnly(t, DatabaseEngine.Sqlite));

    public IEnumerable<string> PostgreSql() => Tables.SelectMany(t => DatabaseObjectTexts.AppendOnly(t, DatabaseEngine.PostgreSql));
}
