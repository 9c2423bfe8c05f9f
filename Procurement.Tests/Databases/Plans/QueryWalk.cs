using Microsoft.EntityFrameworkCore;
using Procurement.Application.Budget;
using Procurement.Application.Budget.ListBudgetLines;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Budget.ReadBudgetLine;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Catalogue.ReadSupplier;
using Procurement.Application.Catalogue.Units;
using Procurement.Application.Contracts.ListContracts;
using Procurement.Application.Identity;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.Inspection.Reports.ListReports;
using Procurement.Application.Inspection.Reports.ReadReportRun;
using Procurement.Application.Inspection.Reports.RunReport;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Application.Issuing.ListVouchers;
using Procurement.Application.Issuing.PickGoods;
using Procurement.Application.Issuing.ProposeIssue;
using Procurement.Application.Issuing.ReadyGoods;
using Procurement.Application.Issuing.StartGatePass;
using Procurement.Application.Organisation.FindPeople;
using Procurement.Application.Organisation.ReadPerson;
using Procurement.Application.Organisation.ReadUnit;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Receiving.AppointExpert;
using Procurement.Application.Receiving.CompleteChecklist;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.Receiving.RegisterArrival;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.Requests.SpecifyLine;
using Procurement.Application.Requests.StartGoodsRequest;
using Procurement.Application.Requests.StartPurchaseRequest;
using Procurement.Application.Settings.ListSettings;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Search;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Application.SignOff.Inbox;
using Procurement.Application.SignOff.ReadContent;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Application.SignOff.StaffingCheck;
using Procurement.Application.SignOff.VerifyDocument;
using Procurement.Application.Sourcing.Findings;
using Procurement.Application.Sourcing.ListNeeds;
using Procurement.Application.Sourcing.ListOrders;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Application.Sourcing.ReadImprest;
using Procurement.Application.Sourcing.ReadSourcingFile;
using Procurement.Application.Sourcing.StartSourcingFile;
using Procurement.Application.Vouchers.ConfirmValue;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.KeepPaymentFile;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Application.Vouchers.ReadMatch;
using Procurement.Application.Vouchers.StartInvoice;
using Procurement.Application.Vouchers.StartVoucher;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Application.Warehousing.Kardex;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Application.Warehousing.OpenStore;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Application.Warehousing.StockOnDay;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Contracts;
using Procurement.Domain.Inspection;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Domain.Warehousing;
using Procurement.Tests.Support;

namespace Procurement.Tests.Databases.Plans;

/// <summary>One question, and what it made the engine do.</summary>
internal sealed record Answered(Type Type, string Question, string? Refusal, IReadOnlyList<(AskedStatement Asked, StatementCost Cost)> Costs);

/// <summary>Puts every question the application knows to a large body, as the people who put it: first pages, later pages, filters, desks, cards.</summary>
internal sealed class QueryWalk
{
    private readonly LargeBody _body;
    private readonly List<Answered> _answered = [];

    private QueryWalk(LargeBody body) => _body = body;

    public static async Task<IReadOnlyList<Answered>> Through(LargeBody body)
    {
        var walk = new QueryWalk(body);
        await walk.Documents();
        await walk.Catalogue();
        await walk.Warehouse();
        await walk.Purchases();
        await walk.Receiving();
        await walk.Issuing();
        await walk.Money();
        await walk.People();
        await walk.Reports();
        return walk._answered;
    }

