using Microsoft.AspNetCore.Razor.TagHelpers;
using Procurement.Domain.Shared;

namespace Procurement.Web.Display;

/// <summary><c>&lt;rials value="…"/&gt;</c>: an amount of money, grouped, in the reader's digits.</summary>
[HtmlTargetElement("rials", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RialsTagHelper(ReaderFormat format) : TagHelper
{
    public Rials? Value { get; set; }

    /// <summary>A balance or difference that may lie below zero; used instead of <see cref="Value"/>.</summary>
    public SignedRials? Signed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Signed ?? Value?.ToSigned()) is not { } amount)
        {
            output.WriteNothingKnown();
            return;
        }

        output.WriteIsolated(format.Rials(amount), "num");
        output.Attributes.SetAttribute("title", format.RialsInWords(amount));
    }
}

/// <summary><c>&lt;quantity value="…" unit="…"/&gt;</c>: how much of an item, with its unit.</summary>
[HtmlTargetElement("quantity", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QuantityTagHelper(ReaderFormat format) : TagHelper
{
    public Quantity? Value { get; set; }

    /// <summary>A movement or difference that may lie below zero; used instead of <see cref="Value"/>.</summary>
    public SignedQuantity? Signed { get; set; }

    /// <summary>The unit's name; left out where the column already names it.</summary>
    public string? Unit { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Signed ?? Value?.ToSigned()) is not { } quantity)
        {
            output.WriteNothingKnown();
            return;
        }

        var number = format.Quantity(quantity);
        output.WriteIsolated(Unit is null ? number : $"{number} {Unit}", "num");
    }
}

/// <summary><c>&lt;number value="…"/&gt;</c>: a plain count.</summary>
[HtmlTargetElement("number", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NumberTagHelper(ReaderFormat format) : TagHelper
{
    public decimal? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is { } number) output.WriteIsolated(format.Number(number), "num");
        else output.WriteNothingKnown();
    }
}

/// <summary><c>&lt;jalali value="…"/&gt;</c>: a business date in the Jalali calendar.</summary>
[HtmlTargetElement("jalali", TagStructure = TagStructure.WithoutEndTag)]
public sealed class JalaliTagHelper(ReaderFormat format) : TagHelper
{
    public DateOnly? Value { get; set; }

    /// <summary>Adds how far the day is, for deadlines.</summary>
    public bool Deadline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } day)
        {
            output.WriteNothingKnown();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", ReaderFormat.Gregorian(day));
        output.Attributes.SetAttribute("title", Deadline ? format.Date(day) : ReaderFormat.Gregorian(day));
        if (Deadline)
        {
            output.Attributes.SetAttribute("class", $"state {format.Urgency(day).Class()}");
            output.Content.SetContent(format.Remaining(day));
        }
        else
        {
            output.Attributes.SetAttribute("class", "num");
            output.Content.SetContent(format.Date(day));
        }
    }
}

/// <summary><c>&lt;instant value="…"/&gt;</c>: a moment in Tehran time; <c>since</c> writes it as the beginning of a wait.</summary>
[HtmlTargetElement("instant", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InstantTagHelper(ReaderFormat format) : TagHelper
{
    public DateTimeOffset? Value { get; set; }

    public bool Since { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } instant)
        {
            output.WriteNothingKnown();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", $"{format.Date(TehranTime.LocalDate(instant))} {format.Clock(instant)}");
        output.Content.SetContent(Since ? format.Since(instant) : format.Moment(instant));
    }
}

/// <summary><c>&lt;code-text value="…"/&gt;</c>: an identifier, account number or address, written left to right in every language and never translated.</summary>
[HtmlTargetElement("code-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CodeTextTagHelper : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Value))
        {
            output.WriteNothingKnown();
            return;
        }

        output.WriteIsolated(Value, "code-text");
        output.Attributes.SetAttribute("dir", "ltr");
        output.Attributes.SetAttribute("translate", "no");
    }
}

/// <summary><c>&lt;doc-number value="…"/&gt;</c>: a document's number in the reader's digits, kept together in any sentence.</summary>
[HtmlTargetElement("doc-number", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DocumentNumberTagHelper(ReaderFormat format) : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Value)) output.WriteNothingKnown();
        else output.WriteIsolated(format.Digits(Value), "doc-number");
    }
}

/// <summary><c>&lt;state-word value="…"/&gt;</c>: a state in words, tinted by its tone.</summary>
[HtmlTargetElement("state-word", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateWordTagHelper : TagHelper
{
    public StateView? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"state {Value.Tone.Class()}");
        output.Content.SetContent(Value.Word);
    }
}

internal static class ValueOutput
{
    /// <summary>A value inside a sentence of the other direction must not drag its neighbours along.</summary>
    public static void WriteIsolated(this TagHelperOutput output, string text, string style)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", style);
        output.Content.SetContent(text);
    }

    public static void WriteNothingKnown(this TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "none-known");
        output.Content.SetContent("—");
    }
}
