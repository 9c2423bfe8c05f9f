using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Tests.Catalogue;

/// <summary>Legal catalogue objects for tests, made by the same factories the product uses.</summary>
internal static class ACatalogue
{
    public const string CompanyId = "10380284790";
    public const string OwnerId = "0076229645";
    public const string ManagerId = "1583250689";
    public const string FirstIban = "IR062960000000100324200001";
    public const string SecondIban = "IR820540102680020817909002";

    public static readonly DateOnly Day = new(2026, 11, 21);
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);
    public static readonly PersonId Somebody = PersonId.New();

    public static UnitOfMeasure Unit(string code = "each", bool divisible = false) => UnitOfMeasure.Define(code, "عدد", "Each", divisible).Value;

    public static CategoryTree Tree(params Category[] categories) => new(categories.Select(Node));

    public static Category Category(
        string code = "STAT", string name = "نوشت‌افزار", Category? under = null, bool expert = false, string? set = null, CategoryTree? tree = null) =>
        Domain.Catalogue.Category.Open(code, new CategoryDetails(name, "", expert, set), under?.Id, tree ?? (under is null ? Tree() : Tree(under))).Value;

    public static CategoryNode Node(Category c) =>
        new(c.Id, c.Code, c.Name, c.NameEn, c.SortKey, c.ParentId, c.ExpertCheckNeeded, c.ConventionalSet, c.IsActive, c.Placement);

    public static ItemDetails Details(
        string name = "کاغذ A4", PropertyClass? propertyClass = PropertyClass.Consumable, ItemTracking tracking = default,
        Quantity? min = null, Quantity? reorder = null, Quantity? max = null) =>
        new(name, "Paper A4", propertyClass, tracking, min, reorder, max);

    public static Item Item(string code = "PAP-1", ItemDetails? details = null, UnitOfMeasure? unit = null, Category? category = null) =>
        Domain.Catalogue.Item.Enter(code, ItemKind.Goods, unit ?? Unit(), details ?? Details(), Node(category ?? Category())).Value;

    public static AttributeDefinition Weight(int? key = null) =>
        new(key, "گرماژ", "Weight", AttributeKind.Number, AttributeCheck.Measurement, Unit: "g/m²", Min: 60, Max: 300);

    public static AttributeDefinition Colour(int? key = null) =>
        new(key, "رنگ", "Colour", AttributeKind.Choice, AttributeCheck.Sight, Choices: "سفید\nکرم");

    public static AttributeDefinition Finish(int? key = null) =>
        new(key, "کیفیت سطح", "Finish", AttributeKind.Text, AttributeCheck.Sight, Mandatory: false);

    public static AttributeDefinition Recycled(int? key = null) =>
        new(key, "بازیافتی", "Recycled", AttributeKind.YesNo, AttributeCheck.Certificate, Mandatory: false);

    public static AttributeDefinition Norm(int? key = null) =>
        new(key, "استاندارد", "Standard", AttributeKind.Standard, AttributeCheck.Certificate, Mandatory: false, Standard: "ISIRI 163");

    public static Item ItemWithTemplate(params AttributeDefinition[] attributes)
    {
        var item = Item();
        var published = item.PublishTemplate(attributes.Length == 0 ? [Weight(), Colour(), Finish(), Recycled(), Norm()] : attributes, Somebody, Noon);
        return published.Succeeded ? item : throw new InvalidOperationException(published.Refusal.ToString());
    }

    public static SpecificationTemplate Template(params AttributeDefinition[] attributes) => ItemWithTemplate(attributes).TemplateInForce!;

    public static Supplier Company(string legalId = CompanyId, string name = "شرکت پارس کاغذ") =>
        Supplier.RegisterCompany(legalId, new SupplierDetails(name)).Value;
}
