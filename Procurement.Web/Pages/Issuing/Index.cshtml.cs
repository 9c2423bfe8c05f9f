using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Application.Issuing.ListVouchers;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The way out of the stores: what waits for the reader, and every voucher and gate pass he may see.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    private const string Target = "#issuing-list";
    private const string RazorPage = "/Issuing/Index";

    [BindProperty(SupportsGet = true)]
    public IssuingTab Tab { get; set; } = IssuingTab.Work;

    /// <summary>The number of a <see cref="VoucherFilter"/> or <see cref="PassFilter"/>, whichever list is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int Only { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public Guid? Store { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IssuingDeskView Desk { get; private set; } = null!;

    public VoucherPage? Vouchers { get; private set; }

    public GatePassPage? Passes { get; private set; }

    public IReadOnlyList<StoppedRow> Stopped { get; private set; } = [];

    public IReadOnlyList<StoreRow> Stores { get; private set; } = [];

    /// <summary>The lists this reader may open; his own work first.</summary>
    public IReadOnlyList<IssuingTab> Tabs =>
    [
        IssuingTab.Work,
        .. visitor.May(IssuingPermissions.Read) ? [IssuingTab.Vouchers, IssuingTab.Passes] : Array.Empty<IssuingTab>(),
        .. visitor.May(IssuingPermissions.SeeStopped) ? [IssuingTab.Stopped] : Array.Empty<IssuingTab>(),
    ];

    public FilterChipsView StateChips => Tab == IssuingTab.Vouchers
        ? Chips(Enum.GetValues<VoucherFilter>().Select(f => (texts.Of(f), (int)f)))
        : Chips(Enum.GetValues<PassFilter>().Select(f => (texts.Of(f), (int)f)));

    public FilterChipsView? StoreChips => Stores.Count < 2
        ? null
        : new FilterChipsView(
            texts["issuing.filter-store"],
            [
                new FilterChip(texts["issuing.all-stores"], null, Address(Only, null, null), Store is null),
                .. Stores.Select(s => new FilterChip(texts.Named(s.Name, s.NameEn), null, Address(Only, s.Id.Value, null), Store == s.Id.Value)),
            ], Target);

    public PagingView Paging => new(
        After is null ? null : Address(Only, Store, null),
        (Vouchers?.Next ?? Passes?.Next) is { } next ? Address(Only, Store, next.Value) : null,
        Vouchers?.Rows.Count ?? Passes?.Rows.Count ?? 0) { Target = Target };

    public EmptyView Empty => Only > 1 || Store is not null || !string.IsNullOrWhiteSpace(Text)
        ? new EmptyView(texts["lists.nothing-found"], texts["lists.nothing-found-guide"])
        : Tab == IssuingTab.Vouchers
            ? new EmptyView(texts["lists.empty", texts["issue-voucher.kind"]], texts["issue-voucher.empty-guide"])
            : new EmptyView(texts["lists.empty", texts["gate-pass.kind"]], texts["gate-pass.empty-guide"]);

    public string TabAddress(IssuingTab tab) => Url.Page(RazorPage, new { Tab = tab })!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!Tabs.Contains(Tab)) return NotFound();
        var refusals = Tab switch
        {
            IssuingTab.Vouchers => await ShowVouchers(ct),
            IssuingTab.Passes => await ShowPasses(ct),
            IssuingTab.Stopped => await ShowStopped(ct),
            _ => await ShowDesk(ct),
        };
        return refusals is null ? Page() : this.Refuse(refusals);
    }

    /// <summary>What is done next with a row of the desk, and where.</summary>
    public static string NextOf(IssuingWork work, DocumentId id) => work switch
    {
        IssuingWork.ToIssue => $"/issuing/vouchers/new?request={id.Value}",
        IssuingWork.ToPick => $"/issuing/vouchers/{id.Value}/pick",
        IssuingWork.Ready => $"/issuing/passes/new?from={id.Value}",
        IssuingWork.ToTakeOver => $"/issuing/vouchers/{id.Value}/take-over",
        IssuingWork.AtTheGate => $"/issuing/gate/{id.Value}",
        IssuingWork.ToConfirm => $"/issuing/passes/{id.Value}/confirm",
        IssuingWork.ToSendBack => PassFor(PassBasis.ReturnToSupplier, id),
        IssuingWork.ToTakeOut => PassFor(PassBasis.TemporaryExit, id),
        IssuingWork.Disputed => $"/issuing/decisions/new?from={id.Value}",
        _ => $"/documents/{id.Value}",
    };

    private static string PassFor(PassBasis basis, DocumentId id) => $"/issuing/passes/new?basis={basis}&from={id.Value}";

    private async Task<IReadOnlyList<Refusal>?> ShowDesk(CancellationToken ct)
    {
        var desk = await cases.Ask(new IssuingDesk(), ct);
        if (!desk.Succeeded) return desk.Refusals;
        Desk = desk.Value;
        return null;
    }

    private async Task<IReadOnlyList<Refusal>?> ShowVouchers(CancellationToken ct)
    {
        var only = Enum.IsDefined((VoucherFilter)Only) ? (VoucherFilter)Only : VoucherFilter.All;
        var page = await cases.Ask(new ListVouchers(only, Text, Last, ChosenStore), ct);
        if (!page.Succeeded) return page.Refusals;
        Vouchers = page.Value;
        return await ShowStores(ct);
    }

    private async Task<IReadOnlyList<Refusal>?> ShowPasses(CancellationToken ct)
    {
        var only = Enum.IsDefined((PassFilter)Only) ? (PassFilter)Only : PassFilter.All;
        var page = await cases.Ask(new ListGatePasses(only, Last, ChosenStore), ct);
        if (!page.Succeeded) return page.Refusals;
        Passes = page.Value;
        return await ShowStores(ct);
    }

    private async Task<IReadOnlyList<Refusal>?> ShowStopped(CancellationToken ct)
    {
        var stopped = await cases.Ask(new ListStopped(), ct);
        if (!stopped.Succeeded) return stopped.Refusals;
        Stopped = stopped.Value;
        return null;
    }

    private async Task<IReadOnlyList<Refusal>?> ShowStores(CancellationToken ct)
    {
        if (!visitor.May(WarehousingPermissions.Read)) return null;

        var stores = await cases.Ask(new ListStores(null, WithClosed: false, null), ct);
        if (!stores.Succeeded) return stores.Refusals;
        Stores = stores.Value.Rows;
        return null;
    }

    private DocumentId? Last => After is { } last ? new DocumentId(last) : null;

    private StoreId? ChosenStore => Store is { } store ? new StoreId(store) : null;

    private FilterChipsView Chips(IEnumerable<(string Word, int Filter)> filters) => new(
        texts["inbox.state"], [.. filters.Select(f => new FilterChip(f.Word, null, Address(f.Filter, Store, null), Only == f.Filter))], Target);

    private string Address(int only, Guid? store, Guid? after) => Url.Page(RazorPage, new { Tab, Only = only, Store = store, Text, After = after })!;
}

/// <summary>What the page shows.</summary>
public enum IssuingTab
{
    Work = 1,
    Vouchers = 2,
    Passes = 3,
    Stopped = 4,
}
