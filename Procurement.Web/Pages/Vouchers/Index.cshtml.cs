using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>From delivery to payment: what waits, every payment and invoice the reader may see, and the batches at the bank.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    private const string Target = "#vouchers-list";
    private const string RazorPage = "/Vouchers/Index";

    [BindProperty(SupportsGet = true)]
    public VoucherTab Tab { get; set; } = VoucherTab.Work;

    [BindProperty(SupportsGet = true)]
    public PaymentFilter Only { get; set; } = PaymentFilter.All;

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public PaymentsDeskView? Desk { get; private set; }

    public PaymentPage? Payments { get; private set; }

    public InvoicePage? Invoices { get; private set; }

    public bool MayEnter => visitor.May(VouchersPermissions.EnterInvoice);

    public bool MayPay => visitor.May(VouchersPermissions.Pay);

    public bool MayExport => visitor.May(VouchersPermissions.Export);

    public bool MayConfirm => visitor.May(VouchersPermissions.ConfirmValue);

    public IReadOnlyList<VoucherTab> Tabs => Enum.GetValues<VoucherTab>();

    public FilterChipsView Chips => new(
        texts["inbox.state"], [.. Enum.GetValues<PaymentFilter>().Select(f => new FilterChip(texts.Of(f), null, Address(f, null), f == Only))], Target);

    public PagingView Paging => new(
        After is null ? null : Address(Only, null), (Payments?.Next ?? Invoices?.Next) is { } next ? Address(Only, next.Value) : null,
        Payments?.Rows.Count ?? Invoices?.Rows.Count ?? 0) { Target = Target };

    public EmptyView Empty => Only != PaymentFilter.All || !string.IsNullOrWhiteSpace(Text)
        ? new EmptyView(texts["lists.nothing-found"], texts["lists.nothing-found-guide"])
        : Tab == VoucherTab.Invoices
            ? new EmptyView(texts["lists.empty", texts["supplier-invoice.kind"]], texts["supplier-invoice.empty-guide"])
            : new EmptyView(texts["lists.empty", texts["payment-voucher.kind"]], texts["payment-voucher.empty-guide"]);

    public string TabAddress(VoucherTab tab) => Url.Page(RazorPage, new { Tab = tab })!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!Enum.IsDefined(Tab) || !Enum.IsDefined(Only)) return NotFound();
        var refusals = Tab switch
        {
            VoucherTab.Payments => await ShowPayments(ct),
            VoucherTab.Invoices => await ShowInvoices(ct),
            _ => await ShowDesk(ct),
        };
        return refusals is null ? Page() : this.Refuse(refusals);
    }

    private async Task<IReadOnlyList<Refusal>?> ShowDesk(CancellationToken ct)
    {
        var desk = await cases.Ask(new PaymentsDesk(), ct);
        if (!desk.Succeeded) return desk.Refusals;
        Desk = desk.Value;
        return null;
    }

    private async Task<IReadOnlyList<Refusal>?> ShowPayments(CancellationToken ct)
    {
        var page = await cases.Ask(new ListPayments(Only, Text, Last), ct);
        if (!page.Succeeded) return page.Refusals;
        Payments = page.Value;
        return null;
    }

    private async Task<IReadOnlyList<Refusal>?> ShowInvoices(CancellationToken ct)
    {
        var page = await cases.Ask(new ListInvoices(Text, Last), ct);
        if (!page.Succeeded) return page.Refusals;
        Invoices = page.Value;
        return null;
    }

    private DocumentId? Last => After is { } last ? new DocumentId(last) : null;

    private string Address(PaymentFilter only, Guid? after) => Url.Page(RazorPage, new { Tab, Only = only, Text, After = after })!;
}

/// <summary>What the page shows.</summary>
public enum VoucherTab
{
    Work = 1,
    Payments = 2,
    Invoices = 3,
    Batches = 4,
}
