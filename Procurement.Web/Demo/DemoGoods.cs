using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Catalogue.KeepSupplierFile;
using Procurement.Application.Catalogue.PublishTemplate;
using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;

namespace Procurement.Web.Demo;

/// <summary>Groups, items with their specification templates, and suppliers of the sample body.</summary>
internal sealed class DemoGoods(PersonId by)
{
    private readonly PersonId _by = by;

    private readonly Dictionary<string, ItemId> _items = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ItemId> Items => _items;

    public IReadOnlyList<SupplierId> Suppliers { get; private set; } = [];

    public static async Task<DemoGoods> Enter(DemoStage stage, PersonId by, CancellationToken ct)
    {
        var goods = new DemoGoods(by);
        var workshop = await stage.As(by, new OpenCategory("W", new CategoryForm("ابزار و تجهیز کارگاه", "Workshop equipment", null, true, "تجهیز کارگاه")), ct);
        var safety = await stage.As(by, new OpenCategory("S", new CategoryForm("ایمنی", "Safety", null, false, "لوازم ایمنی")), ct);
        var office = await stage.As(by, new OpenCategory("O", new CategoryForm("لوازم اداری", "Office supplies", null, false, "لوازم اداری")), ct);
        var electronic = await stage.As(by, new OpenCategory("E", new CategoryForm("رایانه و الکترونیک", "Computers", null, true, "رایانه")), ct);

        await goods.Item(stage, "W-250-INV", "اینورتر جوشکاری ۲۵۰ آمپر", "Welding inverter 250 A", workshop, "device", PropertyClass.NonConsumable, ct,
            new AttributeDefinition(null, "جریان خروجی", "Output current", AttributeKind.Number, AttributeCheck.Measurement, true, "آمپر", 240, 260),
            new AttributeDefinition(null, "چرخه کار در ۲۵۰ آمپر", "Duty cycle", AttributeKind.Number, AttributeCheck.Test, true, "٪", 60, 100),
            new AttributeDefinition(null, "ساخت داخل", "Domestic", AttributeKind.YesNo, AttributeCheck.Certificate));
        await goods.Item(stage, "W-ELC-32", "الکترود E6013 قطر ۳٫۲", "Electrode E6013 3.2 mm", workshop, "kg", PropertyClass.Consumable, ct,
            new AttributeDefinition(null, "قطر", "Diameter", AttributeKind.Number, AttributeCheck.Measurement, true, "میلی‌متر", 3.1m, 3.3m));
        await goods.Item(stage, "S-GLV", "دستکش جوشکاری", "Welding gloves", safety, "pair", PropertyClass.Consumable, ct,
            new AttributeDefinition(null, "جنس", "Material", AttributeKind.Choice, AttributeCheck.Sight, true, Choices: "چرم\nنسوز"));
        await goods.Item(stage, "S-MSK", "ماسک جوشکاری", "Welding mask", safety, "each", PropertyClass.QuasiConsumable, ct,
            new AttributeDefinition(null, "درجه تیرگی", "Shade", AttributeKind.Number, AttributeCheck.Certificate, true, null, 9, 13));
        await goods.Item(stage, "O-A4-80", "کاغذ تحریر A4 هشتاد گرم", "Paper A4 80 g", office, "pack", PropertyClass.Consumable, ct,
            new AttributeDefinition(null, "گرماژ", "Weight", AttributeKind.Number, AttributeCheck.Certificate, true, "گرم", 78, 82));
        await goods.Item(stage, "O-PEN", "خودکار آبی", "Blue pen", office, "each", PropertyClass.Consumable, ct,
            new AttributeDefinition(null, "رنگ", "Colour", AttributeKind.Text, AttributeCheck.Sight));
        await goods.Item(stage, "E-LAP", "رایانه همراه آموزشی", "Training laptop", electronic, "device", PropertyClass.NonConsumable, ct,
            new AttributeDefinition(null, "حافظه", "Memory", AttributeKind.Number, AttributeCheck.Test, true, "گیگابایت", 16, 64));

        goods.Suppliers =
        [
            await goods.Supplier(stage, "10380284790", "شرکت ابزار البرز نمونه", "Sample Alborz Tools", "IR062960000000100324200001", ct),
            await goods.Supplier(stage, LegalIds.Next(0), "بازرگانی کاغذ سپید نمونه", "Sample White Paper", "IR820540102680020817909002", ct),
        ];
        return goods;
    }

    private async Task Item(
        DemoStage stage, string code, string name, string nameEn, CategoryId category, string unit, PropertyClass propertyClass, CancellationToken ct,
        params AttributeDefinition[] template)
    {
        var item = await stage.As(_by, new EnterItem(code, ItemKind.Goods, unit, new ItemForm(name, nameEn, category, propertyClass)), ct);
        await stage.As(_by, new PublishTemplate(item, 0, template), ct);
        _items[code] = item;
    }

    private async Task<SupplierId> Supplier(DemoStage stage, string legalId, string name, string nameEn, string iban, CancellationToken ct)
    {
        var supplier = await stage.As(_by, new RegisterSupplier(SupplierKind.LegalPerson, legalId, new SupplierDetails(name, nameEn)), ct);
        await stage.As(_by, new AddSupplierAccount(supplier, iban, "بانک نمونه"), ct);
        await stage.As(_by, new FileSupplierDeclaration(supplier, "ن-۱", stage.Today), ct);
        return supplier;
    }
}
