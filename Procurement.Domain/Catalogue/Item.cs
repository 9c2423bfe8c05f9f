using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>What an item is by its nature. Stored numbers: never renumber.</summary>
public enum ItemKind
{
    /// <summary>Goods, kept in a store (کالا).</summary>
    Goods = 1,

    /// <summary>A service, accepted by minutes (خدمت).</summary>
    Service = 2,

    /// <summary>Works, measured and accepted by minutes (امور پیمانکاری).</summary>
    Works = 3,
}

/// <summary>How state property by-law classes goods (نوع مال). Stored numbers: never renumber.</summary>
public enum PropertyClass
{
    /// <summary>Used up by use (مصرفی).</summary>
    Consumable = 1,

    /// <summary>Lasts, but is treated as used up; followed without a label (در حکم مصرف).</summary>
    QuasiConsumable = 2,

    /// <summary>State property with a label and a named custodian (غیرمصرفی).</summary>
    NonConsumable = 3,
}

/// <summary>
/// Anything the body asks for, buys, keeps or hands over, under one code for every unit of the body (قلم؛ شناسنامه کالا، control 6.4.b).
/// </summary>
/// <remarks>
/// The base unit never changes: every quantity in every record is stated in it. A change of what is tracked raises
/// <see cref="ItemTrackingChanged"/>, which the store may refuse while goods are on hand.
/// </remarks>
public sealed class Item : AggregateRoot<ItemId>
{
    public const int MaxCodeLength = 30;
    public const int MaxNameLength = 250;

    private readonly List<UnitConversion> _conversions = [];
    private readonly List<SpecificationTemplate> _templates = [];

