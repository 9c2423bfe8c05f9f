using Procurement.Application.Issuing;
using Procurement.Application.Issuing.CloseVoucherShort;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.ConfirmKinds;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.DraftIssueVoucher;
using Procurement.Application.Issuing.DraftTemporaryExit;
using Procurement.Application.Issuing.GiveUpGatePass;
using Procurement.Application.Issuing.GiveUpTemporaryExit;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Application.Issuing.ListVouchers;
using Procurement.Application.Issuing.NameReceiver;
using Procurement.Application.Issuing.PickGoods;
using Procurement.Application.Issuing.ProposeIssue;
using Procurement.Application.Issuing.ReadyGoods;
using Procurement.Application.Issuing.StartGatePass;
using Procurement.Application.Issuing.StartTemporaryExit;
using Procurement.Application.Issuing.TakeBackGoods;
using Procurement.Application.Issuing.TakeOverGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Web.Api;

/// <summary>
/// The way out of the stores for other programs, such as the scanner at a gate: the same use cases the pages call. Routes, signatures and
/// reading are the documents' own.
/// </summary>
internal sealed class IssuingApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var issuing = routes.MapGroup("/issuing").WithTags("issuing");
        issuing.MapGet("/desk", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new IssuingDesk(), ct), desk => desk));
        var vouchers = issuing.MapGroup("/vouchers");
        MapDrafting(vouchers);
        MapHandingOver(vouchers.MapGroup("/{id:guid}"));
        MapPasses(issuing.MapGroup("/gate-passes"));
        MapDecisions(issuing.MapGroup("/dispute-decisions"));
        MapExits(issuing.MapGroup("/temporary-exits"));
    }

    private static void MapDrafting(RouteGroupBuilder vouchers)
    {
        vouchers.MapGet("", async (VoucherFilter? only, string? q, Guid? after, Guid? store, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListVouchers(only ?? VoucherFilter.All, q, Last(after), Store(store)), ct), page => page));
        vouchers.MapGet("/proposals/{request:guid}", async (Guid request, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ProposeIssue(new DocumentId(request)), ct), proposal => proposal));
        vouchers.MapPost("", async (DraftIssueVoucher body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        vouchers.MapPut("/{id:guid}/lines", async (Guid id, IssueLinesBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditIssueVoucher(new DocumentId(id), (int)http.SeenVersion(), body.Lines), ct)));
        vouchers.MapPut("/{id:guid}/kind-checks", async (Guid id, KindChecksBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ConfirmKinds(new DocumentId(id), (int)http.SeenVersion(), body.Lines, body.Proof), ct)));
    }

    private static void MapHandingOver(RouteGroupBuilder voucher)
    {
        voucher.MapGet("/picks", async (Guid id, bool? others, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ProposePicks(new DocumentId(id), others == true), ct), picks => picks));
        voucher.MapPost("/picks", async (Guid id, PicksBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new PickGoods(new DocumentId(id), body.Picks), ct)));
        voucher.MapPost("/put-backs", async (Guid id, PutBackBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new PutBackGoods(new DocumentId(id), body.Lines, body.Reason), ct)));
        voucher.MapGet("/ready", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadyGoods(new DocumentId(id)), ct), ready => ready));
        voucher.MapPost("/take-overs", async (Guid id, TakeOverBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new TakeOverGoods(new DocumentId(id), body.Lines, body.Proof), ct)));
        voucher.MapPost("/receivers", async (Guid id, ReceiverBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new NameReceiver(new DocumentId(id), body.Substitute, body.Reason), ct)));
        voucher.MapPost("/close-short", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CloseVoucherShort(new DocumentId(id), body.Reason), ct)));
    }

    private static void MapPasses(RouteGroupBuilder passes)
    {
        passes.MapGet("", async (PassFilter? only, Guid? after, Guid? store, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListGatePasses(only ?? PassFilter.All, Last(after), Store(store)), ct), page => page));
        passes.MapGet("/found", async (string? scanned, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new FindGatePass(scanned), ct), rows => rows));
        passes.MapGet("/stopped", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new ListStopped(), ct), rows => rows));
        passes.MapGet("/proposals/{basis}/{from:guid}", async (PassBasis basis, Guid from, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StartGatePass(basis, new DocumentId(from)), ct), start => start));
        passes.MapPost("", async (DraftGatePass body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        passes.MapPut("/{id:guid}", async (Guid id, GatePassBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditGatePass(new DocumentId(id), (int)http.SeenVersion(), body.Terms, body.Lines), ct)));
        passes.MapPut("/{id:guid}/exit", async (Guid id, CountedBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new LetOutGoods(new DocumentId(id), (int)http.SeenVersion(), body.Counted, body.Scanned, body.Proof), ct), exit => exit));
        passes.MapPut("/{id:guid}/confirmation", async (Guid id, ConfirmationBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(
                new ConfirmDelivery(new DocumentId(id), (int)http.SeenVersion(), body.Counted, body.Scanned, body.Remark, body.Proof, body.Paper), ct)));
        passes.MapPost("/{id:guid}/returns", async (Guid id, ReturnBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new TakeBackGoods(new DocumentId(id), body.Counted, body.Scanned, body.Condition, body.Proof), ct)));
        passes.MapPost("/{id:guid}/give-up", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new GiveUpGatePass(new DocumentId(id), body.Reason), ct)));
    }

    private static void MapDecisions(RouteGroupBuilder decisions)
    {
        decisions.MapPost("", async (DecideDispute body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        decisions.MapPut("/{id:guid}", async (Guid id, DecisionBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditDisputeDecision(new DocumentId(id), (int)http.SeenVersion(), body.Reason, body.Lines), ct)));
    }

    private static void MapExits(RouteGroupBuilder exits)
    {
        exits.MapGet("/start", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new StartTemporaryExit(), ct), start => start));
        exits.MapPost("", async (DraftTemporaryExit body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "documents"));
        exits.MapPut("/{id:guid}", async (Guid id, TemporaryExitBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EditTemporaryExit(new DocumentId(id), (int)http.SeenVersion(), body.Terms, body.Lines), ct)));
        exits.MapPost("/{id:guid}/give-up", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new GiveUpTemporaryExit(new DocumentId(id), body.Reason), ct)));
    }

    private static DocumentId? Last(Guid? after) => after is { } last ? new DocumentId(last) : null;

    private static StoreId? Store(Guid? store) => store is { } chosen ? new StoreId(chosen) : null;
}