    private async Task Documents()
    {
        foreach (var who in new[] { "keeper", "controller", "requester", "supervisor" })
        {
            await Ask(who, new Inbox());
            await Ask(who, new Sent());
        }

        await Ask("controller", new Inbox(PaymentVoucher.Kind.Code));
        await Ask("controller", new Inbox(ActingOnly: true));
        await Ask("controller", new Inbox(After: new InboxCursor(TehranTime.UnixMicros(_body.Clock.GetUtcNow()), Guid.CreateVersion7())));
        var middle = await Middle(GoodsRequest.Kind);
        await Ask("requester", new Sent(middle));
        foreach (var who in new[] { "supervisor", "inspector", "requester", "c1-r1" })
        {
            await Ask(who, new BrowseDocuments(GoodsRequest.Kind.Code));
            await Ask(who, new BrowseDocuments(GoodsRequest.Kind.Code, DocumentState.InRoute));
            await Ask(who, new BrowseDocuments(GoodsRequest.Kind.Code, After: middle));
            await Ask(who, new BrowseDocuments(GoodsRequest.Kind.Code, Text: "345"));
            await Ask(who, new BrowseDocuments(GoodsRequest.Kind.Code, Text: "جوشکاری"));
            await Ask(who, new SearchEverything("جوشکاری"));
            await Ask(who, new SearchEverything("345"));
            await Ask(who, new SearchEverything("نیست‌درهیچ‌جا"));
        }

        await Ask("inspector", new ListDocuments([await Newest(GoodsRequest.Kind), await Newest(GoodsReceipt.Kind)]));
        foreach (var kind in await _body.Look(db => db.Set<SignOffSheet>().Select(s => s.Kind).Distinct().ToListAsync()))
        {
            await Ask("inspector", new ReadDocument(await Newest(kind)));
            await Ask("inspector", new ReadContent(await Newest(kind)));
        }

        var receipt = await Numbered(GoodsReceipt.Kind);
        await Ask("inspector", new VerifyDocument(receipt, null));
        await Ask("inspector", new ReadProof(receipt, null));
        await Ask("controller", new LiveGrants());
        await Ask("admin", new StaffingCheck((await _body.Look(db => db.Set<OrgUnit>().SingleAsync(u => u.Code == "1203"))).Id));
        await Ask("controller", new ListSettings());
    }

    private async Task Catalogue()
    {
        var item = await _body.Look(db => db.Set<Item>().OrderByDescending(i => i.Id).FirstAsync(i => i.Code == "W-ELC-32"));
        var after = await _body.Look(db => db.Set<Item>().OrderBy(i => i.SortKey).Skip(LargeBody.Documents / 2).Select(i => new { i.SortKey, i.Id }).FirstAsync());
        var cursor = new NameCursor(after.SortKey, after.Id.Value);
        foreach (var asked in new ListItems[] { new(), new(After: cursor), new(Category: item.CategoryId), new("الکترود"), new("الکترود", After: cursor), new(Kind: ItemKind.Works) })
            await Ask("procurement", asked);
        await Ask("procurement", new ReadItem(item.Id));
        await Ask("requester", new FindItems(["W-ELC-32", "S-GLV-44", "دستکش"]));
        await Ask("procurement", new ListUnits());
        await Ask("procurement", new ReadCategories());
        await Ask("procurement", new ReadCategory(item.CategoryId));

        var supplier = await _body.Look(db => db.Set<Supplier>().OrderByDescending(s => s.Id).FirstAsync());
        var later = await _body.Look(db => db.Set<Supplier>().OrderBy(s => s.SortKey).Skip(LargeBody.Documents / 2).Select(s => new { s.SortKey, s.Id }).FirstAsync());
        foreach (var asked in new ListSuppliers[] { new(), new(After: new NameCursor(later.SortKey, later.Id.Value)), new("البرز"), new(Blocked: true) }) await Ask("procurement", asked);
        await Ask("procurement", new ReadSupplier(supplier.Id));
    }

