using System.Globalization;
using Procurement.Application.Shared.Names;
using Procurement.Application.SignOff.ReadContent;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>Writes canonical fields for people: labels from <c>&lt;kind&gt;.field.&lt;path&gt;</c>, ids by name, numbers by what they count.</summary>
public sealed class ContentTexts(ITexts texts, ReaderFormat format, IEnumerable<IContentFormats> formats)
{
    private static readonly Dictionary<string, ContentFormat> None = [];

    public WhatChangedView? Changes(string kind, DocumentContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Since is not { } since || content.Changes.Count == 0
            ? null
            : new WhatChangedView(since, content.Version, [.. content.Changes.Select(c => new ChangedFact(
                Label(kind, c.Path, c.Rows), Text(kind, c, c.Before, content.Names), Text(kind, c, c.After, content.Names)))]);
    }

    /// <summary>The whole content as labels and values, for a kind without a form of its own.</summary>
    public FactsView Facts(string kind, DocumentContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new FactsView([.. content.Values.Where(v => v.Sort != ContentSort.Nothing && v.Raw.Length > 0)
            .Select(v => new Fact(Label(kind, v.Path, v.Rows), Value(kind, v, content.Names)))]);
    }

    public string Label(string kind, string path, IReadOnlyList<string> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var key = string.Join('.', path.Split('.').Select(Kebab));
        var label = texts.Find($"{kind}.field.{key}") ?? texts.Find($"document.field.{key}") ?? path;
        return rows.Count == 0 ? label : texts["document.field-of-row", Row(rows), label];
    }

    private string? Text(string kind, ContentChange change, IReadOnlyList<ContentValue> values, IReadOnlyDictionary<Guid, NamedThing> names)
    {
        if (values.Count == 0) return null;
        if (values is [var one] && one.Path == change.Path) return Value(kind, one, names);
        return string.Join("؛ ", values.Where(v => v.Raw.Length > 0).Select(v => $"{Label(kind, v.Path, [])}: {Value(kind, v, names)}"));
    }

    private string Value(string kind, ContentValue value, IReadOnlyDictionary<Guid, NamedThing> names)
    {
        if (value.Sort == ContentSort.Flag) return texts[value.Raw == bool.TrueString ? "document.yes" : "document.no"];
        if (value.Sort == ContentSort.Text) return TextOf(value.Raw, names);
        if (!long.TryParse(value.Raw, CultureInfo.InvariantCulture, out var number)) return value.Raw;

        var known = formats.FirstOrDefault(f => f.Kind == kind)?.Formats ?? None;
        return known.GetValueOrDefault(value.Path, ContentFormat.Plain) switch
        {
            ContentFormat.Quantity => format.Quantity(new SignedQuantity(number)),
            ContentFormat.Rials => format.Rials(new SignedRials(number)),
            ContentFormat.Instant => format.Moment(TehranTime.FromUnixMicros(number)),
            ContentFormat.Word => texts.Find($"{kind}.{Kebab(value.Path)}-{number}") ?? format.Number(number),
            _ => format.Number(number),
        };
    }

    private string TextOf(string raw, IReadOnlyDictionary<Guid, NamedThing> names)
    {
        if (Guid.TryParseExact(raw, "N", out var id) && names.TryGetValue(id, out var thing))
            return texts.Language == Language.English && thing.NameEn.Length > 0 ? thing.NameEn : thing.Name;
        return DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? format.Date(day) : raw;
    }

    /// <summary>A row is known by its order; one known only by an id is not numbered for people.</summary>
    private string Row(IReadOnlyList<string> rows) =>
        string.Join('/', rows.Select(r => int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? format.Number(order) : "•"));

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
