using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Receiving.JudgeDelivery;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.RecordBankResult;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Files;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Files;
using Procurement.Tests.Receiving;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Sourcing;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Vouchers;

/// <summary>A real small purchase of ten pieces at 900,000 rials and 900,000 rials of tax, delivered and ready to be billed and paid.</summary>
internal sealed class PaymentsOnSite : IAsyncDisposable
{
    public const string SupplierIban = "IR062960000000100324200001";
    public const string OtherIban = "IR820540102680020817909002";
    public const long UnitPrice = 900_000;
    public const long Tax = 900_000;

    private readonly DirectoryInfo _files;

    private PaymentsOnSite(TestApp app, DirectoryInfo files, ReceivingOnSite receiving, BudgetLineId budget)
    {
        _files = files;
        App = app;
        Receiving = receiving;
        Budget = budget;
    }

    public TestApp App { get; }

    public TestBody Body => App.Body;

    public ReceivingOnSite Receiving { get; }

    public BudgetLineId Budget { get; }

    public DealFacts Deal => Receiving.Deal;

    public static async Task<PaymentsOnSite> On(
        TestDatabase database, bool imprest = false, ItemKind kind = ItemKind.Goods, bool samples = true, Action<IServiceCollection>? replace = null, string? iban = SupplierIban)
    {
        var files = Directory.CreateTempSubdirectory("payments-");
        var app = await TestApp.On(database, services =>
        {
            services.AddSingleton<IFileVault>(new FileVault(new FileVaultOptions { Root = files.FullName }, null, NullLogger<FileVault>.Instance));
            replace?.Invoke(services);
        });
        await app.WithSettings(samples: true);
        if (!samples) await app.Tamper("setting_version", $"DELETE FROM setting_version WHERE is_sample = {true} AND key IN ('vat_rate', 'withholding_rules')");
        var (store, bin) = await Stock(app);
        await Supplier(app, iban);
        var code = await app.GoodsItem();
        var item = await app.Look(db => db.Set<Item>().Where(i => i.Code == code).Select(i => i.Id).SingleAsync());
        var budget = await app.Line(50_000_000);
        var request = await app.Approved(budget, kind == ItemKind.Goods
            ? PurchaseDesk.Line(UnitPrice + 100_000) with { ItemCode = code, Specification = "رنگ: سفید؛ گرماژ: >=80" }
            : PurchaseDesk.Line(UnitPrice + 100_000, description: "تعمیر دستگاه", kind: kind));
        var file = await app.ReadyFile(request, UnitPrice * 10);
        var form = await app.Form(file, UnitPrice, Tax);
        var decision = await app.Awarded(file, imprest ? form with { Payment = PaymentWay.Imprest } : form);

        await using var scope = app.Scope();
        var deal = (await scope.ServiceProvider.GetRequiredService<IOrderFacts>().Find(decision, CancellationToken.None))!;
        return new PaymentsOnSite(app, files, ReceivingOnSite.Over(app, files, deal, store, bin, item), budget);
    }

    /// <summary>Counted, judged and shelved; signed by everybody.</summary>
    public async Task<DocumentId> Delivered(decimal pieces = 10, Func<Guid, JudgedLineForm>? verdict = null)
    {
        var judged = await Receiving.Judged(await Receiving.InQuarantine(pieces), verdict ?? (l => ReceivingOnSite.Fits(l, pieces)));
        var entered = await Receiving.Entered(judged);
        await Receiving.SignOn(entered);
        return entered;
    }

    /// <summary>The work measured and accepted, signed by everybody.</summary>
    public async Task<DocumentId> Accepted(decimal part = 10)
    {
        var today = App.InDays(0);
        var id = ReceivingOnSite.Done(await App.As(Body.Requester, new AcceptWork(
            Deal.Id, null, today.AddDays(-1), today, [new MeasuredLineForm(Deal.Lines[0].LineId, part, "بازدید")])));
        await Attach(id, Body.Requester);
        await Receiving.Submit(Body.Requester, id);
        await Receiving.SignOn(id);
        return id;
    }

    public InvoiceForm Bill(decimal pieces = 10, long unitPrice = UnitPrice, long tax = Tax, string number = "۱۴۰۵/۷۷") => new(
        number, App.InDays(0), null, Rials.Price(Quantity.Of(pieces).Value, Rials.FromStored(unitPrice)).Amount + tax,
        [new InvoiceLineForm(Deal.Lines[0].LineId, pieces, unitPrice, tax)]);

    /// <summary>Entered by the buyer with its paper, and sent to accounts.</summary>
    public async Task<DocumentId> Entered(InvoiceForm? form = null)
    {
        var id = ReceivingOnSite.Done(await App.As(Body.Buyer, new EnterInvoice(Deal.Id, form ?? Bill())));
        await Attach(id, Body.Buyer);
        await Receiving.Submit(Body.Buyer, id);
        return id;
    }

    /// <summary>Checked by accounts, and so matched with what was delivered.</summary>
    public async Task<DocumentId> Checked(InvoiceForm? form = null)
    {
        var id = await Entered(form);
        ReceivingOnSite.Ok(await Check(id));
        return id;
    }

    public async Task<Result> Check(DocumentId invoice) =>
        (await App.As(Body.Accountant, new SignDocuments([new(invoice, await Receiving.Version(invoice))], null))).Plain();

