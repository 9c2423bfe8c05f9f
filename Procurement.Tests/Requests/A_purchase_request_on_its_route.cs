using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Requests.DeclareAbsent;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.SignOff.CancelDocument;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Jobs;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Requests;

public sealed class A_purchase_request_on_its_route(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goes_from_the_need_to_the_certified_credit_and_takes_effect_with_the_inspector(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var budget = await app.Line(50_000_000);

        var id = await app.Approved(budget, PurchaseDesk.Line(), PurchaseDesk.Line(2_000_000, 5, "تونر"));

        var request = await app.Request(id);
        Assert.Equal(DocumentState.InEffect, request.SignOff.State);
        Assert.Equal(
            [Capacity.Requester, Capacity.UnitManager, Capacity.Keeper, Capacity.HeadOfProcurement, Capacity.AuthorisedOfficial, Capacity.FinanceController, Capacity.Inspector],
            request.SignOff.CurrentSteps.Select(s => s.Capacity));
        Assert.Equal(20_000_000, request.Estimate.Amount);
        var credit = await app.Credit(budget);
        Assert.Equal((30_000_000, 20_000_000), (credit.Free.Amount, credit.Reserved.Amount));
    }

    [EngineFact]
    public async Task Control_6_2_a_no_line_leaves_its_requester_without_a_specification(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await app.Drafted(PurchaseDesk.Line(), PurchaseDesk.Line(specification: " "));

        var submitted = await app.As(app.Body.Requester, new SubmitDocument(id, await app.Version(id), null));

        Assert.Equal("purchase-request.line-without-specification(2)", submitted.Refusal.ToString());
        Assert.Equal("Lines[1].Specification", submitted.Refusal.Field);
    }

    [EngineFact]
    public async Task Goods_are_asked_for_into_an_open_store_of_the_unit_or_above_it(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var head = await app.Head();

        var nowhere = await app.As(app.Body.Requester, new DraftPurchaseRequest(head with { Store = StoreId.New() }, [PurchaseDesk.Line()]));
        var open = await app.As(app.Body.Requester, new DraftPurchaseRequest(head with { Store = null }, [PurchaseDesk.Line()]));
        var submitted = await app.As(app.Body.Requester, new SubmitDocument(open.Value, await app.Version(open.Value), null));

        Assert.Equal("purchase-request.store-not-found", nowhere.Refusal.Code);
        Assert.Equal("purchase-request.store-missing", submitted.Refusal.Code);
    }

    [EngineFact]
    public async Task A_service_skips_the_keeper(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var id = await app.Submitted(PurchaseDesk.Line(description: "سرویس آسانسور", kind: ItemKind.Service));

        Assert.DoesNotContain((await app.Sheet(id)).CurrentSteps, s => s.Capacity == Capacity.Keeper);
    }

    [EngineFact]
    public async Task The_keeper_signs_only_by_declaring_the_goods_absent(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await app.Submitted();
        await app.SignAs(app.Body.Manager, id);

        var plain = await app.As(app.Body.Keeper, new SignDocuments([new(id, await app.Version(id))], null));
        var another = await app.As(app.Body.Buyer, await app.Absent(id));

        Assert.Equal("signoff.contribution-missing", plain.Refusal.Code);
        Assert.Equal("signoff.not-your-turn", another.Refusal.Code);
        PurchaseDesk.Done(await app.As(app.Body.Keeper, await app.Absent(id)));
    }

    [EngineFact]
    public async Task Control_6_4_b_goods_asked_for_in_free_words_get_one_code_from_the_keeper(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await app.Submitted();
        await app.SignAs(app.Body.Manager, id);

        var uncoded = await app.As(app.Body.Keeper, new DeclareAbsent(id, await app.Version(id), [], null));
        var unknown = await app.As(app.Body.Keeper, new DeclareAbsent(id, await app.Version(id), [new((await app.Request(id)).Lines[0].Id, "NONE")], null));
        PurchaseDesk.Done(await app.As(app.Body.Keeper, await app.Absent(id)));

        Assert.Equal("purchase-request.goods-without-item", uncoded.Refusal.Code);
        Assert.Equal("purchase-request.item-not-goods", unknown.Refusal.Code);
        Assert.NotNull((await app.Request(id)).Lines[0].Item);
    }

    [EngineFact]
    public async Task An_amount_above_the_free_credit_is_refused_and_the_controller_has_not_signed(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var budget = await app.Line(9_999_999);
        var id = await app.BeforeTheController();

        var certified = await app.Certified(id, budget);

        Assert.Equal("budget.credit-not-enough(101, 9999999)", certified.Refusal.ToString());
        Assert.Equal(Capacity.FinanceController, (await app.Sheet(id)).OpenStep!.Capacity);
        Assert.Equal(9_999_999, (await app.Credit(budget)).Free.Amount);
    }

    [EngineFact]
    public async Task Of_two_requests_certified_at_once_on_the_last_credit_only_one_wins(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var budget = await app.Line(15_000_000);
        var (one, two) = (await app.BeforeTheController(), await app.BeforeTheController());

        var outcomes = await Task.WhenAll(Task.Run(() => app.Certified(one, budget)), Task.Run(() => app.Certified(two, budget)));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Single(outcomes, o => !o.Succeeded && o.Refusal.Code == "budget.credit-not-enough");
        Assert.Equal(10_000_000, (await app.Credit(budget)).Reserved.Amount);
    }

    [EngineFact]
    public async Task Credit_below_the_estimate_is_not_certified(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var budget = await app.Line(50_000_000);
        var id = await app.BeforeTheController();

        Assert.Equal("purchase-request.credit-below-estimate", (await app.Certified(id, budget, 9_000_000)).Refusal.Code);
    }

    [EngineFact]
    public async Task Credit_comes_from_the_unit_and_those_above_it_of_this_year_only(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var (below, older) = (await app.Line(50_000_000, "1", app.Body.Centre.Id), await app.Line(50_000_000, "2", year: 1404));
        var id = await app.BeforeTheController();

        Assert.Equal("budget.line-not-found", (await app.Certified(id, below)).Refusal.Code);
        Assert.Equal("budget.line-of-another-year", (await app.Certified(id, older)).Refusal.Code);
    }

    [EngineFact]
    public async Task A_returned_request_gives_its_credit_back_and_is_certified_again(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var budget = await app.Line(50_000_000);
        var id = await app.BeforeTheController();
        PurchaseDesk.Done(await app.Certified(id, budget, 12_000_000));
        var inspector = (await app.Sheet(id)).OpenStep!.PersonId!.Value;

        PurchaseDesk.Done(await app.As(inspector, new ReturnDocument(id, await app.Version(id), "مشخصات با نیاز نمی‌خواند")));

        var request = await app.Request(id);
        Assert.Equal((DocumentState.Draft, false, false), (request.SignOff.State, request.IsCreditCertified, request.IsAbsenceDeclared));
        Assert.Equal(50_000_000, (await app.Credit(budget)).Free.Amount);
    }

    [EngineFact]
    public async Task An_approved_request_nobody_takes_up_expires_and_gives_its_credit_back(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
        var budget = await app.Line(50_000_000);
        var id = await app.Approved(budget);
        var taken = await app.Approved(budget);
        await app.Tamper("purchase_request_line", $"UPDATE purchase_request_line SET file_id = {Guid.CreateVersion7()} WHERE purchase_request_id = {taken}");

        app.Clock.Pass(TimeSpan.FromDays(91));
        await app.Services.GetRequiredService<DailyJobs>().RunDue(CancellationToken.None);

        Assert.Equal((DocumentState.Expired, DocumentState.InEffect), ((await app.Sheet(id)).State, (await app.Sheet(taken)).State));
        Assert.Equal(40_000_000, (await app.Credit(budget)).Free.Amount);
    }

    [EngineFact]
    public async Task Of_an_urgent_request_the_inspector_signs_after_the_effect(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var budget = await app.Line(50_000_000);
        var head = (await app.Head()) with { Urgency = UrgencyReason.ServiceStopped, UrgencyNote = "کارگاه جوش تعطیل است" };
        var id = await app.BeforeTheController();
        PurchaseDesk.Done(await app.As(app.Body.Controller, new ReturnDocument(id, await app.Version(id), "فوری است")));
        PurchaseDesk.Done(await app.As(app.Body.Requester, new EditPurchaseRequest(id, await app.Version(id), head, [PurchaseDesk.Line(kind: ItemKind.Service)])));
        PurchaseDesk.Done(await app.As(app.Body.Requester, new SubmitDocument(id, await app.Version(id), null)));
        await app.SignAs(app.Body.Manager, id);
        await app.SignAs(app.Body.HeadOfProcurement, id);
        await app.SignAs(app.Body.Official, id);

        PurchaseDesk.Done(await app.Certified(id, budget));

        var sheet = await app.Sheet(id);
        Assert.Equal(DocumentState.InEffect, sheet.State);
        Assert.Equal((Capacity.Inspector, StepTiming.After), (sheet.OpenStep!.Capacity, sheet.OpenStep.Timing));
    }

    [EngineFact]
    public async Task The_list_shows_a_unit_its_requests_and_a_stranger_none(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.Submitted();
        await app.Drafted();

        var own = (await app.As(app.Body.Requester, new ListPurchaseRequests())).Value;
        var manager = (await app.As(app.Body.Manager, new ListPurchaseRequests(Text: "كاغذ"))).Value;

        Assert.Equal(2, own.Rows.Count);
        Assert.Equal("دخ-۱۲-۱۴۰۵-۰۰۰۰۱", Assert.Single(manager.Rows).NumberFa);
        Assert.Equal(Capacity.UnitManager, manager.Rows[0].WaitsFor);
        Assert.Empty((await app.As(app.Body.Stranger, new ListPurchaseRequests())).Value.Rows);
    }

    [EngineFact]
    public async Task Two_hundred_lines_are_taken_and_one_more_is_refused(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var lines = Enumerable.Range(1, 200).Select(i => PurchaseDesk.Line(description: $"قلم {i}")).ToList();

        var id = await app.Submitted([.. lines]);
        var more = await app.As(app.Body.Requester, new DraftPurchaseRequest(await app.Head(), [.. lines, PurchaseDesk.Line()]));

        Assert.Equal(200, (await app.Request(id)).Lines.Count);
        Assert.Equal("purchase-request.too-many-lines", more.Refusal.Code);
    }

    [EngineFact]
    public async Task Every_faulty_cell_is_told_and_nothing_is_saved(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var drafted = await app.As(app.Body.Requester, new DraftPurchaseRequest(await app.Head(),
            [PurchaseDesk.Line() with { ItemCode = "NONE-1" }, PurchaseDesk.Line(quantity: -1), PurchaseDesk.Line(specification: "رنگ")]));

        Assert.Equal(["Lines[0].ItemCode", "Lines[1].Quantity", "Lines[2].Specification"], drafted.Refusals.Select(r => r.Field));
        Assert.Empty((await app.As(app.Body.Requester, new ListPurchaseRequests())).Value.Rows);
    }
}
