using Procurement.Application.Receiving;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Receiving.AppointExpert;
using Procurement.Application.Receiving.CompleteChecklist;
using Procurement.Application.Receiving.CountDelivery;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.JudgeDelivery;
using Procurement.Application.Receiving.LabelGoods;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.Receiving.RegisterArrival;
using Procurement.Application.Receiving.SendBackGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Api;

/// <summary>From the gate to the shelf for other programs: the same use cases the pages call. Routes, signatures and reading are the documents' own.</summary>
internal sealed class ReceivingApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var receiving = routes.MapGroup("/receiving").WithTags("receiving");
        receiving.MapGet("/desk", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new ReceivingDesk(), ct), desk => desk));
        receiving.MapPost("/substitutes", async (NameSubstitute body, IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Send(body, ct)));
        MapArrivals(receiving.MapGroup("/arrivals"));
        MapChecklists(receiving.MapGroup("/checklists"));
        MapConformance(receiving.MapGroup("/conformance-reports"));
        MapEntering(receiving);
    }

    private static void MapArrivals(RouteGroupBuilder arrivals)
    {
        arrivals.MapPost("", async (RegisterArrival body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        arrivals.MapPut("/{id:guid}/keeper-count", async (Guid id, CountBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CountAsKeeper(new DocumentId(id), (int)http.SeenVersion(), body.Lines), ct)));
        arrivals.MapPut("/{id:guid}/papers", async (Guid id, CountBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ReadPapers(new DocumentId(id), (int)http.SeenVersion(), body.Lines), ct)));
        arrivals.MapPut("/{id:guid}/second-count", async (Guid id, CountBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CountAsSecond(new DocumentId(id), (int)http.SeenVersion(), body.Lines, body.Proof), ct), outcome => outcome));
    }

    private static void MapChecklists(RouteGroupBuilder checklists)
    {
        checklists.MapPost("", async (AppointExpert body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "receiving/checklists"));
        checklists.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadChecklist(new ExpertChecklistId(id)), ct), list => list));
        checklists.MapPut("/{id:guid}", async (Guid id, ChecklistBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CompleteChecklist(new ExpertChecklistId(id), body.Results, body.Remark), ct)));
    }

    private static void MapConformance(RouteGroupBuilder reports)
    {
        reports.MapPost("", async (OpenConformance body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        reports.MapPut("/{id:guid}/verdict", async (Guid id, VerdictBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new JudgeDelivery(new DocumentId(id), (int)http.SeenVersion(), body.Lines, body.Proof), ct)));
    }

    private static void MapEntering(RouteGroupBuilder receiving)
    {
        receiving.MapPost("/goods-receipts", async (EnterGoods body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        receiving.MapPut("/goods-receipts/{id:guid}/lines", async (Guid id, ShelvesBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RearrangeGoods(new DocumentId(id), (int)http.SeenVersion(), body.Lines), ct)));
        receiving.MapPut("/goods-receipts/{id:guid}/labels", async (Guid id, LabelsBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new LabelGoods(new DocumentId(id), (int)http.SeenVersion(), body.Lines, body.Proof), ct)));
        receiving.MapPost("/returns", async (SendBackGoods body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        receiving.MapPost("/acceptances", async (AcceptWork body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
    }
}

/// <summary>Counted quantities; the proof is needed where the count is signed in the same act.</summary>
public sealed record CountBody(IReadOnlyList<LineQuantity> Lines, string? Proof = null);

public sealed record ChecklistBody(IReadOnlyList<ChecklistResultForm> Results, string? Remark);

public sealed record VerdictBody(IReadOnlyList<JudgedLineForm> Lines, string? Proof);

public sealed record ShelvesBody(IReadOnlyList<ShelvedLineForm> Lines);

public sealed record LabelsBody(IReadOnlyList<LabelledLineForm> Lines, string? Proof);
