using System.Text.Json.Serialization;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Catalogue.ReadSupplier;
using Procurement.Domain.Catalogue;
using Procurement.Web.Pages.Catalogue;

namespace Procurement.Web.Api;

/// <summary>A page of a list; <c>next</c> is given back as <c>after</c> to read on.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);

public sealed record ItemListed(
    Guid Id, string Code, string Name, string NameEn, Guid CategoryId, [property: JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))] ItemKind Kind,
    [property: JsonConverter(typeof(JsonStringEnumConverter<PropertyClass>))] PropertyClass? Class, string Unit, bool IsActive, bool HasTemplate)
{
    public static ItemListed Of(ItemRow r) => new(
        r.Id.Value, r.Code, r.Name, r.NameEn, r.CategoryId.Value, r.Kind, r.Class, r.Unit, r.IsActive, r.HasTemplate);
}

public sealed record ItemResource(
    Guid Id, string Code, string Name, string NameEn, Guid CategoryId, bool NeedsExpertCheck,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))] ItemKind Kind,
    [property: JsonConverter(typeof(JsonStringEnumConverter<PropertyClass>))] PropertyClass? Class, string BaseUnit,
    IReadOnlyList<ConversionResource> Conversions, bool TracksLot, bool TracksSerial, bool TracksExpiry, decimal? MinStock, decimal? ReorderPoint,
    decimal? MaxStock, string IranCode, string GoodsServiceId, bool IsActive, TemplateResource? Template)
{
    public static ItemResource Of(ItemCard c) => new(
        c.Id.Value, c.Code, c.Name, c.NameEn, c.CategoryId.Value, c.NeedsExpertCheck, c.Kind, c.Class, c.BaseUnit.Code,
        [.. c.Conversions.Select(x => new ConversionResource(x.Unit.Code, x.Numerator, x.Denominator))], c.Tracking.Lot, c.Tracking.Serial, c.Tracking.Expiry,
        c.MinStock?.Units, c.ReorderPoint?.Units, c.MaxStock?.Units, c.IranCode, c.GoodsServiceId, c.IsActive,
        c.TemplateInForce is { } t ? TemplateResource.Of(t) : null);
}

public sealed record ConversionResource(string Unit, long Numerator, long Denominator);

public sealed record TemplateResource(int Version, DateTimeOffset PublishedAt, IReadOnlyList<AttributeResource> Attributes)
{
    public static TemplateResource Of(TemplateCard t) => new(t.TemplateVersion, t.PublishedAt, [.. t.Attributes.Select(AttributeResource.Of)]);
}

public sealed record AttributeResource(
    int? Key, string? Name, string? NameEn, [property: JsonConverter(typeof(JsonStringEnumConverter<AttributeKind>))] AttributeKind Kind,
    [property: JsonConverter(typeof(JsonStringEnumConverter<AttributeCheck>))] AttributeCheck Check, bool Mandatory = true, string? Unit = null,
    decimal? Min = null, decimal? Max = null, IReadOnlyList<string>? Choices = null, string? Standard = null)
{
    public AttributeDefinition Definition => new(
        Key, Name, NameEn, Kind, Check, Mandatory, Unit, Min, Max, Choices is null ? null : string.Join('\n', Choices), Standard);

    public static AttributeResource Of(TemplateAttribute a) => new(
        a.Key, a.Name, a.NameEn, a.Kind, a.Check, a.IsMandatory, a.Unit, a.Min, a.Max, a.Choices, a.Standard);
}

/// <summary>What may be corrected of an item.</summary>
public record ItemBody(
    string? Name, string? NameEn, Guid CategoryId, [property: JsonConverter(typeof(JsonStringEnumConverter<PropertyClass>))] PropertyClass? Class,
    bool TracksLot = false, bool TracksSerial = false, bool TracksExpiry = false, decimal? MinStock = null, decimal? ReorderPoint = null,
    decimal? MaxStock = null, string? IranCode = null, string? GoodsServiceId = null)
{
    internal Application.Catalogue.ItemForm ToForm() => new(
        Name, NameEn, new CategoryId(CategoryId), Class, TracksLot, TracksSerial, TracksExpiry, MinStock, ReorderPoint, MaxStock, IranCode, GoodsServiceId);
}

