using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Sourcing.ReadSourcingFile;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.StartSourcingFile;

/// <summary>
/// What the head of procurement needs to open a file for a request: its waiting lines, what else of the same set waits, the class by its
/// decree, the methods the class allows, and the buyers who asked for none of it.
/// </summary>
[Requires(SourcingPermissions.Open)]
public sealed record StartSourcingFile(DocumentId Request) : IQuery<Result<SourcingFileStart>>;

/// <param name="Request">The request.</param>
/// <param name="Number">Its number.</param>
/// <param name="NumberFa">Its number as people read it.</param>
/// <param name="Subject">What it asks for.</param>
/// <param name="Lines">Its lines that wait.</param>
/// <param name="SameSet">Lines of other requests that belong to the same conventional sets: bought together, they are one deal.</param>
/// <param name="Class">The class of this request's lines; null where it could not be classed.</param>
/// <param name="Unable">Why not.</param>
/// <param name="Methods">Methods the class allows.</param>
/// <param name="Buyers">Who may buy.</param>
public sealed record SourcingFileStart(
    DocumentId Request, string Number, string NumberFa, string Subject, IReadOnlyList<NeedToChoose> Lines, IReadOnlyList<NeedToChoose> SameSet, ClassView? Class, Refusal? Unable,
    IReadOnlyList<PurchaseMethod> Methods, IReadOnlyList<BuyerToChoose> Buyers);

public sealed record NeedToChoose(DocumentId Request, Guid Line, string Number, string NumberFa, string Requester, string Description, Quantity Quantity, string UnitName, Rials Estimate);

public sealed record BuyerToChoose(PersonId Id, string Name);

internal sealed class StartSourcingFileHandler(
    IDocuments documents, IPurchaseRequestFacts requests, ICatalogueFacts catalogue, Classing classing, DocumentRegistry registry, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartSourcingFile, Result<SourcingFileStart>>
{
    private const int MostNeeds = 500;

    public async Task<Result<SourcingFileStart>> Handle(StartSourcingFile query, CancellationToken cancellationToken)
    {
        if (await documents.Find<PurchaseRequest>(query.Request, cancellationToken) is not { } request) return Refusal.NotFound("signoff.document-not-found");
        if (request.SignOff.State != DocumentState.InEffect) return Refusal.Rule("sourcing.request-not-in-effect", request.SignOff.State);

        var chart = await charts.Get(cancellationToken);
        var sheet = request.SignOff;
        var own = await requests.Waiting(UnitScope.Everything, request.Id, null, MostNeeds, cancellationToken);
        var classed = await classing.Of(own.Aggregate(Rials.Zero, (sum, l) => sum + l.Estimate), [request], cancellationToken);
        return new SourcingFileStart(
            request.Id, registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, false),
            registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, true), sheet.Subject, [.. own.Select(n => Choice(n, chart))],
            await SameSet(own, chart, cancellationToken), classed.Succeeded ? ClassView.Of(classed.Value) : null, classed.Succeeded ? null : classed.Refusal,
            classed.Succeeded ? [.. Enum.GetValues<PurchaseMethod>().Where(m => classed.Value.Allows(m).Succeeded)] : [], Buyers(chart, sheet));
    }

    private async Task<IReadOnlyList<NeedToChoose>> SameSet(IReadOnlyList<OpenNeed> own, OrganisationChart chart, CancellationToken ct)
    {
        var others = (await requests.Waiting(chart.ScopeOf(actor.Person, clock.Today), null, null, MostNeeds, ct)).Where(n => own.All(o => o.Line != n.Line)).ToList();
        var items = await catalogue.Items([.. own.Concat(others).Select(n => n.Item).OfType<ItemId>().Distinct()], ct);
        var sets = own.Select(SetOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. others.Where(n => SetOf(n) is { } set && sets.Contains(set)).Select(n => Choice(n, chart))];

        string? SetOf(OpenNeed need) => need.Item is { } item ? items.GetValueOrDefault(item)?.ConventionalSet : null;
    }

    private static NeedToChoose Choice(OpenNeed need, OrganisationChart chart) =>
        new(need.Request, need.Line, need.Number, need.NumberFa, chart.NameOf(need.Requester), need.Description, need.Quantity, need.UnitName, need.Estimate);

    private List<BuyerToChoose> Buyers(OrganisationChart chart, SignOffSheet sheet) =>
    [
        .. chart.PostsServing(Capacity.Buyer, sheet.UnitId).SelectMany(p => chart.HoldersOf(p, clock.Today)).Distinct()
            .Where(p => p != sheet.OwnerId && p != actor.Person).Select(p => new BuyerToChoose(p, chart.NameOf(p))).OrderBy(b => b.Name, StringComparer.Ordinal),
    ];
}
