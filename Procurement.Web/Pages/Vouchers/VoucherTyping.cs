using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Application.Vouchers.StartVoucher;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>The form in which matched invoice lines are allocated to a payment, new or edited.</summary>
public abstract class VoucherTyping(IUseCases cases, ITexts texts) : VoucherPage(cases, texts)
{
    private const int FreeDeductions = 2;

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? ImprestIban { get; set; }

    [BindProperty]
    public List<TypedAllocation> Lines { get; set; } = [];

    [BindProperty]
    public List<TypedDeduction> Deductions { get; set; } = [];

    public VoucherStart Start { get; private set; } = null!;

    public IReadOnlyList<(string Value, string Label)> DeductionKinds =>
        [.. new[] { DeductionKind.LatenessPenalty, DeductionKind.Other }.Select(k => (((int)k).ToString(System.Globalization.CultureInfo.InvariantCulture), Texts.Of(k)))];

    /// <summary>The rows somebody filled in, and where each stands in the form; null while something could not be read.</summary>
    protected (VoucherForm Form, IReadOnlyList<int> Lines, IReadOnlyList<int> Deductions)? Sent()
    {
        if (!ModelState.IsValid) return null;
        var sent = Lines.Select((line, place) => (line, place)).Where(l => l.line.Amount is { IsZero: false }).ToList();
        var withheld = Deductions.Select((line, place) => (line, place)).Where(d => d.line.Amount is { IsZero: false }).ToList();
        return (
            new VoucherForm(
                Purpose, ImprestIban, [.. sent.Select(l => new VoucherLineForm(new DocumentId(l.line.Invoice), l.line.InvoiceLine, l.line.Amount!.Value.Amount))],
                [.. withheld.Select(d => new DeductionForm((DeductionKind)(d.line.Kind ?? (int)DeductionKind.Other), d.line.Amount!.Value.Amount, d.line.LegalBasis))]),
            [.. sent.Select(l => l.place)], [.. withheld.Select(d => d.place)]);
    }

    protected async Task<IActionResult?> Show(Guid invoice, CancellationToken ct)
    {
        var start = await Cases.Ask(new StartVoucher(new DocumentId(invoice)), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }

    /// <summary>Room for deductions that follow no rate.</summary>
    protected void MakeRoom()
    {
        while (Deductions.Count < FreeDeductions) Deductions.Add(new TypedDeduction());
    }

    protected IActionResult Refused(IEnumerable<Refusal> refusals, IReadOnlyList<int> lines, IReadOnlyList<int> deductions)
    {
        MakeRoom();
        return Refused(refusals.Select(r => Placed(Placed(r, "Lines", lines), "Deductions", deductions)));
    }
}

/// <summary>What is paid of one invoice line, as typed.</summary>
public sealed class TypedAllocation
{
    public Guid Invoice { get; set; }

    public Guid InvoiceLine { get; set; }

    public Rials? Amount { get; set; }
}

/// <summary>A deduction that follows no rate, as typed.</summary>
public sealed class TypedDeduction
{
    public int? Kind { get; set; }

    public Rials? Amount { get; set; }

    public string? LegalBasis { get; set; }
}
