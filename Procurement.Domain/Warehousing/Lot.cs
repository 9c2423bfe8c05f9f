using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Warehousing;

/// <summary>Goods of one item made or bought together (سری ساخت), with one expiry date; the first to expire goes out first.</summary>
public sealed class Lot : AggregateRoot<LotId>
{
    public const int MaxCodeLength = 40;

    private Lot()
    {
    }

    public ItemId ItemId { get; private set; }

    /// <summary>As printed on the goods; unique within the item.</summary>
    public string Code { get; private set; } = "";

    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Opens a lot when its first goods arrive.</summary>
    public static Result<Lot> Open(ItemId item, string? code, DateOnly? expiresOn)
    {
        var printed = PersianText.Clean(code);
        if (printed.Length is 0 or > MaxCodeLength) return Refusal.Invalid("warehousing.lot-code-missing", MaxCodeLength).At(nameof(Code));

        return new Lot { Id = LotId.New(), ItemId = item, Code = printed, ExpiresOn = expiresOn };
    }

    /// <summary>The same lot cannot expire on two days.</summary>
    public Result Matches(DateOnly? expiresOn) =>
        expiresOn is null || expiresOn == ExpiresOn ? Result.Ok : Refusal.Rule("warehousing.lot-expiry-differs", Code);
}
