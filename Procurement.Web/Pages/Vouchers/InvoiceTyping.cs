using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Application.Vouchers.StartInvoice;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>The form in which an invoice is typed, new or edited: the deal's lines with what was accepted beside what the paper bills.</summary>
public abstract class InvoiceTyping(IUseCases cases, ITexts texts) : VoucherPage(cases, texts)
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public string? TaxMemoryId { get; set; }

    [BindProperty]
    public Rials? StatedTotal { get; set; }

    [BindProperty]
    public List<TypedBill> Lines { get; set; } = [];

    public InvoiceStart Start { get; private set; } = null!;

    /// <summary>The rows somebody filled in, and where each stands in the form; null while something could not be read.</summary>
    protected (InvoiceForm Form, IReadOnlyList<int> Places)? Sent()
    {
        if (Date is null) Missing(nameof(Date));
        if (StatedTotal is null) Missing(nameof(StatedTotal));
        if (!ModelState.IsValid) return null;
        var sent = Lines.Select((line, place) => (line, place)).Where(l => l.line.Quantity is > 0).ToList();
        return (
            new InvoiceForm(
                Number, Date, TaxMemoryId, StatedTotal!.Value.Amount,
                [.. sent.Select(l => new InvoiceLineForm(l.line.BasisLine, l.line.Quantity!.Value, l.line.UnitPrice?.Amount ?? 0, l.line.Tax?.Amount ?? 0))]),
            [.. sent.Select(l => l.place)]);
    }

    protected async Task<IActionResult?> Show(Guid? deal, CancellationToken ct)
    {
        var start = await Cases.Ask(new StartInvoice(deal is { } id ? new DocumentId(id) : null), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }
}

/// <summary>One billed line, as typed.</summary>
public sealed class TypedBill
{
    public Guid BasisLine { get; set; }

    public decimal? Quantity { get; set; }

    public Rials? UnitPrice { get; set; }

    public Rials? Tax { get; set; }
}
