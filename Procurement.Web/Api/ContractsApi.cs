using Procurement.Application.Contracts.DraftContract;
using Procurement.Application.Contracts.ListContracts;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Api;

/// <summary>Contracts for other programs: the list with awards that wait, drafting and editing. Routes, signatures and reading are the documents' own.</summary>
internal sealed class ContractsApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var contracts = routes.MapGroup("/contracts").WithTags("contracts");
        contracts.MapGet("", async (Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListContracts(after is { } last ? new DocumentId(last) : null), ct), page => page));
        contracts.MapPost("", async (ContractBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new DraftContract(body.DecisionId, body.Form()), ct), id => id.Value, "documents"));
        contracts.MapPut("/{id:guid}", async (Guid id, ContractClauses body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditContract(new DocumentId(id), (int)http.SeenVersion(), body.Form()), ct)));
    }
}

/// <summary>The clauses; the penalty in percent of the late part for each day.</summary>
public record ContractClauses(
    string? Subject, DateOnly StartsOn, DateOnly EndsOn, string? GuaranteeClause = null, decimal DailyPenaltyPercent = 0, IReadOnlyList<InstalmentForm>? Schedule = null)
{
    public ContractForm Form() => new(Subject, StartsOn, EndsOn, GuaranteeClause, DailyPenaltyPercent, Schedule ?? []);
}

public sealed record ContractBody(
    DocumentId DecisionId, string? Subject, DateOnly StartsOn, DateOnly EndsOn, string? GuaranteeClause = null, decimal DailyPenaltyPercent = 0,
    IReadOnlyList<InstalmentForm>? Schedule = null) : ContractClauses(Subject, StartsOn, EndsOn, GuaranteeClause, DailyPenaltyPercent, Schedule);
