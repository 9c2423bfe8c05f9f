using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Display.Forms;

/// <summary>What a field takes.</summary>
public enum FieldKind
{
    Text = 1,
    LongText = 2,
    Number = 3,
    Rials = 4,

    /// <summary>A Jalali date typed as 1405/08/30.</summary>
    Date = 5,

    /// <summary>An identifier or account number: left to right.</summary>
    Code = 6,
    Password = 7,
    Choice = 8,
    File = 9,
    Email = 10,
}

/// <summary>
/// <c>&lt;field for="Title" label="…" hint="…" kind="Text" optional/&gt;</c>: label above, hint and fault under it, then the input with what was typed.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(ITexts texts, ReaderFormat format) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public FieldKind Kind { get; set; } = FieldKind.Text;

    /// <summary>Fields are required unless they say «اختیاری».</summary>
    public bool Optional { get; set; }

    public int? MaxLength { get; set; }

    /// <summary>A few characters wide, such as an hour.</summary>
    public bool Short { get; set; }

    /// <summary>The browser's own fill-in: <c>username</c>, <c>current-password</c>.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The choices of a <see cref="FieldKind.Choice"/>; an empty one is put first.</summary>
    public IEnumerable<SelectListItem> Choices { get; set; } = [];

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var entry = ViewContext.ViewData.ModelState.TryGetValue(Name, out var state) ? state : null;
        var fault = entry?.Errors.FirstOrDefault()?.ErrorMessage;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', Styles(fault is not null)));
        output.Content.AppendHtml(LabelTag());
        if (Hint is not null) output.Content.AppendHtml(Note("field-hint", $"{Id}-hint", Hint));
        if (fault is not null) output.Content.AppendHtml(Note("field-fault", $"{Id}-fault", fault));
        output.Content.AppendHtml(Input(entry?.AttemptedValue ?? Shown(For.Model), fault is not null));
    }

    private IEnumerable<string> Styles(bool wrong)
    {
        yield return "field";
        if (Short || Kind is FieldKind.Number or FieldKind.Rials or FieldKind.Date) yield return "field-short";
        if (wrong) yield return "field-wrong";
    }

    private TagBuilder LabelTag()
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = Id, ["class"] = "form-label" } };
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            var optional = new TagBuilder("span") { Attributes = { ["class"] = "optional" } };
            optional.InnerHtml.Append($" {texts["forms.optional"]}");
            label.InnerHtml.AppendHtml(optional);
        }

        return label;
    }

    private static TagBuilder Note(string style, string id, string text)
    {
        var note = new TagBuilder("span") { Attributes = { ["class"] = style, ["id"] = id } };
        note.InnerHtml.Append(text);
        return note;
    }

    private TagBuilder Input(string? typed, bool wrong)
    {
        var input = Kind switch
        {
            FieldKind.LongText => LongText(typed),
            FieldKind.Choice => Choice(typed),
            _ => OneLine(typed),
        };
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        if (!Optional) input.Attributes["required"] = "required";
        if (MaxLength is { } length) input.Attributes["maxlength"] = length.ToString(CultureInfo.InvariantCulture);
        if (Autocomplete is not null) input.Attributes["autocomplete"] = Autocomplete;
        if (wrong) input.Attributes["aria-invalid"] = "true";

        var described = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", wrong ? $"{Id}-fault" : null }.Where(id => id is not null));
        if (described.Length > 0) input.Attributes["aria-describedby"] = described;
        return input;
    }

    private static TagBuilder LongText(string? typed)
    {
        var area = new TagBuilder("textarea") { Attributes = { ["class"] = "form-control", ["rows"] = "4", ["dir"] = "auto" } };
        // The parser drops one line break after the tag: without ours it would eat the reader's own.
        area.InnerHtml.Append("\n" + typed);
        return area;
    }

    private TagBuilder Choice(string? typed)
    {
        var select = new TagBuilder("select") { Attributes = { ["class"] = "form-select" } };
        var blank = new TagBuilder("option") { Attributes = { ["value"] = "" } };
        select.InnerHtml.AppendHtml(blank);
        foreach (var choice in Choices)
        {
            var option = new TagBuilder("option") { Attributes = { ["value"] = choice.Value } };
            if (choice.Value == typed) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(format.Digits(choice.Text));
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private TagBuilder OneLine(string? typed)
    {
        var input = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["class"] = "form-control", ["type"] = InputType(), ["dir"] = Kind == FieldKind.Text ? "auto" : "ltr" },
        };
        if (Kind is FieldKind.Number or FieldKind.Rials or FieldKind.Date)
        {
            input.Attributes["inputmode"] = Kind == FieldKind.Number ? "decimal" : "numeric";
            input.Attributes["autocomplete"] = "off";
            input.Attributes["data-kind"] = Kind.ToString().ToLowerInvariant();
        }

        if (Kind == FieldKind.Date)
        {
            input.Attributes["placeholder"] = texts["forms.date-example"];
            input.Attributes["data-calendar"] = texts["forms.calendar"];
        }

        // A password is never written back into a page.
        if (typed is not null && Kind is not (FieldKind.Password or FieldKind.File)) input.Attributes["value"] = typed;
        return input;
    }

    private string InputType() => Kind switch
    {
        FieldKind.Password => "password",
        FieldKind.File => "file",
        FieldKind.Email => "email",
        _ => "text",
    };

    private string? Shown(object? value) => value switch
    {
        null => null,
        Rials rials => format.Rials(rials),
        Quantity quantity => format.Quantity(quantity),
        DateOnly day => format.Date(day),
        long or int when Kind == FieldKind.Number => format.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        decimal number => format.Number(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
