using Procurement.Application.Budget.CloseBudgetLine;
using Procurement.Application.Budget.DecideAllotment;
using Procurement.Application.Budget.ListBudgetLines;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Budget.ProposeAllotment;
using Procurement.Application.Budget.ReadBudgetLine;
using Procurement.Application.Budget;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;

namespace Procurement.Web.Api;

/// <summary>Budget lines, their credit and its movements, for other programs: the same use cases the pages call.</summary>
internal sealed class BudgetApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var budget = routes.MapGroup("/budget").WithTags("budget");
        budget.MapGet("/units", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new UnitsOfBudget(), ct), scope => scope));
        MapLines(budget.MapGroup("/lines"));
        MapAllotments(budget.MapGroup("/allotments"));
    }

    private static void MapLines(RouteGroupBuilder lines)
    {
        lines.MapGet("", async (
                int? year, Guid? unit, CreditKind? creditKind, string? q, string? afterCode, Guid? afterId, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(
                await cases.Ask(new ListBudgetLines(
                    year, unit is { } of ? new OrgUnitId(of) : null, q, afterCode is { } code && afterId is { } id ? new BudgetLineCursor(code, id) : null, creditKind), ct),
                page => page));
        lines.MapPost("", async (OpenBudgetLine body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "budget/lines"));
        lines.MapGet("/{id:guid}", async (Guid id, long? before, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadBudgetLine(new BudgetLineId(id), before), ct), card => card));
        lines.MapPost("/{id:guid}/close", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CloseBudgetLine(new BudgetLineId(id)), ct)));
    }

    private static void MapAllotments(RouteGroupBuilder allotments)
    {
        allotments.MapGet("", async (bool? all, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListAllotments(all != true), ct), rows => rows));
        allotments.MapPost("", async (ProposeAllotment body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "budget/allotments"));
        allotments.MapPost("/{id:guid}/decision", async (Guid id, SecondPersonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new DecideAllotment(new AllotmentId(id), body.Approve, body.Reason), ct)));
    }
}

/// <summary>The second person's word; a rejection needs its reason.</summary>
public sealed record SecondPersonBody(bool Approve, string? Reason = null);