    private Item()
    {
    }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Code, names and national codes in the form searches look in.</summary>
    public string Folded { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public CategoryId CategoryId { get; private set; }

    public ItemKind Kind { get; private set; }

    /// <summary>Only goods have one.</summary>
    public PropertyClass? Class { get; private set; }

    /// <summary>The unit every quantity of the item is stated in.</summary>
    public UnitCode BaseUnit { get; private set; }

    public IranCode? IranCode { get; private set; }

    public GoodsServiceId? GoodsServiceId { get; private set; }

    public bool TracksLot { get; private set; }

    public bool TracksSerial { get; private set; }

    public bool TracksExpiry { get; private set; }

    public ItemTracking Tracking => new(TracksLot, TracksSerial, TracksExpiry);

    /// <summary>Stock below which the store is short; null when nobody set one.</summary>
    public Quantity? MinStock { get; private set; }

    /// <summary>Stock above which buying more needs an explanation.</summary>
    public Quantity? MaxStock { get; private set; }

    /// <summary>Stock at which replenishment is proposed (نقطه سفارش).</summary>
    public Quantity? ReorderPoint { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>Other units the item is bought or handed out in.</summary>
    public IReadOnlyList<UnitConversion> Conversions => _conversions;

    /// <summary>Every version of the specification template, oldest first; a published version never changes (control 6.2.a).</summary>
    public IReadOnlyList<SpecificationTemplate> Templates => _templates;

    /// <summary>The version new requests answer; null while none is published, and then the item cannot be requested.</summary>
    public SpecificationTemplate? TemplateInForce => _templates.MaxBy(t => t.TemplateVersion);

    /// <summary>Enters an item into the catalogue.</summary>
    /// <param name="code">Its code, the same in every unit of the body.</param>
    /// <param name="kind">What it is by nature; never changes.</param>
    /// <param name="baseUnit">The unit its quantities are stated in; never changes.</param>
    /// <param name="details">What may be corrected later.</param>
    /// <param name="category">Its group; must be open.</param>
    public static Result<Item> Enter(string? code, ItemKind kind, UnitOfMeasure baseUnit, ItemDetails details, CategoryNode category)
    {
        var read = CatalogueCode.Read(code, MaxCodeLength);
        if (!read.Succeeded) return read.Refusal.At(nameof(Code));
        if (!baseUnit.IsActive) return Refusal.Rule("catalogue.unit-retired", baseUnit.Name).At(nameof(BaseUnit));

        var item = new Item { Id = ItemId.New(), Code = read.Value, Kind = kind, BaseUnit = baseUnit.Id, IsActive = true };
        var described = item.Apply(details, baseUnit, category, isNew: true);
        return described.Succeeded ? item : described;
    }

    /// <summary>Corrects what may be corrected of an item in use.</summary>
    public Result Correct(ItemDetails details, UnitOfMeasure baseUnit, CategoryNode category)
    {
        if (!IsActive) return Refusal.Rule("catalogue.item-withdrawn", Code);

        return Apply(details, baseUnit, category, isNew: false);
    }

    /// <summary>States how much of the base unit another unit holds: 1 carton = 2500 each is 2500/1; 1 metre = 1/6 branch is 1/6.</summary>
    /// <remarks>Documents keep quantities in the base unit, so correcting a ratio never touches what was done before.</remarks>
    public Result Convert(UnitOfMeasure unit, long numerator, long denominator)
    {
        if (unit.Id == BaseUnit) return Refusal.Rule("catalogue.conversion-of-base-unit", unit.Name).At("Unit");
        if (!unit.IsActive) return Refusal.Rule("catalogue.unit-retired", unit.Name).At("Unit");
        var ratio = UnitConversion.Of(unit.Id, numerator, denominator);
        if (!ratio.Succeeded) return ratio.Plain();

        _conversions.RemoveAll(c => c.Unit == unit.Id);
        _conversions.Add(ratio.Value);
        return Result.Ok;
    }

    /// <summary>Offers the item in that unit no more.</summary>
    public Result DropConversion(UnitCode unit) =>
        _conversions.RemoveAll(c => c.Unit == unit) > 0 ? Result.Ok : Refusal.NotFound("catalogue.conversion-not-found", unit.Value);

    /// <summary>A quantity stated in any unit of the item, in its base unit; refused when it does not come out even.</summary>
    public Result<Quantity> InBaseUnit(Quantity quantity, UnitCode unit)
    {
        if (unit == BaseUnit) return quantity;
        return _conversions.Find(c => c.Unit == unit) is { } conversion
            ? conversion.ToBase(quantity)
            : Refusal.Rule("catalogue.conversion-not-found", unit.Value);
    }

    /// <summary>Publishes the next version of the specification template; requests already drafted keep the version they answered.</summary>
    /// <param name="attributes">The attributes of the new version, in the order they are asked.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="at">When.</param>
    public Result PublishTemplate(IReadOnlyList<AttributeDefinition> attributes, PersonId by, DateTimeOffset at)
    {
        if (!IsActive) return Refusal.Rule("catalogue.item-withdrawn", Code);
        var template = SpecificationTemplate.Draw(Id, _templates, attributes, by, at);
        if (!template.Succeeded) return template.Plain();

        _templates.Add(template.Value);
        return Result.Ok;
    }

    /// <summary>A published version; null when there is none of that number.</summary>
    public SpecificationTemplate? TemplateOf(int version) => _templates.Find(t => t.TemplateVersion == version);

    /// <summary>Takes the item out of use: it stays readable and can still be handed out, but not requested.</summary>
    public Result Withdraw()
    {
        if (!IsActive) return Refusal.Rule("catalogue.item-withdrawn", Code);

        IsActive = false;
        return Result.Ok;
    }

    /// <summary>Takes a withdrawn item into use again.</summary>
    public Result Reinstate()
    {
        if (IsActive) return Refusal.Rule("catalogue.item-not-withdrawn", Code);

        IsActive = true;
        return Result.Ok;
    }

    private Result Apply(ItemDetails details, UnitOfMeasure baseUnit, CategoryNode category, bool isNew)
    {
        var name = PersianText.Clean(details.Name);
        var nameEn = PersianText.Clean(details.NameEn);
        var iranCode = Optional(details.IranCode, Catalogue.IranCode.Create);
        var goodsServiceId = Optional(details.GoodsServiceId, Catalogue.GoodsServiceId.Create);
        if (name.Length is 0 or > MaxNameLength) return Refusal.Invalid("catalogue.name-missing").At(nameof(Name));
        if (nameEn.Length > MaxNameLength) return Refusal.Invalid("catalogue.name-too-long", MaxNameLength).At(nameof(NameEn));
        if (iranCode is { Succeeded: false }) return iranCode.Refusal.At(nameof(IranCode));
        if (goodsServiceId is { Succeeded: false }) return goodsServiceId.Refusal.At(nameof(GoodsServiceId));
        if (!category.IsActive && category.Id != CategoryId) return Refusal.Rule("catalogue.category-closed", category.Name).At(nameof(CategoryId));
        var fits = Result.FirstRefused(ClassFits(details), TrackingFits(details, baseUnit), LevelsFit(details, baseUnit));
        if (!fits.Succeeded) return fits;

        var trackedBefore = Tracking;
        Name = name;
        NameEn = nameEn;
        IranCode = iranCode?.Value;
        GoodsServiceId = goodsServiceId?.Value;
        CategoryId = category.Id;
        Class = details.Class;
        (TracksLot, TracksSerial, TracksExpiry) = details.Tracking;
        (MinStock, MaxStock, ReorderPoint) = (details.MinStock, details.MaxStock, details.ReorderPoint);
        SortKey = PersianText.SortKey(name);
        Folded = PersianText.Fold($"{Code} {name} {nameEn} {IranCode} {GoodsServiceId}");
        if (!isNew && trackedBefore != Tracking) Raise(new ItemTrackingChanged(Id, trackedBefore, Tracking));
        return Result.Ok;
    }

    private Result ClassFits(ItemDetails details) => (Kind, details.Class) switch
    {
        (ItemKind.Goods, null) => Refusal.Invalid("catalogue.property-class-missing").At(nameof(Class)),
        (ItemKind.Service or ItemKind.Works, not null) => Refusal.Rule("catalogue.property-class-is-for-goods").At(nameof(Class)),
        _ => Result.Ok,
    };

    private Result TrackingFits(ItemDetails details, UnitOfMeasure baseUnit)
    {
        if (Kind != ItemKind.Goods && details.Tracking != ItemTracking.None) return Refusal.Rule("catalogue.tracking-is-for-goods").At(nameof(TracksLot));
        if (details.Tracking is { Expiry: true, Lot: false }) return Refusal.Rule("catalogue.expiry-needs-lot").At(nameof(TracksExpiry));
        return details.Tracking.Serial && baseUnit.IsDivisible
            ? Refusal.Rule("catalogue.serial-needs-whole-units", baseUnit.Name).At(nameof(TracksSerial))
            : Result.Ok;
    }

    private Result LevelsFit(ItemDetails details, UnitOfMeasure baseUnit)
    {
        Quantity?[] levels = [details.MinStock, details.ReorderPoint, details.MaxStock];
        if (Kind != ItemKind.Goods && levels.Any(l => l is not null)) return Refusal.Rule("catalogue.stock-level-is-for-goods").At(nameof(MinStock));
        foreach (var level in levels.OfType<Quantity>())
        {
            var whole = baseUnit.Measures(level);
            if (!whole.Succeeded) return whole;
        }

        var given = levels.OfType<Quantity>().ToList();
        return given.Zip(given.Skip(1)).Any(pair => pair.First > pair.Second)
            ? Refusal.Rule("catalogue.stock-levels-out-of-order").At(nameof(ReorderPoint))
            : Result.Ok;
    }

    private static Result<T>? Optional<T>(string? text, Func<string?, Result<T>> read) =>
        PersianText.Clean(text).Length == 0 ? null : read(text);
}

/// <summary>What of an item is followed piece by piece or batch by batch.</summary>
public readonly record struct ItemTracking(bool Lot, bool Serial, bool Expiry)
{
    public static ItemTracking None => default;
}

/// <summary>What people state about an item and may correct later.</summary>
public sealed record ItemDetails(
    string? Name, string? NameEn, PropertyClass? Class, ItemTracking Tracking = default, Quantity? MinStock = null, Quantity? ReorderPoint = null,
    Quantity? MaxStock = null, string? IranCode = null, string? GoodsServiceId = null);

/// <summary>What is tracked of an item changed; whoever keeps stock of it may refuse.</summary>
public sealed record ItemTrackingChanged(ItemId ItemId, ItemTracking Before, ItemTracking Now) : IDomainEvent;
