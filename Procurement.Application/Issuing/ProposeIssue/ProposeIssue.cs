using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.ProposeIssue;

/// <summary>What the keeper's store still holds for an approved request: the start of a voucher.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record ProposeIssue(DocumentId Request) : IQuery<Result<IssueProposal>>;

/// <param name="Request">The request.</param>
/// <param name="Number">Its number.</param>
/// <param name="NumberFa">Its number in Persian.</param>
/// <param name="Purpose">What the goods are for.</param>
/// <param name="StoreName">The store.</param>
/// <param name="StoreNameEn">Its English name.</param>
/// <param name="Requester">Who asked for them.</param>
/// <param name="Custodians">Who may answer for state property.</param>
/// <param name="Lines">Its lines; those nothing is held for included.</param>
public sealed record IssueProposal(
    DocumentId Request, string Number, string NumberFa, string Purpose, string StoreName, string StoreNameEn, PersonChoice Requester, IReadOnlyList<PersonChoice> Custodians,
    IReadOnlyList<ProposedLine> Lines);

/// <param name="RequestLine">The request's line.</param>
/// <param name="Order">Its place.</param>
/// <param name="Code">Item code.</param>
/// <param name="Name">Item name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Unit">Base unit.</param>
/// <param name="UnitEn">In English.</param>
/// <param name="Requested">Asked for.</param>
/// <param name="Held">Still held for it.</param>
/// <param name="IsLabelled">State property: numbers, custodian and room are asked.</param>
/// <param name="Pieces">Labelled pieces of it in the store.</param>
public sealed record ProposedLine(
    Guid RequestLine, int Order, string Code, string Name, string NameEn, string Unit, string UnitEn, Quantity Requested, Quantity Held, bool IsLabelled,
    IReadOnlyList<string> Pieces);

internal sealed class ProposeIssueHandler(
    IDocuments documents, KeeperStores stores, IStockFacts stock, ICatalogueFacts catalogue, IPropertyBook book, DocumentRegistry registry, ChartOfCall charts,
    IBodyClock clock)
    : IQueryHandler<ProposeIssue, Result<IssueProposal>>
{
    public async Task<Result<IssueProposal>> Handle(ProposeIssue query, CancellationToken cancellationToken)
    {
        if (await documents.Find<GoodsRequest>(query.Request, cancellationToken) is not { } request) return Refusal.NotFound("signoff.document-not-found");
        if (request.SignOff.State != DocumentState.InEffect) return Refusal.Rule("issue-voucher.request-not-approved", request.SignOff.State);
        var store = await stores.Mine(request.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();

        var items = await catalogue.Items([.. request.Lines.Select(l => l.Item)], cancellationToken);
        var held = (await stock.ReservedBy(request.Id, cancellationToken)).Where(r => r.Store == request.StoreId).ToLookup(r => r.Line, r => r.Open.Scaled);
        var lines = new List<ProposedLine>();
        foreach (var line in request.Lines.OrderBy(l => l.Order))
        {
            var item = items.GetValueOrDefault(line.Item);
            var labelled = item?.Class == PropertyClass.NonConsumable;
            var pieces = labelled ? await book.InStore(request.StoreId, line.Item, cancellationToken) : [];
            lines.Add(new ProposedLine(
                line.Id, line.Order, item?.Code ?? "", item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", line.Quantity,
                Quantity.FromScaled(held[line.Id].Sum()), labelled, [.. pieces.Where(p => p.LabelledAt is not null).Select(p => p.Number.Value)]));
        }

        var sheet = request.SignOff;
        var chart = await charts.Get(cancellationToken);
        return new IssueProposal(
            request.Id, registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: false),
            registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: true), request.Purpose, store.Value.Name, store.Value.NameEn,
            new PersonChoice(sheet.OwnerId, chart.NameOf(sheet.OwnerId)), chart.Besides(sheet.UnitId, clock.Today), lines);
    }
}
