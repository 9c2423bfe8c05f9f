using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.OpenSourcingFile;

/// <summary>
/// The head of procurement opens a file over approved lines, which are classed by the decree in force on the configured day, and gives it to
/// a buyer. Lines of one set that belong together are put into one file.
/// </summary>
[Requires(SourcingPermissions.Open)]
public sealed record OpenSourcingFile(IReadOnlyList<NeedToBuy> Lines, PurchaseMethod Method, PersonId Buyer) : ICommand<Result<SourcingFileId>>;

public sealed record NeedToBuy(DocumentId Request, Guid Line);

internal sealed class OpenSourcingFileHandler(
    IDocuments documents, ICatalogueFacts catalogue, Classing classing, SplittingExam exam, ISourcingFiles files, ChartOfCall charts, Desk desk,
    IBodyClock clock) : ICommandHandler<OpenSourcingFile, Result<SourcingFileId>>
{
    public async Task<Result<SourcingFileId>> Handle(OpenSourcingFile command, CancellationToken cancellationToken)
    {
        var requests = new List<PurchaseRequest>();
        foreach (var id in command.Lines.Select(l => l.Request).Distinct())
        {
            if (await documents.Find<PurchaseRequest>(id, cancellationToken) is not { } request) return Refusal.NotFound("signoff.document-not-found");
            requests.Add(request);
        }

        var chart = await charts.Get(cancellationToken);
        var lines = await Lines(command, requests, cancellationToken);
        if (lines.Count == 0) return Refusal.Invalid("sourcing.file-lines", SourcingFile.MaxLines).At("Lines");
        var unit = CommonUnit(chart, requests);
        if (!chart.HasCapacityFor(command.Buyer, Capacity.Buyer, unit, clock.Today)) return Refusal.Rule("sourcing.not-a-buyer", chart.NameOf(command.Buyer)).At("Buyer");

        var classed = await classing.Of(lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Estimate), requests, cancellationToken);
        if (!classed.Succeeded) return classed.Plain();
        var opened = SourcingFile.Open(unit, lines, classed.Value, command.Method, command.Buyer, desk.Me);
        if (!opened.Succeeded) return opened.Plain();
        var file = opened.Value;
        foreach (var request in requests)
        {
            var taken = request.TakeUp([.. lines.Where(l => l.RequestId == request.Id).Select(l => l.RequestLine)], file.Id.Value);
            if (!taken.Succeeded) return taken;
        }

        files.Add(file);
        return await Examine(file, requests, cancellationToken) is { Succeeded: false } refused ? refused : file.Id;
    }

    /// <summary>Each unit that asks is examined over its own deals; the lines of this file are one deal among them.</summary>
    private async Task<Result> Examine(SourcingFile file, List<PurchaseRequest> requests, CancellationToken ct)
    {
        foreach (var deal in ExaminedDeals.Of(file, requests, clock.Today))
        {
            var examined = await exam.Run(deal, ct);
            if (!examined.Succeeded) return examined;
        }

        return Result.Ok;
    }

    private async Task<List<SourcingLine>> Lines(OpenSourcingFile command, List<PurchaseRequest> requests, CancellationToken ct)
    {
        var wanted = command.Lines.Distinct().SelectMany(w => requests.Where(r => r.Id == w.Request).SelectMany(r => r.Lines.Where(l => l.Id == w.Line).Select(l => (r, l)))).ToList();
        var items = await catalogue.Items([.. wanted.Select(w => w.l.Item).OfType<ItemId>().Distinct()], ct);
        return wanted.ConvertAll(w => new SourcingLine(
            w.r.Id, w.l.Id, wanted.IndexOf(w) + 1, w.r.SignOff.UnitId, w.r.SignOff.OwnerId, w.l.Kind, w.l.Item,
            w.l.Item is { } item && items.TryGetValue(item, out var known) ? known.ConventionalSet : "", w.l.Description, w.l.Quantity, w.l.UnitName, w.l.Estimate));
    }

    /// <summary>The requests' own unit, or the nearest unit above them all.</summary>
    private static OrgUnitId CommonUnit(OrganisationChart chart, List<PurchaseRequest> requests) =>
        chart.PathUp(requests[0].SignOff.UnitId).First(u => requests.TrueForAll(r => chart.PathUp(r.SignOff.UnitId).Any(up => up.Id == u.Id))).Id;
}
