using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue.PublishTemplate;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue;

/// <summary>The editor of an item's specification template: one line an attribute; publishing makes the next version.</summary>
[Authorize]
public sealed class TemplateModel(IUseCases cases, ITexts texts) : PageModel
{
    private const string Mandatory = "yes";
    private const string NotMandatory = "no";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version in force when the editor was opened; 0 for none.</summary>
    [BindProperty]
    public int? SeenVersion { get; set; }

    [BindProperty]
    public List<AttributeLine> Attributes { get; set; } = [];

    public ItemCard Card { get; private set; } = null!;

    public LineGridView Grid => new(
        nameof(Attributes),
        texts["catalogue.attributes"],
        [
            new LineColumn(nameof(AttributeLine.Name), texts["catalogue.attribute"]) { Weight = 3 },
            new LineColumn(nameof(AttributeLine.NameEn), texts["catalogue.name-en"]) { IsOptional = true },
            new LineColumn(nameof(AttributeLine.Kind), texts["catalogue.attribute-kind"], LineInput.Choice) { Choices = Words<AttributeKind>() },
            new LineColumn(nameof(AttributeLine.Check), texts["catalogue.attribute-check"], LineInput.Choice) { Choices = Words<AttributeCheck>() },
            new LineColumn(nameof(AttributeLine.Mandatory), texts["catalogue.mandatory"], LineInput.Choice)
            {
                Choices = [(Mandatory, texts["catalogue.yes"]), (NotMandatory, texts["catalogue.no"])],
            },
            new LineColumn(nameof(AttributeLine.Unit), texts["catalogue.attribute-unit"]) { IsOptional = true, Weight = 1 },
            new LineColumn(nameof(AttributeLine.Min), texts["catalogue.least"], LineInput.Number) { IsOptional = true, Weight = 1 },
            new LineColumn(nameof(AttributeLine.Max), texts["catalogue.most"], LineInput.Number) { IsOptional = true, Weight = 1 },
            new LineColumn(nameof(AttributeLine.Choices), texts["catalogue.choice-lines"], LineInput.LongText) { IsOptional = true },
            new LineColumn(nameof(AttributeLine.Standard), texts["catalogue.standard"]) { IsOptional = true },
        ],
        [.. Attributes.Select(Row)]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        SeenVersion = Card.TemplateInForce?.TemplateVersion ?? 0;
        Attributes = [.. (Card.TemplateInForce?.Attributes ?? []).Select(AttributeLine.Of)];
        if (Attributes.Count == 0) Attributes.Add(new AttributeLine());
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        if (LineGridPress.In(Request.Form) is { } press)
        {
            ModelState.Clear();
            press.ApplyTo(Attributes, () => new AttributeLine());
            return Page();
        }

        // What was typed stays beside its line only while the lines keep their places.
        if (Attributes.RemoveAll(a => a.IsBlank) > 0) ModelState.Clear();
        if (!ModelState.IsValid) return Page();

        var known = (Card.TemplateInForce?.Attributes ?? []).ToDictionary(a => a.Id, a => a.Key);
        var published = await cases.Send(new PublishTemplate(
            new ItemId(Id), SeenVersion ?? 0, [.. Attributes.Select(a => a.Definition(a.Id is { } id ? known.GetValueOrDefault(id) : null))]), ct);
        if (!published.Succeeded) return this.Refuse(published.Refusals);

        this.Confirm(new ConfirmationView(texts["catalogue.template-published", (SeenVersion ?? 0) + 1], Next: texts["catalogue.template-published-next"]));
        return RedirectToPage("/Catalogue/Item", new { Id });
    }

    private async Task<IActionResult?> Load(CancellationToken ct)
    {
        var card = await cases.Ask(new ReadItem(new ItemId(Id)), ct);
        if (!card.Succeeded) return this.Refuse(card.Refusals);
        Card = card.Value;
        return null;
    }

    private (string Value, string Label)[] Words<TEnum>() where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(v => (v.ToString(), texts.Of(v)))];

    private static LineRow Row(AttributeLine line) => new(
        [
            line.Name, line.NameEn, line.Kind?.ToString(), line.Check?.ToString(), line.Mandatory, line.Unit, Text(line.Min), Text(line.Max), line.Choices,
            line.Standard,
        ],
        line.Id);

    private static string? Text(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>One attribute as typed.</summary>
    public sealed class AttributeLine
    {
        /// <summary>The attribute of the version in force this line came from; null for a new one.</summary>
        public Guid? Id { get; set; }

        public string? Name { get; set; }

        public string? NameEn { get; set; }

        public AttributeKind? Kind { get; set; }

        public AttributeCheck? Check { get; set; }

        public string? Mandatory { get; set; }

        public string? Unit { get; set; }

        public decimal? Min { get; set; }

        public decimal? Max { get; set; }

        public string? Choices { get; set; }

        public string? Standard { get; set; }

        public bool IsBlank => PersianText.Clean(Name).Length == 0 && PersianText.Clean(NameEn).Length == 0 && Kind is null && Check is null;

        public static AttributeLine Of(TemplateAttribute a)
        {
            ArgumentNullException.ThrowIfNull(a);
            return new AttributeLine
            {
                Id = a.Id,
                Name = a.Name,
                NameEn = a.NameEn,
                Kind = a.Kind,
                Check = a.Check,
                Mandatory = a.IsMandatory ? TemplateModel.Mandatory : NotMandatory,
                Unit = a.Unit,
                Min = a.Min,
                Max = a.Max,
                Choices = a.ChoiceLines,
                Standard = a.Standard,
            };
        }

        public AttributeDefinition Definition(int? key) => new(
            key, Name, NameEn, Kind.GetValueOrDefault(), Check.GetValueOrDefault(), Mandatory != NotMandatory, Unit, Min, Max, Choices, Standard);
    }
}
