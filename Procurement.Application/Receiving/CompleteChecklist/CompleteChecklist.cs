using Procurement.Application.Contracts.Facts;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;

namespace Procurement.Application.Receiving.CompleteChecklist;

/// <summary>The expert writes down what he measured of each attribute, with its photo, and stands by it (control 6.1.c).</summary>
[Requires(ReceivingPermissions.Check)]
public sealed record CompleteChecklist(ExpertChecklistId ChecklistId, IReadOnlyList<ChecklistResultForm> Results, string? Remark) : ICommand<Result>
{
    Guid? ICommandMark.AuditSubject => ChecklistId.Value;
}

/// <summary>One attribute as typed; the photo is in the vault already.</summary>
public sealed record ChecklistResultForm(int Key, string? Measured, string? Method, bool? Judged, decimal? FailsFor, Evidence? Photo);

internal sealed class CompleteChecklistHandler(IReceivingRecords records, ReceivingFacts facts, EvidenceFiles files, Desk desk)
    : ICommandHandler<CompleteChecklist, Result>
{
    public async Task<Result> Handle(CompleteChecklist command, CancellationToken cancellationToken)
    {
        if (await records.Checklist(command.ChecklistId, cancellationToken) is not { } checklist || checklist.ExpertId != desk.Me.Person)
            return Refusal.NotFound("expert-checklist.not-found");
        var held = files.Check(command.Results.Select(r => r.Photo).OfType<Evidence>());
        if (!held.Succeeded) return held;

        var results = new List<ChecklistInput>();
        foreach (var typed in command.Results)
        {
            var fails = typed.FailsFor is { } units ? Quantity.Of(units) : null;
            if (fails is { Succeeded: false }) return fails.Refusal.At(FormattableString.Invariant($"Results[{typed.Key}].FailsFor"));
            results.Add(new ChecklistInput(typed.Key, typed.Measured, typed.Method, typed.Judged, typed.Photo, fails?.Value));
        }

        return checklist.Complete(await facts.SpecificationOf(checklist, cancellationToken), results, command.Remark, desk.Me);
    }
}
