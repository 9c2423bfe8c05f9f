using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.SpecifyLine;

/// <summary>One line of a draft with what its item's template asks and what has been answered.</summary>
[Requires(RequestsPermissions.DraftPurchaseRequest)]
public sealed record ReadLine(DocumentId DocumentId, int Order) : IQuery<Result<LineToSpecify>>;

/// <param name="Version">The content version read.</param>
/// <param name="MayEdit">Whether the reader may still change it.</param>
/// <param name="Order">The line's place.</param>
/// <param name="Count">How many lines there are.</param>
/// <param name="NextOpen">The next line without a specification, going round; null when every other line has one.</param>
/// <param name="Code">Code of the catalogue item; empty for a free description.</param>
/// <param name="Description">What is asked for.</param>
/// <param name="Quantity">How much.</param>
/// <param name="UnitName">In what.</param>
/// <param name="Asked">What the template asks, in the order of the form; empty for a free description.</param>
/// <param name="Rows">Rows of a free specification.</param>
/// <param name="Brand">The brand asked for.</param>
/// <param name="BrandReason">Why only that one.</param>
public sealed record LineToSpecify(
    int Version, bool MayEdit, int Order, int Count, int? NextOpen, string Code, string Description, Quantity Quantity, string UnitName,
    IReadOnlyList<AskedAttribute> Asked, IReadOnlyList<SpecificationRow> Rows, string Brand, string BrandReason)
{
    public bool IsFree => Code.Length == 0;
}

/// <summary>One attribute of the template with what was answered.</summary>
public sealed record AskedAttribute(
    int Key, string Name, string NameEn, AttributeKind Kind, AttributeCheck Check, bool IsMandatory, string Unit, decimal? Least, decimal? Most, IReadOnlyList<string> Choices,
    string Standard, decimal? Min, decimal? Max, string Value);

internal sealed class ReadLineHandler(IDocuments documents, ICatalogueFacts catalogue, ICurrentActor actor) : IQueryHandler<ReadLine, Result<LineToSpecify>>
{
    public async Task<Result<LineToSpecify>> Handle(ReadLine query, CancellationToken cancellationToken)
    {
        if (await documents.Find<PurchaseRequest>(query.DocumentId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        if (request.Lines.FirstOrDefault(l => l.Order == query.Order) is not { } line) return Refusal.NotFound("purchase-request.line-not-found");

        var template = line.Item is { } item ? (await catalogue.TemplatesInForce([item], cancellationToken)).GetValueOrDefault(item) : null;
        var code = line.Item is { } known ? (await catalogue.Items([known], cancellationToken)).GetValueOrDefault(known)?.Code ?? "" : "";
        var open = request.Lines.Where(l => l.Specification is null && l.Order != line.Order).Select(l => l.Order).Order().ToList();
        return new LineToSpecify(
            request.SignOff.ContentVersion, request.SignOff.MayEdit(actor.Person).Succeeded, line.Order, request.Lines.Count,
            open.Where(o => o > line.Order).Concat(open).Select(o => (int?)o).FirstOrDefault(), code, line.Description, line.Quantity, line.UnitName,
            [.. (template?.Attributes ?? []).OrderBy(a => a.Place).Select(a => Asked(a, line.Specification))],
            line.Item is null ? [.. (line.Specification?.Attributes ?? []).OrderBy(a => a.Place).Select(a => new SpecificationRow(a.Name, a.Value))] : [],
            line.Specification?.Brand ?? "", line.Specification?.BrandReason ?? "");
    }

    private static AskedAttribute Asked(TemplateAttribute attribute, Specification? answered)
    {
        var answer = answered?.Attributes.FirstOrDefault(a => a.Key == attribute.Key && a.Kind == attribute.Kind);
        return new AskedAttribute(
            attribute.Key, attribute.Name, attribute.NameEn, attribute.Kind, attribute.Check, attribute.IsMandatory, attribute.Unit, attribute.Min, attribute.Max,
            [.. attribute.Choices], attribute.Standard, answer?.Min, answer?.Max, answer?.Value ?? "");
    }
}
