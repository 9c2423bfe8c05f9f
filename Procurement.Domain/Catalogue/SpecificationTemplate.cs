using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>How an attribute is answered. Stored numbers: never renumber.</summary>
public enum AttributeKind
{
    /// <summary>A measured number with its unit: exact, at least, at most or between (عدد).</summary>
    Number = 1,

    /// <summary>One of a list (انتخاب از فهرست).</summary>
    Choice = 2,

    /// <summary>Words, judged by a person at delivery (متن).</summary>
    Text = 3,

    /// <summary>Has it or has it not (بلی/خیر).</summary>
    YesNo = 4,

    /// <summary>A named standard the goods must carry (ارجاع به استاندارد).</summary>
    Standard = 5,
}

/// <summary>How the answer is checked when goods arrive. Stored numbers: never renumber.</summary>
public enum AttributeCheck
{
    /// <summary>Looked at (مشاهده).</summary>
    Sight = 1,

    /// <summary>Measured, with the instrument named on the checklist (اندازه‌گیری).</summary>
    Measurement = 2,

    /// <summary>Tried out or tested in a laboratory (آزمایش).</summary>
    Test = 3,

    /// <summary>Read from a certificate or a plate (گواهی یا پلاک).</summary>
    Certificate = 4,
}

/// <summary>
/// One version of what a requester must state about an item (الگوی مشخصات فنی, control 6.2.a): never changed once published, so that quote,
/// order, invoice and receipt all point to the same words.
/// </summary>
public sealed class SpecificationTemplate
{
    public const int MaxAttributes = 60;

    private readonly List<TemplateAttribute> _attributes = [];

    private SpecificationTemplate()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public ItemId ItemId { get; private set; }

    /// <summary>1 for the first, one more for each published after it.</summary>
    public int TemplateVersion { get; private set; }

    public PersonId PublishedBy { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>In the order they are asked.</summary>
    public IReadOnlyList<TemplateAttribute> Attributes => _attributes;

    public TemplateAttribute? Find(int key) => _attributes.Find(a => a.Key == key);

    internal static Result<SpecificationTemplate> Draw(
        ItemId item, IReadOnlyList<SpecificationTemplate> earlier, IReadOnlyList<AttributeDefinition> attributes, PersonId by, DateTimeOffset at)
    {
        if (attributes.Count is 0 or > MaxAttributes) return Refusal.Invalid("catalogue.template-size", MaxAttributes).At("Attributes");

        var before = earlier.MaxBy(t => t.TemplateVersion);
        var template = new SpecificationTemplate
        {
            ItemId = item,
            TemplateVersion = (before?.TemplateVersion ?? 0) + 1,
            PublishedBy = by,
            PublishedAt = at,
        };
        // A key once given stays with its attribute for good: side by side, the same row means the same thing.
        var next = earlier.SelectMany(t => t.Attributes).Select(a => a.Key).DefaultIfEmpty(0).Max() + 1;
        var faults = new List<Refusal>();
        for (var i = 0; i < attributes.Count; i++)
        {
            if (attributes[i].Key is { } kept && before?.Find(kept) is null)
            {
                faults.Add(Refusal.NotFound("catalogue.attribute-not-found", kept).At($"Attributes[{i}]"));
                continue;
            }

            var attribute = TemplateAttribute.Define(attributes[i].Key ?? next++, i + 1, attributes[i]);
            if (attribute.Succeeded) template._attributes.Add(attribute.Value);
            else faults.Add(attribute.Refusal.At($"Attributes[{i}].{attribute.Refusal.Field}"));
        }

        if (faults.Count > 0) return Result<SpecificationTemplate>.RefusedBy(faults);
        var twice = template._attributes.GroupBy(a => PersianText.Fold(a.Name), StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) return Refusal.Rule("catalogue.attribute-named-twice", twice.First().Name).At("Attributes");
        return template._attributes.Exists(a => a.IsMandatory)
            ? template
            : Refusal.Rule("catalogue.template-without-mandatory-attribute").At("Attributes");
    }
}

/// <summary>An attribute as somebody draws it up.</summary>
/// <param name="Key">The key it had in the version before; null for a new one.</param>
/// <param name="Name">What is asked, in Persian.</param>
/// <param name="NameEn">The same in English; may be empty.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Check">How the answer is checked at delivery.</param>
/// <param name="Mandatory">Whether a request without it is refused.</param>
/// <param name="Unit">Unit of a number as printed on the form: g/m², mm.</param>
/// <param name="Min">Least number a requester may ask for.</param>
/// <param name="Max">Greatest number a requester may ask for.</param>
/// <param name="Choices">The list of a choice, one a line.</param>
/// <param name="Standard">The standard expected, offered to the requester: ISIRI 163.</param>
public sealed record AttributeDefinition(
    int? Key, string? Name, string? NameEn, AttributeKind Kind, AttributeCheck Check, bool Mandatory = true, string? Unit = null,
    decimal? Min = null, decimal? Max = null, string? Choices = null, string? Standard = null);
