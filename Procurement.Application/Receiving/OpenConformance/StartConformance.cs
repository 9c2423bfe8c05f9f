using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.OpenConformance;

/// <summary>What of a delivery is left to be judged, requester by requester.</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record StartConformance(DocumentId TemporaryReceipt) : IQuery<Result<ConformanceStart>>;

/// <param name="Number">Number of the delivery.</param>
/// <param name="NumberFa">As people read it.</param>
/// <param name="IsBought">A deal names the requesters; otherwise the keeper chooses who judges.</param>
/// <param name="Groups">The lines left, by requester.</param>
/// <param name="People">Staff of the store's unit, for goods that were not bought.</param>
public sealed record ConformanceStart(
    string Number, string NumberFa, bool IsBought, IReadOnlyList<ConformanceGroup> Groups, IReadOnlyList<(PersonId Person, string Name)> People);

/// <summary>One requester's lines; <paramref name="Needs"/> says why a report cannot be opened yet.</summary>
public sealed record ConformanceGroup(PersonId? Requester, string Name, string JudgeName, Refusal? Needs, IReadOnlyList<ConformanceLeft> Lines);

public sealed record ConformanceLeft(Guid Line, int Order, ItemLabel Item, Quantity Left);

internal sealed class StartConformanceHandler(
    IDocuments documents, IOrderFacts orders, ILineProgress progress, Judges judges, ReceivingNames names, ChartOfCall charts, DocumentRegistry registry)
    : IQueryHandler<StartConformance, Result<ConformanceStart>>
{
    public async Task<Result<ConformanceStart>> Handle(StartConformance query, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(query.TemporaryReceipt, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        var taken = await progress.Of(LineStage.Presented, [.. receipt.Lines.Select(l => l.Id)], cancellationToken);
        var item = await names.Items(receipt.Lines.Select(l => l.ItemId), cancellationToken);
        var left = receipt.Lines.Where(l => l.Counted is not null).OrderBy(l => l.Order)
            .Select(l => (Line: l, Left: new ConformanceLeft(l.Id, l.Order, item(l.ItemId), taken.Left(l.Id, l.Counted!.Value)))).Where(l => !l.Left.Left.IsZero).ToList();
        var chart = await charts.Get(cancellationToken);
        var deal = receipt.BasisId is { } basis ? await orders.Find(basis, cancellationToken) : null;
        var groups = new List<ConformanceGroup>();
        foreach (var group in left.GroupBy(l => deal?.Lines.FirstOrDefault(d => d.LineId == l.Line.BasisLineId)?.RequesterId))
        {
            var judge = group.Key is { } requester && receipt.BasisId is { } order ? await judges.For(order, requester, cancellationToken) : null;
            groups.Add(new ConformanceGroup(
                group.Key, group.Key is { } asked ? chart.NameOf(asked) : "", judge is { Succeeded: true } ? chart.NameOf(judge.Value.Person) : "",
                judge is { Succeeded: false } ? judge.Refusal : null, [.. group.Select(l => l.Left)]));
        }

        var sheet = receipt.SignOff;
        string Number(bool persian) => registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian);
        return new ConformanceStart(
            Number(false), Number(true), receipt.BasisId is not null, groups,
            receipt.BasisId is null ? [.. chart.People.Where(p => p.IsActive && p.UnitId == sheet.UnitId).OrderBy(p => p.FullName, StringComparer.Ordinal).Select(p => (p.Id, p.FullName))] : []);
    }
}
