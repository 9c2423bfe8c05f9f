using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>What the inbox, lists and search show of a document before it is opened.</summary>
public sealed record DocumentBrief(string Subject, Rials? Amount);

/// <summary>A signature given on the document this one comes from, which stands for a step here too (documents 2, timing).</summary>
public sealed record InheritedSignature(PersonId PersonId, DocumentId DocumentId, DateTimeOffset At);

/// <summary>What a kind tells the route resolver about one document.</summary>
public sealed record RouteFacts
{
    public static RouteFacts None { get; } = new();

    /// <summary>Named conditions that hold (<c>goods</c>, <c>labelled</c>); a route step may ask for one.</summary>
    public IReadOnlySet<string> Conditions { get; init; } = new HashSet<string>();

    /// <summary>People the document itself names for a capacity: the requester of the original need, the appointed expert, the receiver.</summary>
    public IReadOnlyDictionary<Capacity, PersonId> Named { get; init; } = new Dictionary<Capacity, PersonId>();

    /// <summary>Signatures that already stand for a capacity because the document continues another without change.</summary>
    public IReadOnlyDictionary<Capacity, InheritedSignature> Inherited { get; init; } = new Dictionary<Capacity, InheritedSignature>();

    /// <summary>Whether controller and inspector may sign within their days after the effect.</summary>
    public bool MaySignAfter { get; init; }
}

/// <summary>A document took effect: its last <em>before</em> signature was given.</summary>
public interface IDocumentTookEffect : IDomainEvent
{
    DocumentId DocumentId { get; }
}

/// <summary>
/// A document of the chain (سند): an aggregate that <em>owns</em> a sign-off sheet. The sheet carries route, signatures, objections and
/// life cycle; the kind adds its content, its own rules, and what its effect is.
/// </summary>
public abstract class Document : AggregateRoot<DocumentId>
{
    public SignOffSheet SignOff { get; protected set; } = null!;

    /// <summary>Version of the canonical form this kind writes today.</summary>
    public abstract int FormVersion { get; }

    /// <summary>Writes the content that signatures bind; see <see cref="CanonicalWriter"/>.</summary>
    public abstract void WriteCanonical(CanonicalWriter writer);

    public abstract DocumentBrief Brief();

    /// <summary>Facts the route depends on; a kind with conditions or named people overrides it.</summary>
    public virtual RouteFacts DescribeRoute() => RouteFacts.None;

    /// <summary>What must hold before the document may be submitted; every fault of the form at once.</summary>
    public abstract Result CheckReady();

    /// <summary>Called once when the last <em>before</em> signature stands; raises the event other capabilities react to.</summary>
    protected internal abstract Result TakeEffect(ActBy by);

    /// <summary>Called when the document ends before its effect (withdrawn, returned, refused, cancelled, expired): gives back what its submit took.</summary>
    protected internal virtual Result GiveBack(DocumentState endedAs, ActBy by) => Result.Ok;

    /// <summary>Called at submit, after <see cref="CheckReady"/>: the kind may raise what its submit holds (a reservation).</summary>
    protected internal virtual Result Submitted(ActBy by) => Result.Ok;

    /// <summary>Whether the holder of this step must add something of his own before he can sign (the keeper's answer, the controller's credit line).</summary>
    public virtual bool AwaitsContribution(RouteStep step) => false;

    /// <summary>Refreshes what lists show of the document; called whenever its content changed.</summary>
    protected void ContentChanged()
    {
        SignOff.ContentChanged();
        RefreshBrief();
    }

    protected void RefreshBrief()
    {
        var brief = Brief();
        SignOff.Describe(brief.Subject, brief.Amount);
    }
}
