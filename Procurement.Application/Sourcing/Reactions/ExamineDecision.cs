using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Settings;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.Reactions;

/// <summary>
/// Before an award is signed: the supplier may deal and no member of staff stands behind it, the imprest has room, and the splitting tests
/// look at the prices agreed.
/// </summary>
internal sealed class ExamineDecision(
    IDocuments documents, ISourcingFiles files, DecisionForms forms, ICatalogueFacts catalogue, IOrderBooks orders, ISettings settings, SplittingExam exam, IBodyClock clock)
    : IReactTo<SourcingDecisionSubmitted>
{
    public async Task<Result> React(SourcingDecisionSubmitted happened, CancellationToken ct)
    {
        var decision = (await documents.Load<SourcingDecision>(happened.DocumentId, ct))!;
        var file = (await files.Load(happened.FileId, ct))!;
        var requests = await forms.Requests(file, ct);

        var supplier = await MayDeal(decision, ct);
        if (!supplier.Succeeded) return supplier;
        var imprest = await MayPayByImprest(decision, requests, ct);
        return imprest.Succeeded ? await Examine(decision, file, requests, ct) : imprest;
    }

    private async Task<Result> MayDeal(SourcingDecision decision, CancellationToken ct)
    {
        var may = await catalogue.CanDeal(decision.SupplierId, clock.Today, ct);
        if (!may.Succeeded) return may;
        var staff = await catalogue.StaffBehind(decision.SupplierId, ct);
        return staff.Count == 0 ? Result.Ok : Refusal.Rule("sourcing.staff-behind-supplier", staff[0].Name);
    }

    private async Task<Result> MayPayByImprest(SourcingDecision decision, IReadOnlyList<PurchaseRequest> requests, CancellationToken ct)
    {
        if (decision.Payment != PaymentWay.Imprest) return Result.Ok;
        var limits = await settings.Require(SourcingSettings.ImprestLimits, clock.Today, ct);
        if (!limits.Succeeded) return limits.Plain();

        var asked = decision.Lines.Select(l => requests.SelectMany(r => r.Lines).Single(r => r.Id == l.RequestLine).CreditAmount).Aggregate(Rials.Zero, (sum, c) => sum + c);
        if (decision.Amount > asked) return Refusal.Rule("sourcing.imprest-above-request", decision.Amount, asked);
        var book = await orders.FindImprest(decision.BuyerId, ct) ?? ImprestBook.Of(decision.BuyerId);
        return book.MayBuy(decision.Amount, limits.Value.Value, clock.Today);
    }

    private async Task<Result> Examine(SourcingDecision decision, SourcingFile file, IReadOnlyList<PurchaseRequest> requests, CancellationToken ct)
    {
        foreach (var deal in ExaminedDeals.Of(decision, file, requests, clock.Today))
        {
            var examined = await exam.Run(deal, ct);
            if (!examined.Succeeded) return examined;
        }

        return Result.Ok;
    }
}
