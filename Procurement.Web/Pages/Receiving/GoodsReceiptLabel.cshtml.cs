using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving.LabelGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Takes the property numbers, one a line of text; a refused form comes back here with what was typed.</summary>
[Authorize]
public sealed partial class GoodsReceiptLabelModel(IUseCases cases, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public List<TypedNumbers> Lines { get; set; } = [];

    public ContributionView Contribution { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Show(ct) ?? new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        var labelled = await Cases.Send(
            new LabelGoods(new DocumentId(Id), SeenVersion, [.. Lines.Select(l => new LabelledLineForm(l.LineId, Labels(l.Numbers)))], Proof), ct);
        if (labelled.Succeeded) return Signed(new DocumentId(Id), "goods-receipt.labelled");
        if (await Show(ct) is { } unseen) return unseen;

        // A line's fault stands beside its one field, whichever number it is about.
        var order = ((Application.Receiving.GoodsReceiptView)Contribution.Body).Lines.Where(l => l.NeedsLabels).Select(l => l.Order).ToList();
        return Refused([.. labelled.Refusals.Select(r => LineOf().Match(r.Field ?? "") is { Success: true } found
            && order.IndexOf(int.Parse(found.Groups["line"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + 1) is var at and >= 0
                ? r.At(FormattableString.Invariant($"Lines[{at}].Numbers"))
                : r)]);
    }

    /// <summary>One number a line; a serial may follow it after a comma, a tab or a slash.</summary>
    private static IReadOnlyList<LabelInput> Labels(string? typed) =>
    [
        .. (typed ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)
            .Select(l => l.Split([',', '،', '\t', '/'], 2, StringSplitOptions.TrimEntries)).Select(p => new LabelInput(p[0], p.Length > 1 ? p[1] : null)),
    ];

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { } view) return NotFound();
        if (view.Acts.Contribute is null) return Redirect($"/documents/{Id}");

        Contribution = ContributionView.Of(view);
        Number = Texts.Language == Language.Persian ? view.Sheet.NumberFa : view.Sheet.Number;
        return null;
    }

    [GeneratedRegex(@"^Lines\[(?<line>\d+)\]\.Labels", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineOf();
}

/// <summary>The numbers of one line, as typed.</summary>
public sealed class TypedNumbers
{
    public Guid LineId { get; set; }

    public string? Numbers { get; set; }
}
