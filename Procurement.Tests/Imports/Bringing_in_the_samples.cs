using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Imports;

/// <summary>Every file of docs/samples, with exactly the rows it enters and exactly the faults it is refused for.</summary>
public sealed class Bringing_in_the_samples(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Units_hang_where_the_file_says_whatever_its_order(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var done = await app.Import(app.Body.Administrator, "units", "units.csv", dryRun: false);

        Assert.Equal((4, 4), (done.Value.Rows, done.Value.Entered));
        var units = await app.Look(db => db.Set<OrgUnit>().ToDictionaryAsync(u => u.Code));
        Assert.Equal(units["14"].Id, units["1401"].ParentId);
        Assert.Equal(app.Body.Province.Id, units["1205"].ParentId);
        Assert.Equal("مرکز آموزش خواهران", units["1401"].Name);
    }

    [EngineFact]
    public async Task People_of_a_LibreOffice_workbook_hold_their_posts_by_letter(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.WithSettings(samples: false);

        var done = await app.Import(app.Body.Administrator, "people", "people.xlsx", dryRun: false);

        Assert.Equal([], done.Refusals.Select(r => $"{r}"));
        Assert.Equal((4, 6), (done.Value.Rows, done.Value.Entered)); // three people, three posts
        var people = await app.Look(db => db.Set<Person>().Where(p => p.NationalId.StartsWith("20010010")).ToDictionaryAsync(p => p.NationalId));
        Assert.Equal("موسوی\u200cنژاد", people["2001001029"].LastName);
        Assert.True(people["2001001010"].IsTrainedOn(new DateOnly(2026, 11, 1), 0));
        var posts = await app.Look(db => db.Set<Post>().ToListAsync());
        var expert = posts.SelectMany(p => p.Appointments.Select(a => (p, a))).Single(x => x.a.PersonId == people["2001001002"].Id);
        Assert.Equal((Capacity.TechnicalExpert, true, new DateOnly(2026, 4, 21), "۱۲/۴۵۶"), (expert.p.Capacity, expert.p.ServesSubtree, expert.a.From, expert.a.LetterNumber));
    }

    [EngineFact]
    public async Task Suppliers_come_with_their_accounts(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var done = await app.Import(app.Body.HeadOfProcurement, "suppliers", "suppliers.csv", dryRun: false);
        var again = await app.Import(app.Body.HeadOfProcurement, "suppliers", "suppliers.csv", dryRun: true);

        Assert.Equal((4, 4), (done.Value.Rows, done.Value.Entered));
        var suppliers = await app.Look(db => db.Set<Supplier>().OrderBy(s => s.Name).ToListAsync());
        Assert.Contains(suppliers, s => s is { Identifier: "14003456780", Phone: "+98 26 3456 7890" });
        Assert.Equal(2, suppliers.Count(s => s.Accounts.Count == 1));
        Assert.Equal([.. Enumerable.Range(2, 4).Select(row => $"{row} identifier catalogue.supplier-already-registered")], again.Value.Told());
    }

    [EngineFact]
    public async Task Items_come_with_their_templates(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.OpenGroups();

        var done = await app.Import(app.Body.HeadOfProcurement, "items", "items.xlsx", dryRun: false);

        Assert.Equal([], done.Refusals.Select(r => $"{r}"));
        Assert.Equal((5, 3), (done.Value.Rows, done.Value.Entered));
        var items = await app.Look(db => db.Set<Item>().ToDictionaryAsync(i => i.Code));
        Assert.Equal(["وزن پایه", "رنگ", "استاندارد کاغذ"], items["KAG-A4"].TemplateInForce!.Attributes.OrderBy(a => a.Place).Select(a => a.Name));
        Assert.Equal(["سفید", "کرم"], items["KAG-A4"].TemplateInForce!.Attributes.Single(a => a.Place == 2).Choices);
        Assert.Null(items["KOL-1"].TemplateInForce);
        Assert.Equal(ItemKind.Service, items["SRV-9"].Kind);
    }

    [EngineFact]
    public async Task A_first_count_becomes_a_draft_of_its_keeper(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await TestStock.In(app.Services, app.Body.Province);

        var tried = await app.Import(app.Body.Keeper, "opening-stock", "opening-stock.csv", dryRun: true);
        var afterTrial = await app.Look(db => db.Set<OpeningBalance>().CountAsync());
        var done = await app.Import(app.Body.Keeper, "opening-stock", "opening-stock.csv", dryRun: false);

        Assert.Equal((2, 2, 1), (tried.Value.Rows, tried.Value.Entered, tried.Value.Drafts.Count));
        Assert.Equal(0, afterTrial);
        var draft = await app.Look(db => db.Set<OpeningBalance>().SingleAsync());
        Assert.Equal(Assert.Single(done.Value.Drafts), draft.Id.Value);
        Assert.Equal((app.Body.Keeper, DocumentState.Draft), (draft.SignOff.OwnerId, draft.SignOff.State));
        Assert.Equal([(Quantity.Whole(120), 2_450_000L), (Quantity.Whole(40), 850_000L)], draft.Lines.OrderBy(l => l.Order).Select(l => (l.Quantity, l.UnitValue.Amount)));
    }

    [EngineFact]
    public async Task Credit_of_a_file_waits_for_a_second_person(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var done = await app.Import(app.Body.Accountant, "budget-lines", "budget-lines.csv", dryRun: false);
        var again = await app.Import(app.Body.Accountant, "budget-lines", "budget-lines.csv", dryRun: false);

        Assert.Equal((3, 3), (done.Value.Rows, done.Value.Entered));
        var allotments = await app.Look(db => db.Set<Allotment>().OrderBy(a => a.Amount).ToListAsync());
        Assert.Equal([1_200_000_000, 5_000_000_000], allotments.Select(a => a.Amount.Amount));
        Assert.All(allotments, a => Assert.Equal((AllotmentState.Proposed, app.Body.Accountant), (a.State, a.ProposedBy)));
        Assert.Equal(["2 code budget.code-taken", "3 code budget.code-taken", "4 code budget.code-taken"], again.Told());
    }

    [EngineFact]
    public async Task A_hostile_file_is_refused_row_by_row_and_nothing_of_it_is_kept(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.OpenGroups();

        var tried = await app.Import(app.Body.HeadOfProcurement, "items", "items-hostile.csv", dryRun: true);
        var run = await app.Import(app.Body.HeadOfProcurement, "items", "items-hostile.csv", dryRun: false);

        string[] faults =
        [
            "6 code catalogue.item-code-taken", "8 code catalogue.code-invalid", "10 unit catalogue.unit-not-found", "11 class imports.not-a-choice",
            "12 reorderPoint imports.not-a-number", "13 name imports.cell-missing", "14 group imports.group-not-found",
        ];
        Assert.Equal(faults, tried.Value.Told());
        Assert.Equal((10, 7, 3), (tried.Value.Rows, tried.Value.FaultCount, tried.Value.Entered));
        Assert.Equal(["توضیحات"], tried.Value.UnknownColumns);
        Assert.Equal(faults, run.Told());
        Assert.Equal(0, await app.Look(db => db.Set<Item>().CountAsync()));
    }

    [EngineFact]
    public async Task A_formula_counts_as_the_value_last_shown_and_text_like_one_as_text(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.OpenGroups();

        var tried = await app.Import(app.Body.HeadOfProcurement, "items", "items-hostile.xlsx", dryRun: true);

        Assert.Equal(["6 code catalogue.item-code-taken"], tried.Value.Told());
        Assert.Equal((3, 2), (tried.Value.Rows, tried.Value.Entered));
    }

    [EngineFact]
    public async Task A_file_sent_twice_under_one_key_is_brought_in_once_and_leaves_one_leaf(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var before = await Leaves(app);

        var tried = await app.Import(app.Body.HeadOfProcurement, "suppliers", "suppliers.csv", dryRun: true, key: "k1");
        var afterTrial = await Leaves(app);
        var first = await app.Import(app.Body.HeadOfProcurement, "suppliers", "suppliers.csv", dryRun: false, key: "k2");
        var second = await app.Import(app.Body.HeadOfProcurement, "suppliers", "suppliers.csv", dryRun: false, key: "k2");

        Assert.True(tried.Succeeded);
        Assert.Equal(before, afterTrial);
        Assert.Equal((4, 4, first.Value.FileSha256), (first.Value.Entered, second.Value.Entered, second.Value.FileSha256));
        Assert.Equal(4, await app.Look(db => db.Set<Supplier>().CountAsync()));
        Assert.Equal(before + 1, await Leaves(app));
    }

    [EngineFact]
    public async Task Only_whoever_holds_the_capabilitys_permission_brings_its_files_in(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await TestStock.In(app.Services, app.Body.Province);

        var requester = await app.Import(app.Body.Requester, "items", "items.xlsx", dryRun: true);
        var keeper = await app.Import(app.Body.Keeper, "units", "units.csv", dryRun: true);
        var foreign = await app.Import(app.Body.CentreKeeper, "opening-stock", "opening-stock.csv", dryRun: true);

        Assert.Equal(RefusalKind.Forbidden, requester.Refusal.Kind);
        Assert.Equal(RefusalKind.Forbidden, keeper.Refusal.Kind);
        Assert.Equal(["2 store imports.store-not-found", "3 store imports.store-not-found"], foreign.Value.Told());
    }

    private static Task<int> Leaves(TestApp app) => app.Look(db => db.Set<AuditLeafRow>().CountAsync());
}
