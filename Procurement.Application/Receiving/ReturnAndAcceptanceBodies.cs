using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving;

/// <summary>What page, print and API show of a return to the supplier.</summary>
public sealed record ReturnToSupplierView(
    StoreLabel Store, DocumentId ConformanceId, DocumentId? BasisId, string FromName, string Buyer, string Reason, string Carrier, IReadOnlyList<ReturnLineView> Lines);

/// <summary>One line that goes back, with what of it still lies in quarantine and what the other side has.</summary>
public sealed record ReturnLineView(Guid Id, int Order, ItemLabel Item, string LotCode, Quantity Quantity, string Reason, Quantity Waiting, Quantity Settled);

internal sealed class ReturnToSupplierBody(ReceivingNames names) : IDocumentBody
{
    public DocumentKind Kind => ReturnToSupplier.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var back = (ReturnToSupplier)document;
        var item = await names.Items(back.Lines.Select(l => l.ItemId), ct);
        var person = await names.People([back.BuyerId], ct);
        return new ReturnToSupplierView(
            await names.Store(back.StoreId, ct), back.ConformanceId, back.BasisId, back.FromName, person(back.BuyerId), back.Reason, back.Carrier,
            [.. back.Lines.OrderBy(l => l.Order).Select(l => new ReturnLineView(
                l.Id, l.Order, item(l.ItemId), l.LotCode, l.Quantity, l.Reason, l.Waiting, l.Settled))]);
    }
}

/// <summary>What page, print and API show of an acceptance of service or works.</summary>
public sealed record ServiceAcceptanceView(
    DocumentId BasisId, string FromName, DateOnly PeriodFrom, DateOnly PeriodTo, PersonId? ExpertId, string Expert, string SubstitutesFor, Rials Value, IReadOnlyList<AcceptedWorkView> Lines);

public sealed record AcceptedWorkView(
    Guid Id, int Order, Guid BasisLine, string Description, string UnitName, Quantity Ordered, Quantity Before, Quantity Quantity, Rials UnitPrice, Rials Value, string MeasuredHow)
{
    /// <summary>What is done of the line with this part.</summary>
    public Quantity SoFar => Before + Quantity;
}

internal sealed class ServiceAcceptanceBody(ReceivingNames names) : IDocumentBody
{
    public DocumentKind Kind => ServiceAcceptance.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var acceptance = (ServiceAcceptance)document;
        var person = await names.People([acceptance.ExpertId, acceptance.SubstitutesFor], ct);
        return new ServiceAcceptanceView(
            acceptance.BasisId, acceptance.FromName, acceptance.PeriodFrom, acceptance.PeriodTo, acceptance.ExpertId, person(acceptance.ExpertId), person(acceptance.SubstitutesFor),
            acceptance.Value,
            [.. acceptance.Lines.OrderBy(l => l.Order).Select(l => new AcceptedWorkView(
                l.Id, l.Order, l.BasisLineId, l.Description, l.UnitName, l.Ordered, l.AcceptedBefore, l.Quantity, l.UnitPrice, l.Value, l.MeasuredHow))]);
    }
}
