using System.Globalization;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Catalogue;

/// <summary>
/// What exactly is asked for (مشخصات فنی): a complete, checked answer to one version of an item's template. It goes unchanged from the
/// request through quote, order and invoice to the conformance of what arrives (controls 6.2.a and 6.1.d).
/// </summary>
/// <remarks>
/// A value: two specifications that ask for the same of the same template version are equal. A change is another specification, filled
/// anew. A brand may be named only with a reason.
/// </remarks>
public sealed class Specification : IEquatable<Specification>
{
    public const int MaxBrandLength = 100;
    public const int MaxReasonLength = 500;

    private readonly List<SpecifiedAttribute> _attributes = [];

    private Specification()
    {
    }

    public ItemId ItemId { get; private set; }

    /// <summary>Which version of the item's template is answered.</summary>
    public int TemplateVersion { get; private set; }

    /// <summary>The brand or model asked for; empty when any that fits will do.</summary>
    public string Brand { get; private set; } = "";

    /// <summary>Why only that brand will do (control 6.2.a); empty without a brand.</summary>
    public string BrandReason { get; private set; } = "";

    /// <summary>In the order of the form; optional attributes left open are not among them.</summary>
    public IReadOnlyList<SpecifiedAttribute> Attributes => _attributes;

    /// <summary>Answers a template. Every mandatory attribute left open and every answer of the wrong kind is named at once.</summary>
    public static Result<Specification> Fill(
        SpecificationTemplate template, IReadOnlyCollection<AttributeAnswer> answers, string? brand = null, string? brandReason = null)
    {
        var specification = new Specification
        {
            ItemId = template.ItemId,
            TemplateVersion = template.TemplateVersion,
            Brand = PersianText.Clean(brand),
            BrandReason = PersianText.Clean(brandReason),
        };
        var faults = new List<Refusal>();
        foreach (var attribute in template.Attributes)
        {
            var answer = answers.FirstOrDefault(a => a.Key == attribute.Key);
            var read = SpecifiedAttribute.Read(attribute, answer ?? new AttributeAnswer(attribute.Key));
            if (!read.Succeeded) faults.Add(read.Refusal.At(FieldOf(attribute.Key)));
            else if (read.Value is { } stated) specification._attributes.Add(stated);
        }

        faults.AddRange(answers.Where(a => template.Find(a.Key) is null)
            .Select(a => Refusal.Invalid("catalogue.specification-stray-answer", a.Key).At(FieldOf(a.Key))));
        faults.AddRange(BrandFaults(specification));
        return faults.Count == 0 ? specification : Result<Specification>.RefusedBy(faults);
    }

    /// <summary>
    /// What a template itself demands where nobody asked for more, as of goods given to the body: every number it bounds (documents 7). Null when
    /// it bounds none.
    /// </summary>
    public static Specification? Bounds(SpecificationTemplate template)
    {
        var bounds = new Specification { ItemId = template.ItemId, TemplateVersion = template.TemplateVersion };
        foreach (var attribute in template.Attributes.Where(a => a.Kind == AttributeKind.Number && (a.Min ?? a.Max) is not null))
        {
            var answer = new AttributeAnswer(attribute.Key, null, attribute.Min?.ToString(CultureInfo.InvariantCulture), attribute.Max?.ToString(CultureInfo.InvariantCulture));
            if (SpecifiedAttribute.Read(attribute, answer) is { Succeeded: true, Value: { } stated }) bounds._attributes.Add(stated);
        }

        return bounds._attributes.Count == 0 ? null : bounds;
    }

    /// <summary>Holds what was measured at delivery against what was asked for, attribute by attribute.</summary>
    public IReadOnlyList<AttributeVerdict> Compare(IReadOnlyCollection<MeasuredValue> measured) =>
        [.. _attributes.Select(a => a.Judge(measured.FirstOrDefault(m => m.Key == a.Key)?.Value))];

    /// <summary>A copy for another document's line: the same words, rows of its own.</summary>
    public Specification Copy()
    {
        var copy = new Specification { ItemId = ItemId, TemplateVersion = TemplateVersion, Brand = Brand, BrandReason = BrandReason };
        copy._attributes.AddRange(_attributes.Select(a => a.Copy()));
        return copy;
    }

    /// <summary>Writes the specification into a document's canonical form.</summary>
    public void WriteCanonical(CanonicalWriter writer) => writer
        .Id("specifiedItem", ItemId)
        .Number("template", TemplateVersion)
        .Text("brand", Brand)
        .Text("brandReason", BrandReason)
        .List("attributes", InOrder(), static (w, a) => w
            .Number("key", a.Key)
            .Number("min", SpecifiedAttribute.Canonical(a.Min))
            .Number("max", SpecifiedAttribute.Canonical(a.Max))
            .Text("value", a.Value));

    public bool Equals(Specification? other) =>
        other is not null
        && (ItemId, TemplateVersion, Brand, BrandReason) == (other.ItemId, other.TemplateVersion, other.Brand, other.BrandReason)
        && InOrder().SequenceEqual(other.InOrder());

    public override bool Equals(object? obj) => Equals(obj as Specification);

    public override int GetHashCode() => HashCode.Combine(ItemId, TemplateVersion, Brand, _attributes.Count);

    private static string FieldOf(int key) => System.FormattableString.Invariant($"Specification[{key}]");

    private static IEnumerable<Refusal> BrandFaults(Specification specification)
    {
        if (specification.Brand.Length > MaxBrandLength) yield return Refusal.Invalid("catalogue.name-too-long", MaxBrandLength).At(nameof(Brand));
        if (specification.BrandReason.Length > MaxReasonLength) yield return Refusal.Invalid("catalogue.name-too-long", MaxReasonLength).At(nameof(BrandReason));
        if (specification is { Brand.Length: > 0, BrandReason.Length: 0 })
            yield return Refusal.Rule("catalogue.brand-without-reason", specification.Brand).At(nameof(BrandReason));
        if (specification is { Brand.Length: 0, BrandReason.Length: > 0 }) yield return Refusal.Invalid("catalogue.brand-missing").At(nameof(Brand));
    }

    private IEnumerable<(int Key, decimal? Min, decimal? Max, string Value)> InOrder() =>
        _attributes.OrderBy(a => a.Key).Select(a => (a.Key, a.Min, a.Max, a.Value));
}

/// <summary>What a requester typed for one attribute.</summary>
/// <param name="Key">The attribute's key.</param>
/// <param name="Value">An exact number, a choice, words, yes or no, a standard.</param>
/// <param name="Min">At least; for a number.</param>
/// <param name="Max">At most; for a number.</param>
public sealed record AttributeAnswer(int Key, string? Value = null, string? Min = null, string? Max = null);

/// <summary>What was found on the goods for one attribute, as written on the checklist.</summary>
public sealed record MeasuredValue(int Key, string? Value);

/// <summary>How what was found stands to what was asked for. Stored numbers: never renumber.</summary>
public enum AttributeOutcome
{
    /// <summary>As asked for (منطبق).</summary>
    Conforms = 1,

    /// <summary>Not as asked for (مغایر).</summary>
    Differs = 2,

    /// <summary>Nothing was found out yet (بررسی‌نشده).</summary>
    NotMeasured = 3,

    /// <summary>Words differ; a person must say whether they mean the same (نیازمند نظر).</summary>
    NeedsJudgement = 4,
}

/// <summary>The verdict on one attribute, with what was asked and what was found.</summary>
public sealed record AttributeVerdict(SpecifiedAttribute Asked, string Found, AttributeOutcome Outcome);
