using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Budget;
using Procurement.Application.Budget.DecideAllotment;
using Procurement.Application.Budget.Facts;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Budget.ProposeAllotment;
using Procurement.Application.Ledgers;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Budget;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Budget;

/// <summary>What tests of the budget do again and again: open a line, fill it through its two people, post to its ledger.</summary>
internal static class BudgetDesk
{
    public static readonly DateOnly LetterDay = new(2026, 4, 1);

    public static async Task<BudgetLineId> Line(this TestApp app, long credit, string code = "101", OrgUnitId? unit = null, int year = 1405)
    {
        var opened = await app.As(app.Body.Accountant, new OpenBudgetLine(
            unit ?? app.Body.Province.Id, code, "لوازم مصرفی کارگاه", "آموزش مهارت", "فصل دوم", CreditKind.Current, year));
        Assert.True(opened.Succeeded, opened.Succeeded ? "" : opened.Refusal.ToString());
        if (credit > 0) await app.Allot(opened.Value, credit);
        return opened.Value;
    }

    public static async Task Allot(this TestApp app, BudgetLineId line, long credit)
    {
        var entered = await app.As(app.Body.Accountant, new ProposeAllotment(
            AllotmentKind.Allot, line, null, credit, "۱۲/۳۴", LetterDay, "ماده ۳۰ قانون برنامه و بودجه"));
        Assert.True(entered.Succeeded, entered.Succeeded ? "" : entered.Refusal.ToString());
        var approved = await app.As(app.Body.Controller, new DecideAllotment(entered.Value, true, null));
        Assert.True(approved.Succeeded, approved.Succeeded ? "" : approved.Refusal.ToString());
    }

    public static async Task<Result> Post(this TestApp app, params Posting[] postings)
    {
        await using var scope = app.Scope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<ProcurementDb>();
        var ledger = services.GetServices<ILedger>().OfType<BudgetLedger>().Single();
        using var turn = (await services.GetRequiredService<WriteGate>().Enter(CancellationToken.None)).Value;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var applied = await ledger.Apply(postings, new PostingMoment(app.Clock.GetUtcNow(), Guid.CreateVersion7()), CancellationToken.None);
        if (applied.Succeeded) await transaction.CommitAsync();
        return applied;
    }

    public static async Task<BudgetLineCredit> Credit(this TestApp app, BudgetLineId line)
    {
        await using var scope = app.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IBudgetFacts>().Credit(line, CancellationToken.None))!;
    }
}
