using Procurement.Application.Budget;
using Procurement.Application.Budget.Facts;
using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.CertifyCredit;

/// <summary>
/// تأمین اعتبار: the controller names budget line and amount for every line, the ledger sets it aside, and his signature stands, all in one
/// act (PAL art. 18).
/// </summary>
[Requires(SignOffPermissions.Act)]
public sealed record CertifyCredit(DocumentId DocumentId, int SeenVersion, IReadOnlyList<LineCredit> Credits, string? Proof) : ICommand<Result>;

public sealed record LineCredit(Guid LineId, BudgetLineId BudgetLine, long Amount);

internal sealed class CertifyCreditHandler(
    IDocuments documents, IBudgetFacts budget, Desk desk, SigningGate gate, ChartOfCall charts, IBodyClock clock, PostingPlan plan) : ICommandHandler<CertifyCredit, Result>
{
    public async Task<Result> Handle(CertifyCredit command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PurchaseRequest>(command.DocumentId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(request, Capacity.FinanceController, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;

        var usable = await MayReserve(request, command.Credits, cancellationToken);
        if (!usable.Succeeded) return usable;
        var credits = new List<CreditInput>();
        foreach (var credit in command.Credits)
        {
            var amount = Rials.Of(credit.Amount);
            if (!amount.Succeeded) return amount.Plain();
            credits.Add(new CreditInput(credit.LineId, credit.BudgetLine, amount.Value));
        }

        var certified = request.CertifyCredit(credits, desk.Me);
        if (!certified.Succeeded) return certified;
        plan.Add(request.Lines.Select(l => BudgetPosting.Reserve(l.BudgetLine!.Value, l.CreditAmount, new HoldRef(request.Id, l.Id))));
        var passed = await gate.Pass(request, command.Proof, cancellationToken);
        return passed.Succeeded ? await desk.Sign(request, request.SignOff.ContentVersion, null, cancellationToken) : passed;
    }

    /// <summary>A unit spends from its own lines and from those of the units above it, of the running year.</summary>
    private async Task<Result> MayReserve(PurchaseRequest request, IReadOnlyList<LineCredit> credits, CancellationToken ct)
    {
        var units = (await charts.Get(ct)).PathUp(request.SignOff.UnitId).Select(u => u.Id).ToHashSet();
        foreach (var id in credits.Select(c => c.BudgetLine).Distinct())
        {
            if (await budget.Line(id, ct) is not { } line || !units.Contains(line.UnitId)) return Refusal.NotFound("budget.line-not-found");
            var open = line.MayReserve(clock.Today);
            if (!open.Succeeded) return open;
        }

        return Result.Ok;
    }
}
