using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Application.Sourcing.ReadImprest;
using Procurement.Application.Sourcing.ReadSourcingFile;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>The form of a purchase's result, new or edited: from whom, on which invoice, at which prices, delivered when, paid how.</summary>
public abstract class SourcingDecisionForm(IUseCases cases, ITexts texts) : SourcingForm(cases, texts)
{
    /// <summary>How the rules name a field, and how this form does.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Invoice.Kind"] = nameof(InvoiceKind), ["Invoice.Number"] = nameof(InvoiceNumber), ["Invoice.Date"] = nameof(InvoiceDate), ["Invoice.IsItemised"] = nameof(IsItemised),
        ["Invoice.IsSealed"] = nameof(IsSealed), ["Invoice.Total"] = nameof(InvoiceTotal), ["Terms.Advance"] = nameof(AdvancePercent),
    };

    [BindProperty]
    public string? Seller { get; set; }

    [BindProperty]
    public InvoiceKind? InvoiceKind { get; set; }

    [BindProperty]
    public string? InvoiceNumber { get; set; }

    [BindProperty]
    public DateOnly? InvoiceDate { get; set; }

    /// <summary>Value-added tax and duties stated on the invoice, rials.</summary>
    [BindProperty]
    public long? Tax { get; set; }

    [BindProperty]
    public long? InvoiceTotal { get; set; }

    [BindProperty]
    public bool IsItemised { get; set; }

    [BindProperty]
    public bool IsSealed { get; set; }

    [BindProperty]
    public DateOnly? DeliverBy { get; set; }

    [BindProperty]
    public PaymentWay? Payment { get; set; }

    [BindProperty]
    public decimal? AdvancePercent { get; set; }

    [BindProperty]
    public bool HasSchedule { get; set; }

    [BindProperty]
    public bool HasGuarantee { get; set; }

    [BindProperty]
    public string? ChoiceReason { get; set; }

    [BindProperty]
    public List<TypedDecisionLine> Lines { get; set; } = [];

    public SourcingFileView FileView { get; private set; } = null!;

    /// <summary>The buyer's own imprest, for whoever pays out of it.</summary>
    public ImprestView? Book { get; private set; }

    public IEnumerable<SelectListItem> InvoiceKinds => Enum.GetValues<InvoiceKind>().Select(k => new SelectListItem(Texts.Of(k), k.ToString()));

    public IEnumerable<SelectListItem> Payments => Enum.GetValues<PaymentWay>().Select(p => new SelectListItem(Texts.Of(p), p.ToString()));

    /// <summary>What was typed, as the use case takes it; null with the faults marked.</summary>
    protected async Task<DecisionForm?> Typed(CancellationToken ct)
    {
        var (supplier, fitting) = await Supplier(Seller, ct);
        if (supplier is null) ModelState.AddModelError(nameof(Seller), NoSupplier(Seller, fitting));
        if (InvoiceKind is null) Missing(nameof(InvoiceKind));
        if (InvoiceDate is null) Missing(nameof(InvoiceDate));
        if (InvoiceTotal is null) Missing(nameof(InvoiceTotal));
        if (DeliverBy is null) Missing(nameof(DeliverBy));
        if (Payment is null) Missing(nameof(Payment));
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].Quantity is null) Missing(FormattableString.Invariant($"Lines[{i}].Quantity"));
            if (Lines[i].UnitPrice is null) Missing(FormattableString.Invariant($"Lines[{i}].UnitPrice"));
        }

        return ModelState.IsValid
            ? new DecisionForm(
                supplier!.Id, InvoiceKind!.Value, InvoiceNumber, InvoiceDate!.Value, Tax ?? 0, InvoiceTotal!.Value, IsItemised, IsSealed, AdvancePercent ?? 0, HasSchedule, HasGuarantee,
                DeliverBy!.Value, Payment!.Value, ChoiceReason, [.. Lines.Select(l => new DecisionLineForm(l.Line, l.Quantity!.Value, l.UnitPrice!.Value))])
            : null;
    }

    protected IActionResult RefusedHere(IReadOnlyList<Refusal> refusals) =>
        Refused([.. refusals.Select(r => r.Field is { } field && Fields.TryGetValue(field, out var here) ? r.At(here) : r)]);

    protected async Task<IActionResult?> Show(SourcingFileId file, CancellationToken ct)
    {
        var read = await Cases.Ask(new ReadSourcingFile(file), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        FileView = read.Value;
        var book = await Cases.Ask(new ReadImprest(), ct);
        Book = book.Succeeded ? book.Value : null;
        return null;
    }
}

/// <summary>One bought line as typed.</summary>
public sealed class TypedDecisionLine
{
    public Guid Line { get; set; }

    public decimal? Quantity { get; set; }

    public long? UnitPrice { get; set; }
}
