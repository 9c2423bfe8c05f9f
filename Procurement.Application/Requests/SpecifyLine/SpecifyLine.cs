using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.SpecifyLine;

/// <summary>
/// States the complete technical specification of one line of one's own draft (control 6.2.a): answers to the item's template in force, or rows
/// of attribute and required value where the catalogue does not know the thing.
/// </summary>
[Requires(RequestsPermissions.DraftPurchaseRequest)]
public sealed record SpecifyLine(
    DocumentId DocumentId, int SeenVersion, int Order, IReadOnlyList<AttributeAnswer> Answers, IReadOnlyList<SpecificationRow> Rows, string? Brand, string? BrandReason)
    : ICommand<Result>;

/// <summary>One row of a free specification as typed.</summary>
public sealed record SpecificationRow(string? Name, string? Value)
{
    internal bool IsBlank => PersianText.Clean(Name).Length == 0 && PersianText.Clean(Value).Length == 0;

    internal bool IsHalf => !IsBlank && (PersianText.Clean(Name).Length == 0 || PersianText.Clean(Value).Length == 0);
}

internal sealed class SpecifyLineHandler(IDocuments documents, ICatalogueFacts catalogue, Desk desk) : ICommandHandler<SpecifyLine, Result>
{
    public async Task<Result> Handle(SpecifyLine command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PurchaseRequest>(command.DocumentId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        if (request.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, request.SignOff.ContentVersion);
        if (request.Lines.FirstOrDefault(l => l.Order == command.Order) is not { } line) return Refusal.NotFound("purchase-request.line-not-found");

        var filled = line.Item is { } item ? await Answer(item, line, command, cancellationToken) : Describe(command);
        return filled.Succeeded ? request.Specify(command.Order, filled.Value, desk.Me) : filled.Plain();
    }

    private async Task<Result<Specification>> Answer(ItemId item, PurchaseRequestLine line, SpecifyLine command, CancellationToken ct) =>
        (await catalogue.TemplatesInForce([item], ct)).GetValueOrDefault(item) is { } template
            ? Specification.Fill(template, command.Answers, command.Brand, command.BrandReason)
            : Refusal.Rule("purchase-request.item-without-template", line.Order, line.Description);

    private Result<Specification> Describe(SpecifyLine command)
    {
        var half = command.Rows.Select((row, at) => (row, at)).Where(r => r.row.IsHalf)
            .Select(r => Refusal.Invalid("purchase-request.specification-row-half", r.row.Name ?? r.row.Value ?? "").At(FormattableString.Invariant($"Rows[{r.at}].Value")))
            .ToList();
        return half.Count > 0
            ? Result<Specification>.RefusedBy(half)
            : FreeSpecification.Of([.. command.Rows.Where(r => !r.IsBlank).Select(r => (r.Name!, r.Value!))], desk.Me);
    }
}
