using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>The national code of a commodity (ایران‌کد): seven digits of class, five of member, four of product.</summary>
/// <remarks>No check digit is published; only the form is checked.</remarks>
public sealed record IranCode
{
    public const int Length = 16;

    private IranCode(string value) => Value = value;

    /// <summary>Sixteen Latin digits.</summary>
    public string Value { get; }

    /// <summary>The seven digits that place the commodity in the national classification.</summary>
    public string ClassCode => Value[..7];

    /// <summary>Reads a code typed in any digits.</summary>
    public static Result<IranCode> Create(string? text)
    {
        var digits = PersianText.Compact(text);
        return digits.Length == Length && PersianText.IsLatinDigits(digits)
            ? new IranCode(digits)
            : Refusal.Invalid("catalogue.iran-code-invalid", text ?? string.Empty);
    }

    /// <summary>A code read back from our own records, checked when it was entered.</summary>
    public static IranCode FromStored(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>The identifier of goods or services for tax invoices (شناسه کالا و خدمت), thirteen digits.</summary>
/// <remarks>Its check digit is not tested: identifiers in use do not all keep to it, and refusing a valid invoice costs more.</remarks>
public sealed record GoodsServiceId
{
    public const int Length = 13;

    private GoodsServiceId(string value) => Value = value;

    /// <summary>Thirteen Latin digits.</summary>
    public string Value { get; }

    /// <summary>Reads an identifier typed in any digits.</summary>
    public static Result<GoodsServiceId> Create(string? text)
    {
        var digits = PersianText.Compact(text);
        return digits.Length == Length && PersianText.IsLatinDigits(digits)
            ? new GoodsServiceId(digits)
            : Refusal.Invalid("catalogue.goods-service-id-invalid", text ?? string.Empty);
    }

    /// <summary>An identifier read back from our own records, checked when it was entered.</summary>
    public static GoodsServiceId FromStored(string value) => new(value);

    public override string ToString() => Value;
}
