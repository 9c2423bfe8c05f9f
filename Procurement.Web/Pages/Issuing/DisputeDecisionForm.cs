using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The form of a decision, new or edited: of each disputed line, what becomes of every unit of it.</summary>
public abstract class DisputeDecisionForm(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<TypedDecision> Lines { get; set; } = [];

    public GatePassView Pass { get; protected set; } = null!;

    public string PassNumber { get; protected set; } = "";

    /// <summary>The document the form leads back to.</summary>
    public abstract Guid Back { get; }

    /// <summary>The lines somebody disputes, in the order of the form.</summary>
    public IReadOnlyList<GatePassLineView> Disputed => [.. Pass.Lines.Where(l => !l.Disputed.IsZero)];

    /// <summary>What was decided, row by row, each with the form row it came from.</summary>
    protected IReadOnlyList<DisputeForm> Decided() => [.. Lines.SelectMany(l => l.ToForms())];

    /// <summary>The pass numbers all its lines, the form only the disputed ones.</summary>
    protected Refusal OnForm(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        for (var i = 0; i < Disputed.Count; i++)
        {
            if (refusal.Field == FormattableString.Invariant($"Lines[{Disputed[i].Order - 1}]")) return refusal.At(FormattableString.Invariant($"Lines[{i}].Returned"));
        }

        return refusal;
    }
}

/// <summary>What becomes of one disputed line, as typed: quantities by outcome, or an outcome for every number.</summary>
public sealed class TypedDecision
{
    public Guid PassLine { get; set; }

    public decimal? Returned { get; set; }

    public decimal? Lost { get; set; }

    public decimal? Accepted { get; set; }

    public List<TypedPieceDecision> Pieces { get; set; } = [];

    public IEnumerable<DisputeForm> ToForms()
    {
        foreach (var pieces in Pieces.Where(p => p.Outcome is not null).GroupBy(p => p.Outcome!.Value))
            yield return new DisputeForm(PassLine, pieces.Key, pieces.Count(), [.. pieces.Select(p => p.Number ?? "")]);
        if (Returned is > 0) yield return new DisputeForm(PassLine, DisputeOutcome.Returned, Returned.Value);
        if (Lost is > 0) yield return new DisputeForm(PassLine, DisputeOutcome.Lost, Lost.Value);
        if (Accepted is > 0) yield return new DisputeForm(PassLine, DisputeOutcome.Accepted, Accepted.Value);
    }
}

public sealed class TypedPieceDecision
{
    public string? Number { get; set; }

    public DisputeOutcome? Outcome { get; set; }
}
