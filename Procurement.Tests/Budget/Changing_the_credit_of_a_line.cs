using Procurement.Application.Budget.CloseBudgetLine;
using Procurement.Application.Budget.DecideAllotment;
using Procurement.Application.Budget.ListBudgetLines;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Budget.ProposeAllotment;
using Procurement.Application.Budget.ReadBudgetLine;
using Procurement.Domain.Budget;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Budget;

public sealed class Changing_the_credit_of_a_line(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Moves_nothing_before_a_second_person_approves(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(0);

        await app.As(app.Body.Accountant, Entered(line, 5_000));

        Assert.Equal(0, (await app.Credit(line)).Free.Amount);
        Assert.Single((await app.As(app.Body.Controller, new ListAllotments())).Value);
    }

    [EngineFact]
    public async Task Whoever_entered_an_allotment_does_not_approve_it(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(0);
        var entered = await app.As(app.Body.Controller, Entered(line, 5_000));

        var approved = await app.As(app.Body.Controller, new DecideAllotment(entered.Value, true, null));

        Assert.Equal("budget.approver-entered-it", approved.Refusal.Code);
        Assert.Equal(0, (await app.Credit(line)).Free.Amount);
    }

    [EngineFact]
    public async Task A_rejected_allotment_keeps_its_reason_and_cannot_be_approved_later(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(0);
        var entered = await app.As(app.Body.Accountant, Entered(line, 5_000));

        Assert.True((await app.As(app.Body.Controller, new DecideAllotment(entered.Value, false, "نامه امضا ندارد"))).Succeeded);
        var late = await app.As(app.Body.Official, new DecideAllotment(entered.Value, true, null));

        Assert.Equal("budget.allotment-decided-already", late.Refusal.Code);
        Assert.Equal("نامه امضا ندارد", (await app.As(app.Body.Accountant, new ReadBudgetLine(line))).Value.Allotments[0].Reason);
    }

    [EngineFact]
    public async Task A_withdrawal_takes_free_credit_only(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);
        var entered = await app.As(app.Body.Accountant, Entered(line, 1_500) with { Kind = AllotmentKind.Withdraw });

        var approved = await app.As(app.Body.Controller, new DecideAllotment(entered.Value, true, null));

        Assert.Equal("budget.credit-not-enough", approved.Refusal.Code);
        Assert.Single((await app.As(app.Body.Controller, new ListAllotments())).Value); // still waits
    }

    [EngineFact]
    public async Task A_transfer_moves_free_credit_between_lines_of_one_kind(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var (from, to) = (await app.Line(1_000, "1"), await app.Line(0, "2"));
        var entered = await app.As(app.Body.Accountant, Entered(to, 400) with { Kind = AllotmentKind.Transfer, FromLineId = from });

        Assert.True((await app.As(app.Body.Controller, new DecideAllotment(entered.Value, true, null))).Succeeded);

        Assert.Equal((600, 400), ((await app.Credit(from)).Free.Amount, (await app.Credit(to)).Free.Amount));
    }

    [EngineFact]
    public async Task A_code_stands_once_in_a_unit_and_year(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.Line(0);

        var again = await app.As(app.Body.Accountant, new OpenBudgetLine(app.Body.Province.Id, "۱۰۱", "دیگر", null, null, CreditKind.Current, 1405));

        Assert.Equal("budget.code-taken", again.Refusal.Code);
    }

    [EngineFact]
    public async Task A_requester_neither_enters_nor_approves_credit(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(0);

        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Requester, Entered(line, 1))).Refusal.Code);
        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Requester, new DecideAllotment(AllotmentId.New(), true, null))).Refusal.Code);
    }

    [EngineFact]
    public async Task A_line_of_a_unit_outside_the_readers_scope_is_not_found(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);

        Assert.Equal("budget.line-not-found", (await app.As(app.Body.CentreHead, new ReadBudgetLine(line))).Refusal.Code);
        Assert.Empty((await app.As(app.Body.CentreHead, new ListBudgetLines())).Value.Rows);
        Assert.Equal(1_000, Assert.Single((await app.As(app.Body.Manager, new ListBudgetLines(Text: "كارگاه"))).Value.Rows).Free);
    }

    [EngineFact]
    public async Task Credit_is_read_by_those_who_plan_order_control_or_pay_from_it_and_by_nobody_else(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var body = app.Body;
        var line = await app.Line(1_000);

        foreach (var reader in new[] { body.Manager, body.HeadOfProcurement, body.Official, body.Controller, body.InspectorOne, body.GeneralAffairs, body.Reviewer, body.Accountant })
            Assert.Equal(1_000, (await app.As(reader, new ReadBudgetLine(line))).Value.Credit.Free.Amount);
        foreach (var other in new[] { body.Requester, body.Keeper, body.Buyer, body.PropertyOfficer, body.Guard, body.Administrator })
            Assert.Equal("shared.not-permitted", (await app.As(other, new ReadBudgetLine(line))).Refusal.Code);
    }

    [EngineFact]
    public async Task A_closed_line_takes_no_more_credit(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);
        Assert.True((await app.As(app.Body.Controller, new CloseBudgetLine(line))).Succeeded);

        var entered = await app.As(app.Body.Accountant, Entered(line, 1));

        Assert.Equal("budget.line-closed", entered.Refusal.Code);
    }

    private static ProposeAllotment Entered(BudgetLineId line, long amount) =>
        new(AllotmentKind.Allot, line, null, amount, "۱۲/۳۴", BudgetDesk.LetterDay, "ماده ۳۰ قانون برنامه و بودجه");
}
