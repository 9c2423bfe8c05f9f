using Procurement.Application.Requests.Facts;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing.DecideFinding;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Application.Sourcing.Findings;
using Procurement.Application.Sourcing.KeepSourcingFile;
using Procurement.Application.Sourcing.ListNeeds;
using Procurement.Application.Sourcing.ListOrders;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Application.Sourcing.OpenSourcingFile;
using Procurement.Application.Sourcing.ReadImprest;
using Procurement.Application.Sourcing.ReadSourcingFile;
using Procurement.Application.Sourcing.StartSourcingFile;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Web.Api;

/// <summary>The purchase for other programs: the same use cases the pages call. Routes, signatures and reading are the documents' own.</summary>
internal sealed class SourcingApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var sourcing = routes.MapGroup("/sourcing").WithTags("sourcing");
        sourcing.MapGet("/needs", async (Guid? afterRequest, int? afterLine, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListNeeds(afterRequest is { } last ? new NeedCursor(new DocumentId(last), afterLine ?? 0) : null), ct), page => page));
        sourcing.MapGet("/orders", async (bool? byImprest, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListOrders(byImprest, after is { } last ? new DocumentId(last) : null), ct), page => page));
        sourcing.MapGet("/imprest", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new ReadImprest(), ct), book => book));
        MapFiles(sourcing.MapGroup("/files"));
        MapFindings(sourcing.MapGroup("/findings"));
        MapDecisions(sourcing.MapGroup("/decisions"));
    }

    private static void MapFiles(RouteGroupBuilder files)
    {
        files.MapGet("", async (SourcingFileState? state, DealClass? @class, Guid? buyer, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(
                await cases.Ask(
                    new ListSourcingFiles(state, @class, buyer is { } person ? new PersonId(person) : null, after is { } last ? SourcingFileId.From(last) : null), ct),
                page => page));
        files.MapGet("/start", async (Guid request, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StartSourcingFile(new DocumentId(request)), ct), start => start));
        files.MapPost("", async (OpenSourcingFile body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "sourcing/files"));
        files.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadSourcingFile(SourcingFileId.From(id)), ct), file => file));
        files.MapPost("/{id:guid}/prices", async (Guid id, PriceBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(
                await cases.Send(
                    new NotePrice(SourcingFileId.From(id), body.Supplier, body.Seller, body.Total, body.On, body.Source, body.Note, body.Lines, body.Evidence), ct)));
        files.MapPut("/{id:guid}/setad", async (Guid id, SetadBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EnterSetad(SourcingFileId.From(id), body.Number), ct)));
        files.MapPut("/{id:guid}/setad-excuse", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ExcuseSetad(SourcingFileId.From(id), body.Reason), ct)));
        files.MapPost("/{id:guid}/abandon", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new AbandonSourcingFile(SourcingFileId.From(id), body.Reason), ct)));
    }

    private static void MapFindings(RouteGroupBuilder findings)
    {
        findings.MapGet("", async (bool? open, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListFindings(open, after is { } last ? SplittingFindingId.From(last) : null), ct), page => page));
        findings.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadFinding(SplittingFindingId.From(id)), ct), finding => finding));
        findings.MapPut("/{id:guid}/verdict", async (Guid id, FindingVerdictBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new DecideFinding(SplittingFindingId.From(id), body.Verdict, body.Reason), ct)));
    }

    private static void MapDecisions(RouteGroupBuilder decisions)
    {
        decisions.MapPost("", async (DraftDecision body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        decisions.MapPut("/{id:guid}", async (Guid id, DecisionForm body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditDecision(new DocumentId(id), (int)http.SeenVersion(), body), ct)));
    }
}

/// <summary>A price as the buyer was told it: as a whole, or line by line with the total left out.</summary>
public sealed record PriceBody(
    DateOnly On, PriceSource Source, SupplierId? Supplier = null, string? Seller = null, long Total = 0, string? Note = null, IReadOnlyList<LinePriceForm>? Lines = null,
    PriceEvidence? Evidence = null);

public sealed record SetadBody(string? Number);

public sealed record FindingVerdictBody(SplittingVerdict Verdict, string? Reason);
