using Procurement.Application.Imports;
using Procurement.Domain.Catalogue;

namespace Procurement.Application.Catalogue.ImportItems;

/// <summary>The columns of a file of items: those of the item's card, then those of one attribute of its specification template.</summary>
internal static class ItemColumns
{
    public static readonly ImportColumn Code = new("code", "کد کالا", "Item code", ColumnValue.Code) { Required = true, Example = "KAG-A4", Also = ["کد", "کد قلم"] };
    public static readonly ImportColumn Name = new("name", "نام کالا", "Item name") { Required = true, Example = "کاغذ A4 هشتاد گرمی", Also = ["نام", "شرح کالا", "شرح"] };
    public static readonly ImportColumn NameEn = new("nameEn", "نام انگلیسی", "English name") { Example = "A4 paper, 80 g" };

    public static readonly ImportColumn Group = new("group", "کد گروه", "Group code", ColumnValue.Code)
    {
        Required = true,
        Example = "STAT",
        Also = ["گروه"],
        Fields = ["CategoryId", "CategoryCode"],
    };

    public static readonly ImportColumn Unit = new("unit", "واحد", "Unit") { Required = true, Example = "عدد", Also = ["واحد سنجش", "واحد شمارش"], Fields = ["BaseUnit"] };

    public static readonly ImportColumn Kind = new("kind", "گونه", "Kind", ColumnValue.Choice)
    {
        Example = "کالا",
        Also = ["نوع"],
        Choices = [new(ItemKind.Goods, "کالا", "Goods"), new(ItemKind.Service, "خدمت", "Service"), new(ItemKind.Works, "امور پیمانکاری", "Works")],
    };

    public static readonly ImportColumn Class = new("class", "طبقه اموال", "Property class", ColumnValue.Choice)
    {
        Example = "مصرفی",
        Also = ["نوع مال"],
        Choices =
        [
            new(PropertyClass.Consumable, "مصرفی", "Consumable"), new(PropertyClass.QuasiConsumable, "در حکم مصرف", "Quasi-consumable"),
            new(PropertyClass.NonConsumable, "غیرمصرفی", "Non-consumable"),
        ],
    };

    public static readonly ImportColumn Lot = new("tracksLot", "ردیابی سری ساخت", "Tracks lot", ColumnValue.YesNo) { Example = "خیر" };
    public static readonly ImportColumn Serial = new("tracksSerial", "ردیابی سریال", "Tracks serial", ColumnValue.YesNo) { Example = "خیر" };
    public static readonly ImportColumn Expiry = new("tracksExpiry", "ردیابی انقضا", "Tracks expiry", ColumnValue.YesNo) { Example = "خیر" };
    public static readonly ImportColumn Min = new("minStock", "کمینه موجودی", "Minimum stock", ColumnValue.Number) { Example = "10" };
    public static readonly ImportColumn Reorder = new("reorderPoint", "نقطه سفارش", "Reorder point", ColumnValue.Number) { Example = "20" };
    public static readonly ImportColumn Max = new("maxStock", "بیشینه موجودی", "Maximum stock", ColumnValue.Number) { Example = "200" };
    public static readonly ImportColumn Iran = new("iranCode", "ایران‌کد", "Iran code", ColumnValue.Code);
    public static readonly ImportColumn Goods = new("goodsServiceId", "شناسه کالا و خدمت", "Goods and service id", ColumnValue.Code);

    public static readonly ImportColumn Attribute = new("attribute", "ویژگی", "Attribute") { Example = "وزن پایه", Also = ["مشخصه", "نام ویژگی"], Fields = ["Attributes"] };
    public static readonly ImportColumn AttributeEn = new("attributeEn", "ویژگی به انگلیسی", "Attribute in English") { Example = "Grammage" };

    public static readonly ImportColumn AttributeKind = new("attributeKind", "گونه پاسخ", "Answer", ColumnValue.Choice)
    {
        Example = "عدد",
        Choices =
        [
            new(Domain.Catalogue.AttributeKind.Number, "عدد", "Number"), new(Domain.Catalogue.AttributeKind.Choice, "انتخاب از فهرست", "Choice"),
            new(Domain.Catalogue.AttributeKind.Choice, "فهرست", "List"), new(Domain.Catalogue.AttributeKind.Text, "متن", "Text"),
            new(Domain.Catalogue.AttributeKind.YesNo, "بله یا خیر", "Yes or no"), new(Domain.Catalogue.AttributeKind.Standard, "استاندارد", "Standard"),
        ],
    };

    public static readonly ImportColumn Check = new("check", "شیوه آزمون", "Check", ColumnValue.Choice)
    {
        Example = "اندازه‌گیری",
        Choices =
        [
            new(AttributeCheck.Sight, "مشاهده", "Sight"), new(AttributeCheck.Measurement, "اندازه‌گیری", "Measurement"),
            new(AttributeCheck.Test, "آزمایش", "Test"), new(AttributeCheck.Certificate, "گواهی یا پلاک", "Certificate"),
        ],
    };

    public static readonly ImportColumn Mandatory = new("mandatory", "لازم", "Mandatory", ColumnValue.YesNo) { Example = "بله" };
    public static readonly ImportColumn AttributeUnit = new("attributeUnit", "واحد ویژگی", "Attribute unit") { Example = "g/m²" };
    public static readonly ImportColumn AttributeMin = new("attributeMin", "کمینه ویژگی", "Attribute minimum", ColumnValue.Number) { Example = "60" };
    public static readonly ImportColumn AttributeMax = new("attributeMax", "بیشینه ویژگی", "Attribute maximum", ColumnValue.Number) { Example = "300" };
    public static readonly ImportColumn Choices = new("choices", "گزینه‌ها", "Choices") { Also = ["فهرست گزینه‌ها"] };
    public static readonly ImportColumn Standard = new("standard", "استاندارد", "Standard");

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        Code, Name, NameEn, Group, Unit, Kind, Class, Lot, Serial, Expiry, Min, Reorder, Max, Iran, Goods,
        Attribute, AttributeEn, AttributeKind, Check, Mandatory, AttributeUnit, AttributeMin, AttributeMax, Choices, Standard,
    ];
}