/// <summary>A new item: what may be corrected later, and what may not.</summary>
public sealed record NewItemBody(
    string? Code, [property: JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))] ItemKind Kind, string? BaseUnit, ItemBody Item);

public sealed record TemplateBody(int SeenVersion, IReadOnlyList<AttributeResource> Attributes);

public sealed record CategoryResource(
    Guid Id, string Code, string Name, string NameEn, Guid? ParentId, bool ExpertCheckNeeded, string? ConventionalSet, bool IsActive)
{
    public static CategoryResource Of(CategoryNode n) => new(
        n.Id.Value, n.Code, n.Name, n.NameEn, n.ParentId?.Value, n.ExpertCheckNeeded, n.ConventionalSet, n.IsActive);
}

public sealed record CategoryBody(string? Code, string? Name, string? NameEn, Guid? ParentId = null, bool ExpertCheckNeeded = false, string? ConventionalSet = null)
{
    internal CategoryForm ToForm() => new(Name, NameEn, ParentId is { } parent ? new CategoryId(parent) : null, ExpertCheckNeeded, ConventionalSet);
}

public sealed record SupplierListed(
    Guid Id, [property: JsonConverter(typeof(JsonStringEnumConverter<SupplierKind>))] SupplierKind Kind, string Identifier, string Name, string NameEn,
    string Phone, bool IsActive, bool IsBlocked, DateOnly? CertificateEnds)
{
    public static SupplierListed Of(SupplierRow r) => new(r.Id.Value, r.Kind, r.Identifier, r.Name, r.NameEn, r.Phone, r.IsActive, r.IsBlocked, r.CertificateEnds);
}

/// <summary>A supplier as programs read it; people behind it and their national ids stay on the page.</summary>
public sealed record SupplierResource(
    Guid Id, [property: JsonConverter(typeof(JsonStringEnumConverter<SupplierKind>))] SupplierKind Kind, string Identifier, string Name, string NameEn,
    string EconomicCode, string Address, string Phone, DateOnly? VerifiedOn, bool IsActive, IReadOnlyList<AccountResource> Accounts,
    IReadOnlyList<BlockResource> Blocks, IReadOnlyList<CertificateResource> Certificates, bool HasDeclaration)
{
    public static SupplierResource Of(SupplierCard c) => new(
        c.Id.Value, c.Kind, c.Identifier, c.Name, c.NameEn, c.EconomicCode, c.Address, c.Phone, c.VerifiedOn, c.IsActive,
        [.. c.Accounts.Select(a => new AccountResource(a.Id, a.Iban.Value, a.Bank, a.IsDefault))],
        [.. c.Blocks.Select(b => new BlockResource(b.Id, b.Source, b.LetterNumber, b.LetterDate, b.Reason, b.From, b.To))],
        [.. c.Certificates.Select(x => new CertificateResource(x.Id, x.Kind, x.Field, x.Grade, x.Issuer, x.Number, x.ValidFrom, x.ValidTo))],
        c.Declarations.Count > 0);
}

public sealed record AccountResource(Guid? Id, string? Iban, string? Bank, bool IsDefault = false);

public sealed record BlockResource(Guid? Id, string? Source, string? LetterNumber, DateOnly LetterDate, string? Reason, DateOnly From, DateOnly? To = null);

public sealed record CertificateResource(
    Guid? Id, [property: JsonConverter(typeof(JsonStringEnumConverter<CertificateKind>))] CertificateKind Kind, string? Field, int? Grade, string? Issuer,
    string? Number, DateOnly ValidFrom, DateOnly ValidTo);

public sealed record SupplierBody(string? Name, string? NameEn = null, string? EconomicCode = null, string? Address = null, string? Phone = null)
{
    internal SupplierDetails ToDetails() => new(Name, NameEn, EconomicCode, Address, Phone);
}

public sealed record NewSupplierBody(
    [property: JsonConverter(typeof(JsonStringEnumConverter<SupplierKind>))] SupplierKind Kind, string? Identifier, SupplierBody Supplier);

/// <summary>Pages as the interface shows them.</summary>
internal static class CataloguePages
{
    public static Page<ItemListed> Of(ItemPage page) => new([.. page.Rows.Select(ItemListed.Of)], CatalogueWords.Address(page.Next));

    public static Page<SupplierListed> Of(SupplierPage page) => new([.. page.Rows.Select(SupplierListed.Of)], CatalogueWords.Address(page.Next));
}