public sealed record IssueLinesBody(IReadOnlyList<IssueLineForm> Lines);

/// <summary>The expert's word on every line that asks for it; signed in the same act.</summary>
public sealed record KindChecksBody(IReadOnlyList<KindCheckForm> Lines, string? Proof = null);

public sealed record PicksBody(IReadOnlyList<PickForm> Picks);

public sealed record PutBackBody(IReadOnlyList<TakeForm> Lines, string? Reason);

public sealed record TakeOverBody(IReadOnlyList<TakeForm> Lines, string? Proof = null);

public sealed record ReceiverBody(PersonId Substitute, string? Reason);

public sealed record GatePassBody(PassTermsForm Terms, IReadOnlyList<TakeForm> Lines);

/// <summary>What the guard counted of lines without labels, and everything he scanned; signed in the same act.</summary>
public sealed record CountedBody(IReadOnlyList<CountedForm> Counted, IReadOnlyList<string> Scanned, string? Proof = null);

/// <summary>What arrived; a remark where something did not, the paper where the receiver is outside the body. Signed in the same act.</summary>
public sealed record ConfirmationBody(
    IReadOnlyList<CountedForm> Counted, IReadOnlyList<string> Scanned, string? Remark = null, string? Proof = null, string? Paper = null);

public sealed record TemporaryExitBody(ExitTermsForm Terms, IReadOnlyList<ExitLineForm> Lines);

/// <summary>What of a temporary exit came back, and how; proven in the same act.</summary>
public sealed record ReturnBody(IReadOnlyList<CountedForm> Counted, IReadOnlyList<string> Scanned, string? Condition, string? Proof = null);

public sealed record DecisionBody(string? Reason, IReadOnlyList<DisputeForm> Lines);
