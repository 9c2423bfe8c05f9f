using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Contracts;
using Procurement.Application.Contracts.DraftContract;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Contracts;

/// <summary>Rewrites the clauses of one's own draft.</summary>
[Authorize]
public sealed class ContractEditModel(IUseCases cases, ITexts texts, ReaderFormat format) : ContractPageForm(cases, texts)
{
    private const decimal BasisPointsPerPercent = 100m;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the form was filled from; another one is not overwritten.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: ContractView contract } view) return NotFound();
        if (!view.Acts.Edit) return Redirect($"/documents/{Id}");

        Take(contract);
        SeenVersion = view.Sheet.ContentVersion;
        (Subject, StartsOn, EndsOn, GuaranteeClause) = (contract.Subject, contract.StartsOn, contract.EndsOn, contract.GuaranteeClause);
        DailyPenaltyPercent = contract.DailyPenaltyBasisPoints / BasisPointsPerPercent;
        Schedule =
        [
            .. contract.Schedule.Select(i => new TypedInstalment
            {
                Line = i.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), Quantity = format.Quantity(i.Quantity), DueOn = format.Date(i.DueOn),
            }),
        ];
        AddBlanks();
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: ContractView contract }) return NotFound();
        Take(contract);
        if (Pressed()) return Page();
        if (Typed() is not { } typed) return Invalid();
        var edited = await Cases.Send(new EditContract(new DocumentId(Id), SeenVersion, typed.Form), ct);
        return edited.Succeeded ? Done($"/documents/{Id}", "contracts.saved") : RefusedHere(edited.Refusals, typed.Places);
    }

    private void Take(ContractView contract) => Award = new AwardedTerms(
        contract.Supplier is { } s ? Texts.Named(s.Name, s.NameEn) : "", contract.AdvanceBasisPoints, contract.HasSchedule, contract.HasGuarantee, contract.EndsOn, contract.Price,
        contract.Tax, contract.Amount, [.. contract.Lines.Select(l => new AwardedTermLine(l.Order, l.Description, l.Quantity, l.UnitName, l.UnitPrice, l.Price))]);
}

internal sealed class ContractFormats : IContentFormats
{
    public string Kind => Domain.Contracts.Contract.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["tax"] = ContentFormat.Rials, ["lines.quantity"] = ContentFormat.Quantity, ["lines.unitPrice"] = ContentFormat.Rials, ["lines.price"] = ContentFormat.Rials,
        ["lines.attributes.min"] = ContentFormat.Quantity, ["lines.attributes.max"] = ContentFormat.Quantity, ["schedule.quantity"] = ContentFormat.Quantity,
    };
}
