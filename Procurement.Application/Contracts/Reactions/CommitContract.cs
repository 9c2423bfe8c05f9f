using Procurement.Application.Budget;
using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.SignOff;
using Procurement.Domain.Contracts;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Contracts.Reactions;

/// <summary>تعهد: a contract in effect commits what its requests reserved, and ties its lines to the award's.</summary>
internal sealed class CommitContract(IDocuments documents, PostingPlan plan) : IReactTo<ContractMade>
{
    public async Task<Result> React(ContractMade happened, CancellationToken ct)
    {
        var contract = (await documents.Load<Contract>(happened.DocumentId, ct))!;
        var lines = contract.Lines.OrderBy(l => l.Order).ToList();
        var tax = Rials.SplitAmong(contract.Tax, [.. lines.Select(l => Quantity.FromScaled(l.Price.Amount))]); // in proportion to prices
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            plan.Add(BudgetDraw.Commit(new HoldRef(line.RequestId, line.RequestLine), new HoldRef(contract.Id, line.Id), line.Price + tax[i]));
            plan.Add(new LineLinkPosting(SourcingDecision.Kind, contract.DecisionId, line.DecisionLine, Contract.Kind, contract.Id, line.Id, line.Quantity, line.Price));
        }

        return Result.Ok;
    }
}
