namespace Procurement.Domain.Shared;

/// <summary>Something that happened inside an aggregate and that other capabilities may react to in the same transaction.</summary>
public interface IDomainEvent;

/// <summary>What the pipeline sees of any aggregate: its version and what happened in it.</summary>
public interface IAggregateRoot
{
    /// <summary>Raised once by each committed change of the aggregate or of any of its children; the optimistic lock.</summary>
    long Version { get; }

    IReadOnlyList<IDomainEvent> Events { get; }

    void ClearEvents();
}

/// <summary>A consistency boundary: loaded whole, changed by its own methods, saved whole.</summary>
public abstract class AggregateRoot<TId> : IAggregateRoot where TId : struct
{
    private readonly List<IDomainEvent> _events = [];

    public TId Id { get; protected init; }

    public long Version { get; private set; }

    public IReadOnlyList<IDomainEvent> Events => _events;

    public void ClearEvents() => _events.Clear();

    protected void Raise(IDomainEvent happened) => _events.Add(happened);
}
