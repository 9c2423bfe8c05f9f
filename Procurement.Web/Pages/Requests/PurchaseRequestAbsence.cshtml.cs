using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests;
using Procurement.Application.Requests.DeclareAbsent;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Takes the keeper's «موجود نیست», which stands inside the document's page; a refused one comes back here with what he typed.</summary>
[Authorize]
public sealed class PurchaseRequestAbsenceModel(IUseCases cases, ITexts texts) : PurchaseRequestPart(cases, texts)
{
    [BindProperty]
    public List<TypedCode> Items { get; set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var declared = await Cases.Send(
            new DeclareAbsent(new DocumentId(Id), SeenVersion, [.. Items.Select(i => new CodedLine(i.LineId, i.Code))], Proof), ct);
        return await After(declared, "purchase-request.declared-absent", ct, Placed);
    }

    /// <summary>The document counts its lines; the form has a field for those without a code only.</summary>
    private Refusal Placed(Refusal refusal)
    {
        if (refusal.Code != "purchase-request.goods-without-item" || refusal.Args is not [int order, ..] || Contribution.Body is not PurchaseRequestView request) return refusal;
        var at = request.Lines.Where(l => l is { Kind: ItemKind.Goods, Item: null }).TakeWhile(l => l.Order != order).Count();
        return refusal.At(FormattableString.Invariant($"Items[{at}].Code"));
    }
}

/// <summary>The catalogue code the keeper gives to a line asked for in free words.</summary>
public sealed class TypedCode
{
    public Guid LineId { get; set; }

    public string? Code { get; set; }
}
