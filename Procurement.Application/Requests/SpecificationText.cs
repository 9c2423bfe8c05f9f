using System.Globalization;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests;

/// <summary>
/// A specification as people type or paste it into one cell: «گرماژ: 70-90؛ رنگ: سفید», one attribute a line or parted by «؛» or «;». Read
/// against the item's template, it becomes the structured <see cref="Specification"/>; without an item its rows stand for themselves.
/// </summary>
public static class SpecificationText
{
    private static readonly char[] RowEnds = ['\n', '؛', ';'];
    private static readonly string[] RangeMarks = [" تا ", " to ", "–", "-"];
    private static readonly string[] LeastMarks = [">=", "≥", "حداقل", "at least", "min"];
    private static readonly string[] MostMarks = ["<=", "≤", "حداکثر", "at most", "max"];
    private static readonly string[] BrandNames = ["برند", "brand"];
    private static readonly string[] BrandReasonNames = ["دلیل برند", "brand reason"];

    /// <summary>Reads typed text against a template; null text is an open specification. Names the template does not know are told.</summary>
    public static Result<Specification?> Read(SpecificationTemplate? template, string? text, ActBy by)
    {
        var rows = Rows(text);
        if (rows.Count == 0) return Result<Specification?>.Of(null);
        if (rows.Exists(r => r.Value.Length == 0)) return Refusal.Invalid("purchase-request.specification-row-half", rows.First(r => r.Value.Length == 0).Name);

        var read = template is null ? FreeSpecification.Of(rows, by) : Fill(template, rows);
        return read.Succeeded ? read.Value : read.Plain();
    }

    /// <summary>The text that reads back into the same specification.</summary>
    public static string Of(Specification? specification)
    {
        if (specification is null) return "";
        var rows = specification.Attributes.OrderBy(a => a.Place).Select(a => $"{a.Name}: {ValueOf(a)}").ToList();
        if (specification.Brand.Length > 0) rows.Add($"{BrandNames[0]}: {specification.Brand}");
        if (specification.BrandReason.Length > 0) rows.Add($"{BrandReasonNames[0]}: {specification.BrandReason}");
        return string.Join("؛ ", rows);
    }

    /// <summary>What is asked for of one attribute: <c>80</c>, <c>70-90</c>, <c>&gt;=60</c>, or words.</summary>
    public static string ValueOf(SpecifiedAttribute attribute) => attribute.Kind switch
    {
        AttributeKind.Number => (attribute.Min, attribute.Max) switch
        {
            ({ } min, { } max) when min == max => Number(min),
            ({ } min, { } max) => $"{Number(min)}-{Number(max)}",
            ({ } min, null) => $">={Number(min)}",
            (null, { } max) => $"<={Number(max)}",
            (null, null) => "",
        },
        _ => attribute.Value,
    };

    private static Result<Specification> Fill(SpecificationTemplate template, List<(string Name, string Value)> rows)
    {
        var answers = new List<AttributeAnswer>();
        string? brand = null, brandReason = null;
        foreach (var (name, value) in rows)
        {
            if (Is(name, BrandNames)) brand = value;
            else if (Is(name, BrandReasonNames)) brandReason = value;
            else if (template.Attributes.FirstOrDefault(a => Same(a.Name, name) || Same(a.NameEn, name)) is { } attribute) answers.Add(Answer(attribute, value));
            else return Refusal.Invalid("purchase-request.attribute-unknown", name);
        }

        return Specification.Fill(template, answers, brand, brandReason);
    }

    private static AttributeAnswer Answer(TemplateAttribute attribute, string value)
    {
        if (attribute.Kind != AttributeKind.Number) return new AttributeAnswer(attribute.Key, value);
        if (After(value, LeastMarks) is { } least) return new AttributeAnswer(attribute.Key, Min: least);
        if (After(value, MostMarks) is { } most) return new AttributeAnswer(attribute.Key, Max: most);
        foreach (var mark in RangeMarks)
        {
            var at = value.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at > 0) return new AttributeAnswer(attribute.Key, Min: value[..at].Trim(), Max: value[(at + mark.Length)..].Trim());
        }

        return new AttributeAnswer(attribute.Key, value);
    }

    private static List<(string Name, string Value)> Rows(string? text)
    {
        var rows = new List<(string, string)>();
        foreach (var row in PersianText.CleanLines(text ?? "").Split(RowEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = row.IndexOfAny([':', '：', '=']);
            rows.Add(colon <= 0 ? (row, "") : (row[..colon].Trim(), row[(colon + 1)..].Trim()));
        }

        return rows;
    }

    private static string? After(string value, string[] marks)
    {
        var mark = Array.Find(marks, m => value.StartsWith(m, StringComparison.OrdinalIgnoreCase));
        return mark is null ? null : value[mark.Length..].Trim();
    }

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static bool Is(string name, string[] names) => Array.Exists(names, n => Same(n, name));

    private static bool Same(string one, string other) => one.Length > 0 && string.Equals(PersianText.Fold(one), PersianText.Fold(other), StringComparison.Ordinal);
}
