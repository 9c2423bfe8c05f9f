using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.DraftDecision;

/// <summary>A decision as the form or the API sends it; specifications come from the requests, never from the buyer (control 6.2.a).</summary>
public sealed record DecisionForm(
    SupplierId Supplier, InvoiceKind InvoiceKind, string? InvoiceNumber, DateOnly InvoiceDate, long Tax, long InvoiceTotal, bool IsItemised, bool IsSealed,
    decimal AdvancePercent, bool HasSchedule, bool HasGuarantee, DateOnly DeliverBy, PaymentWay Payment, string? ChoiceReason, IReadOnlyList<DecisionLineForm> Lines);

public sealed record DecisionLineForm(Guid FileLine, decimal Quantity, long UnitPrice);

/// <summary>The buyer drafts the result of his file.</summary>
[Requires(SourcingPermissions.Buy)]
public sealed record DraftDecision(SourcingFileId FileId, DecisionForm Form) : ICommand<Result<DocumentId>>;

internal sealed class DraftDecisionHandler(IDocuments documents, ISourcingFiles files, DecisionForms forms, ChartOfCall charts, Desk desk)
    : ICommandHandler<DraftDecision, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftDecision command, CancellationToken cancellationToken)
    {
        if (await files.Find(command.FileId, cancellationToken) is not { } file) return Refusal.NotFound("sourcing.file-not-found");
        // A draft its owner cancelled never left his desk, so nothing told the file.
        if (file.DecisionId is { } former && (await documents.Load<SourcingDecision>(former, cancellationToken))?.SignOff.State == DocumentState.Cancelled)
            file.LoseDecision(former);
        var requests = await forms.Requests(file, cancellationToken);
        var input = DecisionForms.Read(command.Form, file, requests);
        if (!input.Succeeded) return input.Plain();

        var unit = (await charts.Get(cancellationToken)).Unit(file.UnitId)!;
        var drafted = SourcingDecision.Draft(file, unit.Code, [.. requests.Select(r => r.SignOff)], requests.Any(r => r.IsUrgent), input.Value, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

/// <summary>The buyer rewrites his draft whole.</summary>
[Requires(SourcingPermissions.Buy)]
public sealed record EditDecision(DocumentId DocumentId, int SeenVersion, DecisionForm Form) : ICommand<Result>;

internal sealed class EditDecisionHandler(IDocuments documents, ISourcingFiles files, DecisionForms forms, Desk desk) : ICommandHandler<EditDecision, Result>
{
    public async Task<Result> Handle(EditDecision command, CancellationToken cancellationToken)
    {
        if (await documents.Find<SourcingDecision>(command.DocumentId, cancellationToken) is not { } decision)
            return Refusal.NotFound("signoff.document-not-found");
        if (decision.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, decision.SignOff.ContentVersion);

        var file = (await files.Load(decision.FileId, cancellationToken))!;
        var input = DecisionForms.Read(command.Form, file, await forms.Requests(file, cancellationToken));
        return input.Succeeded ? decision.Rewrite(file, input.Value, desk.Me) : input.Plain();
    }
}

/// <summary>Turns a typed decision into the domain's, with the frozen specification of each request's line.</summary>
public sealed class DecisionForms(IDocuments documents)
{
    private const decimal BasisPointsPerPercent = 100m;

    public async Task<IReadOnlyList<PurchaseRequest>> Requests(SourcingFile file, CancellationToken ct)
    {
        var requests = new List<PurchaseRequest>();
        foreach (var id in file.Lines.Select(l => l.RequestId).Distinct()) requests.Add((await documents.Load<PurchaseRequest>(id, ct))!);
        return requests;
    }

    public static Result<DecisionInput> Read(DecisionForm form, SourcingFile file, IReadOnlyList<PurchaseRequest> requests)
    {
        var tax = Rials.Of(form.Tax);
        var total = Rials.Of(form.InvoiceTotal);
        var faults = new List<Refusal>();
        if (!tax.Succeeded) faults.Add(tax.Refusal.At("Tax"));
        if (!total.Succeeded) faults.Add(total.Refusal.At("InvoiceTotal"));
        if (form.AdvancePercent is < 0 or > 100) faults.Add(Refusal.Invalid("sourcing.advance-out-of-range").At("AdvancePercent"));
        var specified = requests.SelectMany(r => r.Lines).ToDictionary(l => l.Id, l => l.Specification!);
        var lines = new List<DecisionLineInput>();
        foreach (var (line, i) in form.Lines.Select((l, i) => (l, i)))
        {
            var field = FormattableString.Invariant($"Lines[{i}]");
            var quantity = Quantity.Of(line.Quantity);
            var price = Rials.Of(line.UnitPrice);
            if (!quantity.Succeeded) faults.Add(quantity.Refusal.At(field + ".Quantity"));
            if (!price.Succeeded) faults.Add(price.Refusal.At(field + ".UnitPrice"));
            if (file.Lines.FirstOrDefault(l => l.Id == line.FileLine) is not { } from) faults.Add(Refusal.NotFound("sourcing.line-not-found").At(field));
            else if (quantity.Succeeded && price.Succeeded) lines.Add(new DecisionLineInput(line.FileLine, quantity.Value, price.Value, specified[from.RequestLine]));
        }

        return faults.Count > 0
            ? Result<DecisionInput>.RefusedBy(faults)
            : new DecisionInput(
                form.Supplier, new InvoiceInput(form.InvoiceKind, form.InvoiceNumber, form.InvoiceDate, tax.Value, total.Value, form.IsItemised, form.IsSealed),
                new TermsInput((long)(form.AdvancePercent * BasisPointsPerPercent), form.HasSchedule, form.HasGuarantee), form.DeliverBy, form.Payment, form.ChoiceReason, lines);
    }
}