    private async Task Warehouse()
    {
        var store = await Store();
        var item = await _body.Look(db => db.Set<Item>().OrderByDescending(i => i.Id).FirstAsync(i => i.Code == "W-ELC-32"));
        var today = TehranTime.Today(_body.Clock);
        await Ask("keeper", new ListStores());
        await Ask("keeper", new ListStores("مرکز", WithClosed: true));
        await Ask("keeper", new ReadStore(store.Id));
        foreach (var only in Enum.GetValues<StockFilter>()) await Ask("keeper", new ListStock(store.Id, Only: only));
        await Ask("keeper", new ListStock(store.Id, "الکترود"));
        await Ask("keeper", new ListStock(store.Id, After: new StockCursor(item.SortKey, item.Id.Value)));
        await Ask("keeper", new StockCard(store.Id, item.Id));
        await Ask("keeper", new StockCard(store.Id, item.Id, today.AddDays(-100), new CardCursor(today.AddDays(-100), long.MaxValue, 1_000)));
        await Ask("keeper", new StockOnDay(store.Id, today.AddDays(-30)));
        await Ask("keeper", new CheckStock(store.Id));
        await Ask("accounts", new Kardex(store.UnitId, item.Id));
        await Ask("accounts", new Kardex(store.UnitId, item.Id, new KardexCursor(today.AddDays(-100), long.MaxValue, 1_000, 1_000)));
        await Ask("general", new UnitsForStore());
        await Ask("requester", new StoresToAsk());
    }

    private async Task Purchases()
    {
        var request = await Newest(PurchaseRequest.Kind);
        var middle = await Middle(PurchaseRequest.Kind);
        foreach (var who in new[] { "supervisor", "procurement", "c1-r1" })
        {
            foreach (var asked in new ListPurchaseRequests[] { new(), new(DocumentState.InRoute), new(After: middle), new(UrgentOnly: true), new(Text: "کاغذ"), new(Text: "345") }) await Ask(who, asked);
        }

        await Ask("requester", new StartPurchaseRequest());
        await Ask("requester", new StartPurchaseRequest(await Newest(GoodsRequest.Kind)));
        await Ask("requester", new ReadLine(request, 1));
        await Ask("procurement", new ListNeeds());
        await Ask("procurement", new ListNeeds(new NeedCursor(middle, 1)));
        await Ask("procurement", new StartSourcingFile(request));

        var file = await _body.Look(db => db.Set<SourcingFile>().OrderByDescending(f => f.Id).FirstAsync());
        foreach (var who in new[] { "supervisor", "procurement", "buyer" })
        {
            foreach (var asked in new ListSourcingFiles[]
            {
                new(), new(SourcingFileState.Open), new(SourcingFileState.Abandoned), new(Class: DealClass.Large), new(Buyer: _body.Person("buyer")), new(After: file.Id),
            })
            {
                await Ask(who, asked);
            }

            await Ask(who, new ListOrders());
            await Ask(who, new ListOrders(ByImprest: true));
            await Ask(who, new ListOrders(After: await Middle(SourcingDecision.Kind)));
            await Ask(who, new ListContracts());
            await Ask(who, new ListContracts(await Middle(SourcingDecision.Kind)));
            await Ask(who, new ListFindings());
            await Ask(who, new ListFindings(Open: false));
        }

        await Ask("buyer", new ReadSourcingFile(file.Id));
        await Ask("buyer", new ReadImprest());
        var finding = await _body.Look(db => db.Set<SplittingFinding>().OrderByDescending(f => f.Id).Select(f => (SplittingFindingId?)f.Id).FirstOrDefaultAsync());
        await Ask("procurement", new ReadFinding(finding ?? SplittingFindingId.From(Guid.CreateVersion7())), mayRefuse: finding is null);
    }

    private async Task Receiving()
    {
        var order = await Newest(SourcingDecision.Kind, DocumentState.InEffect);
        var arrival = await Newest(TemporaryReceipt.Kind, DocumentState.InEffect);
        var line = await _body.Look(db => db.Set<TemporaryReceipt>().Where(r => r.Id == arrival).SelectMany(r => r.Lines).FirstAsync());
        foreach (var who in new[] { "keeper", "general", "expert", "manager", "property", "supervisor" }) await Ask(who, new ReceivingDesk());
        await Ask("keeper", new StartArrival(order));
        await Ask("keeper", new StartArrival(null));
        await Ask("keeper", new StartConformance(arrival));
        await Ask("manager", new SubstitutesNeeded());
        await Ask("manager", new StartAppointing(arrival, line.Id), mayRefuse: true);
        await Ask("requester", new StartAcceptance(null));
        await Ask("keeper", new StartEntering(await Newest(ConformanceReport.Kind, DocumentState.InEffect)), mayRefuse: true);
        var checklist = await _body.Look(db => db.Set<ExpertChecklist>().OrderByDescending(c => c.Id).FirstAsync());
        await Ask("expert", new ReadChecklist(checklist.Id));
    }

