using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Receiving;

/// <summary>What a later document takes of an earlier line, counted from its submit on. Stored numbers: never renumber.</summary>
public enum LineStage
{
    /// <summary>Of what was counted, put before a requester.</summary>
    Presented = 1,

    /// <summary>Of what was accepted at full price, entered into the store.</summary>
    Received = 2,

    /// <summary>Of what was accepted at a lower price, entered into the store.</summary>
    ReceivedAtCut = 3,

    /// <summary>Of what was refused, sent back.</summary>
    SentBack = 4,

    /// <summary>Of what was ordered, entered into the store.</summary>
    Delivered = 5,

    /// <summary>Of a service or works agreed, accepted.</summary>
    Performed = 6,

    /// <summary>Of what was accepted, billed by an invoice.</summary>
    Billed = 7,
}

/// <summary>Part of a line taken by a document; never more than the limit over all documents (control 6.3.b).</summary>
public sealed record TakenLine(Guid Line, LineStage Stage, Quantity Quantity, Quantity Limit);

/// <summary>A document was submitted and takes its share of earlier lines.</summary>
public sealed record LinesTaken(DocumentId DocumentId, IReadOnlyList<TakenLine> Lines) : IDomainEvent;

/// <summary>It ended before its effect and gives its share back.</summary>
public sealed record LinesGivenBack(DocumentId DocumentId, IReadOnlyList<TakenLine> Lines) : IDomainEvent;
