using Procurement.Application.Budget;
using Procurement.Application.Ledgers;
using Procurement.Application.Settings;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.Reactions;

/// <summary>
/// A decision in effect decides its file and ties its lines to the requests'. Where it is the order, the order is placed under its own
/// number, the credit is committed, and an imprest purchase enters its buyer's book.
/// </summary>
internal sealed class PlaceOrder(
    IDocuments documents, ISourcingFiles files, IOrderBooks orders, ISettings settings, PostingPlan plan, IBodyClock clock) : IReactTo<SourcingDecided>
{
    public async Task<Result> React(SourcingDecided happened, CancellationToken ct)
    {
        var decision = (await documents.Load<SourcingDecision>(happened.DocumentId, ct))!;
        var file = (await files.Load(happened.FileId, ct))!;
        var decided = file.Decide(decision.Id);
        if (!decided.Succeeded) return decided;

        plan.Add(decision.Lines.Select(l => new LineLinkPosting(
            PurchaseRequest.Kind, l.RequestId, l.RequestLine, SourcingDecision.Kind, decision.Id, l.Id, l.Quantity, l.Price)));
        if (!decision.IsOrder) return Result.Ok;

        var order = PurchaseOrder.Place(decision, happened.At);
        orders.Add(order);
        plan.Add(new OrderNumberPosting(order.Id, order.SeriesCode, order.NumberYear));
        plan.Add(CommitmentOf(decision));
        return decision.Payment == PaymentWay.Imprest ? await EnterImprest(decision, happened.At, ct) : Result.Ok;
    }

    /// <summary>Each line commits its price and its share of the tax, out of what its request reserved.</summary>
    private static IEnumerable<Posting> CommitmentOf(SourcingDecision decision)
    {
        var lines = decision.Lines.OrderBy(l => l.Order).ToList();
        var shares = Rials.SplitAmong(decision.Invoice.Tax, [.. lines.Select(l => Quantity.FromScaled(l.Price.Amount))]); // in proportion to prices
        return lines.Select((l, i) => BudgetDraw.Commit(new HoldRef(l.RequestId, l.RequestLine), new HoldRef(decision.Id, l.Id), l.Price + shares[i]));
    }

    private async Task<Result> EnterImprest(SourcingDecision decision, DateTimeOffset at, CancellationToken ct)
    {
        var limits = await settings.Require(SourcingSettings.ImprestLimits, clock.Today, ct);
        if (!limits.Succeeded) return limits.Plain();
        if (await orders.FindImprest(decision.BuyerId, ct) is { } book) return book.Enter(decision, limits.Value.Value, at);

        var opened = ImprestBook.Of(decision.BuyerId);
        orders.Add(opened);
        return opened.Enter(decision, limits.Value.Value, at);
    }
}

/// <summary>A decision that ended before its effect leaves its file free for another.</summary>
internal sealed class FreeFileOfEndedDecision(ISourcingFiles files) : IReactTo<SourcingDecisionEnded>
{
    public async Task<Result> React(SourcingDecisionEnded happened, CancellationToken ct)
    {
        (await files.Load(happened.FileId, ct))!.LoseDecision(happened.DocumentId);
        return Result.Ok;
    }
}

/// <summary>Lines of a file that was given up wait again.</summary>
internal sealed class LetLinesGo(IDocuments documents) : IReactTo<SourcingFileAbandoned>
{
    public async Task<Result> React(SourcingFileAbandoned happened, CancellationToken ct)
    {
        foreach (var id in happened.Requests) (await documents.Load<PurchaseRequest>(id, ct))!.LetGo(happened.FileId.Value);
        return Result.Ok;
    }
}