    private async Task Issuing()
    {
        var store = await Store();
        var voucher = await Newest(IssueVoucher.Kind, DocumentState.InEffect);
        foreach (var who in new[] { "supervisor", "keeper", "requester", "c1-r1" })
        {
            foreach (var only in Enum.GetValues<VoucherFilter>()) await Ask(who, new ListVouchers(only));
            await Ask(who, new ListVouchers(Text: "جوشکاری"));
            await Ask(who, new ListVouchers(After: await Middle(IssueVoucher.Kind), Store: store.Id));
            foreach (var only in Enum.GetValues<PassFilter>()) await Ask(who, new ListGatePasses(only));
            await Ask(who, new ListGatePasses(After: await Middle(GatePass.Kind), Store: store.Id));
            await Ask(who, new IssuingDesk());
            await Ask(who, new CountIssuingWork());
        }

        await Ask("guard", new FindGatePass(await Numbered(GatePass.Kind)));
        await Ask("guard", new FindGatePass("345"));
        await Ask("guard", new IssuingDesk());
        await Ask("keeper", new ListStopped());
        await Ask("keeper", new ProposeIssue(await Newest(GoodsRequest.Kind, DocumentState.InEffect)), mayRefuse: true);
        await Ask("keeper", new ProposePicks(voucher), mayRefuse: true);
        await Ask("keeper", new ReadyGoods(voucher), mayRefuse: true);
        await Ask("keeper", new StartGatePass(PassBasis.IssueVoucher, voucher), mayRefuse: true);
    }

    private async Task Money()
    {
        var line = await _body.Look(db => db.Set<BudgetLine>().OrderByDescending(l => l.Id).FirstAsync(l => l.Year == 1405 && l.Code == "12-1405-2"));
        foreach (var who in new[] { "supervisor", "accounts", "controller" })
        {
            foreach (var asked in new ListBudgetLines[] { new(1405), new(1405, line.UnitId), new(1405, Text: "مصرفی"), new(1405, CreditKind: CreditKind.Current), new(1405, After: new BudgetLineCursor("12-1405-2-300", line.Id.Value)) })
                await Ask(who, asked);
            await Ask(who, new ListAllotments());
            await Ask(who, new ListAllotments(WaitingOnly: false));
            await Ask(who, new ReadBudgetLine(line.Id));
            await Ask(who, new ReadBudgetLine(line.Id, Before: 50_000));
            foreach (var only in Enum.GetValues<PaymentFilter>()) await Ask(who, new ListPayments(only));
            await Ask(who, new ListPayments(Text: "کاغذ"));
            await Ask(who, new ListPayments(After: await Middle(PaymentVoucher.Kind)));
            await Ask(who, new ListInvoices());
            await Ask(who, new ListInvoices(Text: "کاغذ"));
            await Ask(who, new ListInvoices(After: await Middle(SupplierInvoice.Kind)));
            await Ask(who, new PaymentsDesk());
        }

        await Ask("accounts", new UnitsOfBudget());
        await Ask("accounts", new ListProvisional());
        await Ask("accounts", new ListProvisional(Guid.CreateVersion7()));
        var invoice = await Newest(SupplierInvoice.Kind);
        await Ask("accounts", new ReadMatch(invoice));
        await Ask("accounts", new StartVoucher(invoice), mayRefuse: true);
        await Ask("buyer", new StartInvoice(null));
        await Ask("buyer", new StartInvoice(await Newest(SourcingDecision.Kind, DocumentState.InEffect)));
        await Ask("accounts", new ReadPaymentFile(await Newest(PaymentVoucher.Kind)));
        await Ask("accounts", new ReadBatch((await _body.Look(db => db.Set<PaymentBatch>().OrderByDescending(b => b.Id).FirstAsync())).Id));
    }

