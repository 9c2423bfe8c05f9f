using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Requests.CertifyCredit;
using Procurement.Application.Requests.CloseGoodsRequest;
using Procurement.Application.Requests.DeclareAbsent;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.Requests.EditGoodsRequest;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.Requests.SpecifyLine;
using Procurement.Application.Requests.StartGoodsRequest;
using Procurement.Application.Requests.StartPurchaseRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Web.Api;

/// <summary>Asking for goods and for purchases, for other programs: the same use cases the pages call. Routes, signatures and reading are the documents' own.</summary>
internal sealed class RequestsApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/needs", async (string? q, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new FindItems([q], GoodsOnly: false), ct), found => found[0].Fitting)).WithTags("requests");
        MapGoods(routes.MapGroup("/goods-requests").WithTags("requests"));
        MapPurchases(routes.MapGroup("/purchase-requests").WithTags("requests"));
    }

    private static void MapGoods(RouteGroupBuilder requests)
    {
        requests.MapGet("", async (DocumentState? state, string? q, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new BrowseDocuments(GoodsRequest.Kind.Code, state, q, after is { } last ? new DocumentId(last) : null), ct), page => page));
        requests.MapGet("/stores", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new StoresToAsk(), ct), stores => stores));
        requests.MapPost("", async (DraftGoodsRequest body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        requests.MapPut("/{id:guid}", async (Guid id, GoodsRequestBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditGoodsRequest(new DocumentId(id), (int)http.SeenVersion(), body.Store, body.Purpose, body.NeededBy, body.Lines), ct)));
        requests.MapPut("/{id:guid}/answer", async (Guid id, AvailabilityBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new AnswerGoodsRequest(new DocumentId(id), (int)http.SeenVersion(), body.Lines, body.Proof), ct)));
        requests.MapPost("/{id:guid}/close", async (Guid id, GiveUpBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CloseGoodsRequest(new DocumentId(id), body.Reason), ct)));
    }

    private static void MapPurchases(RouteGroupBuilder requests)
    {
        requests.MapGet("", async (DocumentState? state, string? q, bool? urgent, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListPurchaseRequests(state, q, after is { } last ? new DocumentId(last) : null, urgent == true), ct), page => page));
        requests.MapGet("/start", async (Guid? goodsRequest, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StartPurchaseRequest(goodsRequest is { } from ? new DocumentId(from) : null), ct), start => start));
        requests.MapPost("", async (DraftPurchaseRequest body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        requests.MapPut("/{id:guid}", async (Guid id, PurchaseRequestBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditPurchaseRequest(new DocumentId(id), (int)http.SeenVersion(), body.Head, body.Lines), ct)));
        requests.MapGet("/{id:guid}/lines/{order:int}", async (Guid id, int order, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadLine(new DocumentId(id), order), ct), line => line.Version, line => line));
        requests.MapPut("/{id:guid}/lines/{order:int}/specification", async (Guid id, int order, SpecificationBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(
                new SpecifyLine(new DocumentId(id), (int)http.SeenVersion(), order, body.Answers ?? [], body.Rows ?? [], body.Brand, body.BrandReason), ct)));
        requests.MapPut("/{id:guid}/absence", async (Guid id, AbsenceBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new DeclareAbsent(new DocumentId(id), (int)http.SeenVersion(), body.Items ?? [], body.Proof), ct)));
        requests.MapPut("/{id:guid}/credit", async (Guid id, CreditBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CertifyCredit(new DocumentId(id), (int)http.SeenVersion(), body.Credits, body.Proof), ct)));
    }
}

public sealed record GoodsRequestBody(StoreId Store, string? Purpose, DateOnly NeededBy, IReadOnlyList<GoodsRequestLineForm> Lines);

/// <summary>What the keeper promises of each line, signed in the same act.</summary>
public sealed record AvailabilityBody(IReadOnlyList<AvailableLine> Lines, string? Proof = null);

public sealed record GiveUpBody(string? Reason);

public sealed record PurchaseRequestBody(PurchaseRequestHead Head, IReadOnlyList<PurchaseRequestLineForm> Lines);

/// <summary>Answers to the item's template, or rows where the catalogue does not know the thing.</summary>
public sealed record SpecificationBody(IReadOnlyList<AttributeAnswer>? Answers = null, IReadOnlyList<SpecificationRow>? Rows = null, string? Brand = null, string? BrandReason = null);

/// <summary>Catalogue codes for goods asked for in free words; «موجود نیست» is signed in the same act.</summary>
public sealed record AbsenceBody(IReadOnlyList<CodedLine>? Items = null, string? Proof = null);

/// <summary>Budget line and rials of every line, signed in the same act.</summary>
public sealed record CreditBody(IReadOnlyList<LineCredit> Credits, string? Proof = null);
