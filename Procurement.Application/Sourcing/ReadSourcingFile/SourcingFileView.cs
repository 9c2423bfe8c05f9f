using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.ReadSourcingFile;

/// <summary>A sourcing file whole: why it is bought so, what was found out about prices, what the splitting tests see now, and what came of it.</summary>
/// <param name="Id">The file.</param>
/// <param name="State">Where it stands.</param>
/// <param name="UnitName">The unit it is bought for.</param>
/// <param name="UnitNameEn">In English; may be empty.</param>
/// <param name="BuyerId">The buyer.</param>
/// <param name="Buyer">By name.</param>
/// <param name="OpenedBy">The head of procurement who opened it.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="Class">Its class with the decree row that gave it.</param>
/// <param name="Method">Its method.</param>
/// <param name="SetadNumber">Number in SETAD; may be empty.</param>
/// <param name="SetadExcuse">The approved reason for none; may be empty.</param>
/// <param name="SetadExcusedBy">Who approved it.</param>
/// <param name="AbandonReason">Why it was given up; empty otherwise.</param>
/// <param name="Estimate">The estimate of all lines.</param>
/// <param name="IsUrgent">Some of its requests is urgent; that changes neither class nor method.</param>
/// <param name="Requests">The requests behind it.</param>
/// <param name="Lines">Its lines in order.</param>
/// <param name="Prices">Prices noted, the cheapest first.</param>
/// <param name="Decisions">Every decision drafted on it, the newest last.</param>
/// <param name="Findings">Findings about it or its decisions, decided or not.</param>
/// <param name="Signals">What the splitting tests see at this moment.</param>
/// <param name="Unable">Why the tests could not look; null when they did.</param>
/// <param name="IsMine">The reader is its buyer.</param>
public sealed record SourcingFileView(
    SourcingFileId Id, SourcingFileState State, string UnitName, string UnitNameEn, PersonId BuyerId, string Buyer, string OpenedBy, DateTimeOffset OpenedAt, ClassView Class,
    PurchaseMethod Method, string SetadNumber, string SetadExcuse, string SetadExcusedBy, string AbandonReason, Rials Estimate, bool IsUrgent, IReadOnlyList<RequestBehind> Requests,
    IReadOnlyList<SourcingLineView> Lines, IReadOnlyList<PriceNoteView> Prices, IReadOnlyList<DecisionBrief> Decisions, IReadOnlyList<FindingView> Findings,
    IReadOnlyList<SplittingCase> Signals, Refusal? Unable, bool IsMine)
{
    /// <summary>The decision that stands; null while another may be drafted.</summary>
    public DecisionBrief? Decision => Decisions.LastOrDefault(d => d.State is DocumentState.Draft or DocumentState.InRoute or DocumentState.InEffect or DocumentState.Closed);

    /// <summary>A number in SETAD, or an excuse somebody else gave.</summary>
    public bool HasSetadAnswer => SetadNumber.Length > 0 || SetadExcuse.Length > 0;
}

/// <summary>The class with the decree row and the event whose day selected it.</summary>
public sealed record ClassView(
    DealClass Class, Rials Amount, ThresholdEvent Event, DateOnly EventDate, int DecreeYear, string DecreeNumber, Rials SmallCeiling, Rials MediumLimit, SmallBoundary Boundary)
{
    internal static ClassView Of(Classification c) =>
        new(c.Class, c.Amount, c.Event, c.EventDate, c.DecreeYear, c.DecreeNumber, c.SmallCeiling, c.MediumLimit, c.Boundary);
}

public sealed record RequestBehind(DocumentId Id, string Number, string NumberFa, string Subject);

public sealed record SourcingLineView(
    Guid Id, DocumentId Request, int Order, ItemKind Kind, string ItemCode, string Description, string Requester, string UnitName, Quantity Quantity, string UnitOfMeasure, Rials Estimate,
    string Specification);

/// <summary>One price; its lines are empty where only the whole was priced.</summary>
public sealed record PriceNoteView(
    Guid Id, SupplierId? SupplierId, string Seller, Rials Total, DateOnly On, PriceSource Source, string Note, DateTimeOffset NotedAt, IReadOnlyList<LinePriceView> Lines, string EvidenceName,
    long EvidenceSize, bool IsLowest);

public sealed record LinePriceView(Guid FileLine, Rials UnitPrice, Rials Price);

/// <summary>A decision of the file in one line; the order's number once it is one in effect.</summary>
public sealed record DecisionBrief(DocumentId Id, string Number, string NumberFa, DocumentState State, Rials? Amount, string OrderNumber, string OrderNumberFa);

internal static class PriceNotes
{
    /// <summary>Prices of a file for reading, the cheapest first.</summary>
    public static IReadOnlyList<PriceNoteView> Of(SourcingFile file)
    {
        var lowest = file.Prices.Count == 0 ? Rials.Zero : file.Prices.Min(p => p.Total);
        return
        [
            .. file.Prices.OrderBy(p => p.Total.Amount).ThenBy(p => p.NotedAt).Select(p => new PriceNoteView(
                p.Id, p.SupplierId, p.Seller, p.Total, p.On, p.Source, p.Note, p.NotedAt, [.. p.Lines.Select(l => new LinePriceView(l.FileLine, l.UnitPrice, l.Price))], p.EvidenceName,
                p.EvidenceSize, p.Total == lowest)),
        ];
    }
}
