namespace Procurement.Infrastructure.Catalogue;

/// <summary>The units of measure a new system starts with; the body adds its own.</summary>
internal static class UnitsInUse
{
    public static readonly (string Code, string Name, string NameEn, bool Divisible)[] All =
    [
        ("each", "عدد", "Each", false),
        ("set", "دست", "Set", false),
        ("device", "دستگاه", "Device", false),
        ("pair", "جفت", "Pair", false),
        ("pack", "بسته", "Pack", false),
        ("box", "جعبه", "Box", false),
        ("carton", "کارتن", "Carton", false),
        ("sheet", "برگ", "Sheet", false),
        ("ream", "بند", "Ream", false),
        ("volume", "جلد", "Volume", false),
        ("roll", "رول", "Roll", false),
        ("coil", "حلقه", "Coil", false),
        ("branch", "شاخه", "Bar", false),
        ("can", "قوطی", "Can", false),
        ("bottle", "بطری", "Bottle", false),
        ("bag", "کیسه", "Bag", false),
        ("barrel", "بشکه", "Barrel", false),
        ("pallet", "پالت", "Pallet", false),
        ("kg", "کیلوگرم", "Kilogram", true),
        ("g", "گرم", "Gram", true),
        ("t", "تن", "Tonne", true),
        ("m", "متر", "Metre", true),
        ("cm", "سانتی‌متر", "Centimetre", true),
        ("km", "کیلومتر", "Kilometre", true),
        ("m2", "متر مربع", "Square metre", true),
        ("m3", "متر مکعب", "Cubic metre", true),
        ("l", "لیتر", "Litre", true),
        ("ml", "میلی‌لیتر", "Millilitre", true),
        ("hour", "ساعت", "Hour", true),
        ("day", "روز", "Day", true),
        ("month", "ماه", "Month", true),
        ("man-day", "نفر روز", "Man-day", true),
        ("man-month", "نفر ماه", "Man-month", true),
        ("job", "مقطوع", "Lump sum", false),
    ];
}