    public async Task<VoucherForm> Pay(DocumentId invoice, long? amount = null, string? imprestIban = null)
    {
        var line = (await Receiving.Load<SupplierInvoice>(invoice)).Lines[0];
        return new VoucherForm("بهای کاغذ", imprestIban, [new VoucherLineForm(invoice, line.Id, amount ?? (await Payable(invoice)).Open.Amount)], []);
    }

    public async Task<DocumentId> Drafted(DocumentId invoice, long? amount = null, string? imprestIban = null) =>
        ReceivingOnSite.Done(await App.As(Body.Accountant, new DraftVoucher(await Pay(invoice, amount, imprestIban))));

    public async Task<Result> Submit(DocumentId voucher) =>
        await App.As(Body.Accountant, new SubmitDocument(voucher, await Receiving.Version(voucher), null));

    public async Task<DocumentId> Sent(DocumentId invoice, long? amount = null, string? imprestIban = null)
    {
        var id = await Drafted(invoice, amount, imprestIban);
        ReceivingOnSite.Ok(await Submit(id));
        return id;
    }

    /// <summary>Signs the next step by whoever holds it.</summary>
    public async Task<Result> SignNext(DocumentId id)
    {
        var step = (await Receiving.Sheet(id)).OpenStep!;
        return (await App.As(HolderOf(step), new SignDocuments([new(id, await Receiving.Version(id))], null))).Plain();
    }

    public async Task SignAll(DocumentId id)
    {
        while ((await Receiving.Sheet(id)).OpenStep is not null) ReceivingOnSite.Ok(await SignNext(id));
    }

    /// <summary>Ordered and found in conformity: ready for the bank.</summary>
    public async Task<DocumentId> Approved(DocumentId invoice, long? amount = null, string? imprestIban = null)
    {
        var id = await Sent(invoice, amount, imprestIban);
        await SignAll(id);
        return id;
    }

    public async Task<PaymentBatchId> Exported(params DocumentId[] vouchers) =>
        ReceivingOnSite.Done(await App.As(Body.Accountant, new ExportPayments(vouchers)));

    public async Task<BankRow> PaidRow(DocumentId voucher, string reference = "BR-1", string iban = SupplierIban, long? amount = null)
    {
        var found = await Receiving.Load<PaymentVoucher>(voucher);
        return new BankRow(await Number(voucher), true, reference, App.InDays(0), iban, amount ?? found.Net.Amount, null);
    }

    public async Task<BankOutcome> Answer(PaymentBatchId batch, params BankRow[] rows) =>
        ReceivingOnSite.Done(await App.As(Body.Accountant, new RecordBankResult(batch, rows)));

    /// <summary>The voucher's number as the batch file writes it.</summary>
    public async Task<string> Number(DocumentId voucher)
    {
        var sheet = await Receiving.Sheet(voucher);
        return FormattableString.Invariant($"PV-{sheet.SeriesCode}-{sheet.NumberYear}-{sheet.NumberSerial:00000}");
    }

    public async Task<PayableLine> Payable(DocumentId invoice)
    {
        await using var scope = App.Scope();
        return Assert.Single(await scope.ServiceProvider.GetRequiredService<IPayables>().Of([invoice], CancellationToken.None));
    }

    public Task<InvoiceMatch> Match(DocumentId invoice) => App.Look(db => db.Set<InvoiceMatch>().AsSplitQuery().SingleAsync(m => m.Id == invoice));

    public async Task Attach(DocumentId id, PersonId by)
    {
        using var content = new MemoryStream(CraftedFiles.Pdf());
        var stored = ReceivingOnSite.Done(await App.Services.GetRequiredService<IFileVault>().Store(content, "برگ.pdf", "application/pdf", CancellationToken.None));
        ReceivingOnSite.Ok(await App.As(by, new AttachFiles(id, [AttachedFile.Of(stored, "برگ.pdf")])));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (_files.Exists) _files.Delete(recursive: true);
    }

    private PersonId HolderOf(RouteStep step) => step.PersonId ?? step.Capacity switch
    {
        Capacity.DocumentReviewer => Body.Reviewer,
        Capacity.HeadOfGeneralAffairs => Body.GeneralAffairs,
        Capacity.AuthorisedOfficial => Body.Official,
        Capacity.FinanceController => Body.Controller,
        Capacity.AccountsOfficer => Body.Accountant,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Capacity, "Nobody is seated."),
    };

    private static async Task<(Store Store, PlaceId Bin)> Stock(TestApp app)
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        var store = Store.Open("12", app.Body.Province.Id, "انبار استان", "Province store", hasGuard: true).Value;
        var bin = Place.AddBin(store, "A-1", "").Value;
        db.AddRange(store, bin);
        db.AddRange(store.StandingPlaces());
        await db.SaveChangesAsync();
        return (store, bin.Id);
    }

    private static async Task Supplier(TestApp app, string? iban)
    {
        var id = await app.Supplier();
        if (iban is null) return;
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        ReceivingOnSite.Ok((await db.Tracked<Supplier>().SingleAsync(s => s.Id == id)).AddAccount(iban, "ملی"));
        await db.SaveChangesAsync();
    }
}
