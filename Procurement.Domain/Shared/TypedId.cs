namespace Procurement.Domain.Shared;

/// <summary>An id that cannot be mistaken for the id of something else. Made in code, ordered by time (UUID version 7).</summary>
/// <remarks>Implementations are one line each: <c>public readonly record struct ItemId(Guid Value) : ITypedId&lt;ItemId&gt; { … }</c>.</remarks>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
