using Procurement.Domain.Shared;

namespace Procurement.Domain.Sourcing;

public readonly record struct SourcingFileId(Guid Value) : ITypedId<SourcingFileId>, IComparable<SourcingFileId>
{
    public static SourcingFileId From(Guid value) => new(value);

    public static SourcingFileId New() => new(Guid.CreateVersion7());

    /// <summary>By time of making: the order lists page by.</summary>
    public int CompareTo(SourcingFileId other) => Value.CompareTo(other.Value);

    public static bool operator <(SourcingFileId left, SourcingFileId right) => left.CompareTo(right) < 0;

    public static bool operator >(SourcingFileId left, SourcingFileId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourcingFileId left, SourcingFileId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourcingFileId left, SourcingFileId right) => left.CompareTo(right) >= 0;
}

public readonly record struct SplittingFindingId(Guid Value) : ITypedId<SplittingFindingId>, IComparable<SplittingFindingId>
{
    public static SplittingFindingId From(Guid value) => new(value);

    public static SplittingFindingId New() => new(Guid.CreateVersion7());

    /// <summary>By time of making: the order lists page by.</summary>
    public int CompareTo(SplittingFindingId other) => Value.CompareTo(other.Value);

    public static bool operator <(SplittingFindingId left, SplittingFindingId right) => left.CompareTo(right) < 0;

    public static bool operator >(SplittingFindingId left, SplittingFindingId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SplittingFindingId left, SplittingFindingId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SplittingFindingId left, SplittingFindingId right) => left.CompareTo(right) >= 0;
}