    private async Task People()
    {
        var person = await _body.Look(db => db.Set<Person>().OrderBy(p => p.SortKey).Skip(2_000).FirstAsync());
        await Ask("admin", new FindPeople(null, null, null));
        await Ask("admin", new FindPeople(null, null, new PeopleCursor(person.SortKey, person.Id.Value)));
        await Ask("admin", new FindPeople("راهبر", person.UnitId, null));
        await Ask("admin", new ReadPerson(person.Id));
        await Ask("admin", new ReadUnit(person.UnitId));
        await Ask("admin", new ListLogins(null, null, null));
        await Ask("admin", new ListLogins(null, person.SortKey, person.Id));
        await Ask("admin", new ListLogins("راهبر", null, null));
        await Ask("admin", new ShowLogin(_body.Person("keeper")));
        await Ask("keeper", new ShowOwnLogin());
        await Ask("keeper", new ListOwnSessions());
        await Ask("keeper", new ListOwnTokens());
    }

    private async Task Reports()
    {
        // One day of many: what a report reads must follow the period it is asked for.
        var day = TehranTime.Today(_body.Clock).AddDays(-200);
        foreach (var report in new[] { "R1", "R4", "R5", "R8", "R10" })
        {
            var id = ReportRunId.New();
            await Ask(typeof(RunReport), $"{report} of one day", "inspector", cases => cases.Send(new RunReport(id, report, new ReportParameters(day, day))), mayRefuse: false);
            await Ask("inspector", new ReadReportRun(id));
        }

        await Ask("inspector", new ListReports());
    }

    private Task Ask<T>(string who, IQuery<Result<T>> query, bool mayRefuse = false) => Ask(query.GetType(), $"{query} as {who}", who, cases => cases.Ask(query), mayRefuse);

    private async Task Ask<T>(Type type, string question, string who, Func<IUseCases, Task<Result<T>>> call, bool mayRefuse)
    {
        var (outcome, asked) = await _body.Listen(who, call);
        var reads = asked.Where(s => s.Reads).ToList();
        _answered.Add(new Answered(type, question, outcome.Succeeded || mayRefuse ? null : outcome.Refusal.ToString(), await _body.Costs(reads)));
    }

    private Task<Store> Store() => _body.Look(db => db.Set<Store>().SingleAsync(s => s.Code == "12"));

    /// <summary>The newest document of a kind: one of the history itself, not of its copies.</summary>
    private Task<DocumentId> Newest(DocumentKind kind, DocumentState? state = null) => _body.Look(db => db.Set<SignOffSheet>().IgnoreAutoIncludes()
        .Where(s => s.Kind == kind && (state == null || s.State == state)).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());

    /// <summary>A document of a kind with many before it and many after it.</summary>
    private Task<DocumentId> Middle(DocumentKind kind) => _body.Look(async db =>
    {
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.Kind == kind).OrderBy(s => s.Id).Select(s => s.Id);
        return await sheets.Skip(await sheets.CountAsync() / 2).FirstAsync();
    });

    private async Task<string> Numbered(DocumentKind kind)
    {
        var id = await Newest(kind, null);
        var sheet = await _body.Look(db => db.Set<SignOffSheet>().IgnoreAutoIncludes().SingleAsync(s => s.Id == id));
        return sheet.HasNumber ? FormattableString.Invariant($"{(kind == GatePass.Kind ? "GP" : "GR")}-{sheet.SeriesCode}-{sheet.NumberYear}-{sheet.NumberSerial:00000}") : "";
    }
}
