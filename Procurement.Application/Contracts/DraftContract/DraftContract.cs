using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Contracts;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Contracts.DraftContract;

/// <summary>The clauses as the form or the API sends them; the penalty in percent a day.</summary>
public sealed record ContractForm(
    string? Subject, DateOnly StartsOn, DateOnly EndsOn, string? GuaranteeClause, decimal DailyPenaltyPercent, IReadOnlyList<InstalmentForm> Schedule)
{
    private const decimal BasisPointsPerPercent = 100m;

    /// <summary>The form as the domain reads it; every faulty quantity is told.</summary>
    internal Result<ContractInput> Read()
    {
        var faults = new List<Refusal>();
        var schedule = new List<(int, Quantity, DateOnly)>();
        for (var i = 0; i < Schedule.Count; i++)
        {
            var quantity = Quantity.Of(Schedule[i].Quantity);
            if (quantity.Succeeded) schedule.Add((Schedule[i].Line, quantity.Value, Schedule[i].DueOn));
            else faults.Add(quantity.Refusal.At(FormattableString.Invariant($"Schedule[{i}].Quantity")));
        }

        if (DailyPenaltyPercent is < 0 or > 100) faults.Add(Refusal.Invalid("contracts.penalty-out-of-range").At(nameof(DailyPenaltyPercent)));
        return faults.Count == 0
            ? new ContractInput(Subject, StartsOn, EndsOn, GuaranteeClause, (long)(DailyPenaltyPercent * BasisPointsPerPercent), schedule)
            : Result<ContractInput>.RefusedBy(faults);
    }
}

public sealed record InstalmentForm(int Line, decimal Quantity, DateOnly DueOn);

/// <summary>The head of procurement drafts the contract of an award with terms.</summary>
[Requires(ContractsPermissions.Draft)]
public sealed record DraftContract(DocumentId DecisionId, ContractForm Form) : ICommand<Result<DocumentId>>;

internal sealed class DraftContractHandler(IDocuments documents, ChartOfCall charts, Desk desk) : ICommandHandler<DraftContract, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftContract command, CancellationToken cancellationToken)
    {
        if (await documents.Find<SourcingDecision>(command.DecisionId, cancellationToken) is not { } award) return Refusal.NotFound("signoff.document-not-found");
        var input = command.Form.Read();
        if (!input.Succeeded) return input.Plain();

        var unit = (await charts.Get(cancellationToken)).Unit(award.SignOff.UnitId)!;
        var drafted = Contract.Draft(award, unit.Code, input.Value, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

/// <summary>Rewrites the clauses of one's own draft.</summary>
[Requires(ContractsPermissions.Draft)]
public sealed record EditContract(DocumentId DocumentId, int SeenVersion, ContractForm Form) : ICommand<Result>;

internal sealed class EditContractHandler(IDocuments documents, Desk desk) : ICommandHandler<EditContract, Result>
{
    public async Task<Result> Handle(EditContract command, CancellationToken cancellationToken)
    {
        if (await documents.Find<Contract>(command.DocumentId, cancellationToken) is not { } contract) return Refusal.NotFound("signoff.document-not-found");
        if (contract.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, contract.SignOff.ContentVersion);
        var input = command.Form.Read();
        return input.Succeeded ? contract.Rewrite(input.Value, desk.Me) : input.Plain();
    }
}
