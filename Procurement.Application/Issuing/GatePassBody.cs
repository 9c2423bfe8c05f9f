using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>What page, print, API and the gate show of a pass; a confirmer only where the receiver is outside the body.</summary>
public sealed record GatePassView(
    PassBasis Basis, DocumentLabel From, StoreId Store, string StoreName, string StoreNameEn, string Destination, string Bearer, string Vehicle, PersonId? ReceiverId,
    string Receiver, string Confirmer, string ReceiptPaper, string RosterGuard, DateOnly? ReturnDue, DateTimeOffset? LeftAt, string LetOutBy, DateTimeOffset? ConfirmedAt, string ConfirmedBy, string DisputeRemark,
    bool IsDisputed, IReadOnlyList<GatePassLineView> Lines, IReadOnlyList<string> Stopped)
{
    /// <summary>Something of a temporary exit is with its holder.</summary>
    public bool IsAway => Lines.Any(l => !l.Away.IsZero);

    /// <summary>Its day is over and something is not back.</summary>
    public bool IsOverdue { get; init; }
}

public sealed record GatePassLineView(
    Guid Id, int Order, Guid BasisLine, ItemId Item, string Code, string Name, string NameEn, string Unit, string UnitEn, bool IsLabelled, Quantity Quantity, Quantity Left,
    Quantity Arrived, Quantity Disputed, Quantity Away, Quantity Returned, IReadOnlyList<GatePassPieceView> Pieces);

public sealed record GatePassPieceView(string Number, bool HasLeft, bool HasArrived, bool IsAway);

internal sealed class GatePassBody(IStockFacts stock, ICatalogueFacts catalogue, IIssuingQueries queries, ChartOfCall charts, IBodyClock clock) : IDocumentBody
{
    public DocumentKind Kind => GatePass.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var pass = (GatePass)document;
        var chart = await charts.Get(ct);
        var store = await stock.Store(pass.StoreId, ct);
        var items = await catalogue.Items([.. pass.Lines.Select(l => l.Item).Distinct()], ct);
        return new GatePassView(
            pass.Basis, (await queries.Labels([pass.BasisId], ct))[pass.BasisId], pass.StoreId, store?.Name ?? "", store?.NameEn ?? "", pass.Destination, pass.Bearer, pass.Vehicle, pass.ReceiverId,
            pass.OutsideReceiver.Length > 0 ? pass.OutsideReceiver : Name(chart, pass.ReceiverId), pass.OutsideReceiver.Length > 0 ? Name(chart, pass.ReceiverId) : "",
            pass.ReceiptPaper, Name(chart, pass.RosterGuardId), pass.ReturnDue, pass.LeftAt, Name(chart, pass.LetOutBy), pass.ConfirmedAt,
            Name(chart, pass.ConfirmedBy), pass.DisputeRemark, pass.IsDisputed,
            [.. pass.Lines.OrderBy(l => l.Order).Select(l => Line(l, items.GetValueOrDefault(l.Item)))],
            [.. pass.Stopped.OrderBy(s => s.Order).Select(s => s.Scanned)])
        {
            IsOverdue = pass.IsAway && pass.ReturnDue < clock.Today,
        };
    }

    private static GatePassLineView Line(GatePassLine line, ItemFacts? item) => new(
        line.Id, line.Order, line.BasisLineId, line.Item, line.ItemCode, item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", line.IsLabelled,
        line.Quantity, line.Left, line.Arrived, line.Disputed, line.Away, line.Returned,
        [.. line.Pieces.OrderBy(p => p.Order).Select(p => new GatePassPieceView(p.Number, p.HasLeft, p.HasArrived, p.IsAway))]);

    private static string Name(OrganisationChart chart, PersonId? person) => person is { } id ? chart.NameOf(id) : "";
}
