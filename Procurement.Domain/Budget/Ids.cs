using Procurement.Domain.Shared;

namespace Procurement.Domain.Budget;

public readonly record struct BudgetLineId(Guid Value) : ITypedId<BudgetLineId>, IComparable<BudgetLineId>
{
    public static BudgetLineId From(Guid value) => new(value);

    /// <summary>By time of making: lists page by it and the ledger locks in this order.</summary>
    public int CompareTo(BudgetLineId other) => Value.CompareTo(other.Value);

    public static bool operator <(BudgetLineId left, BudgetLineId right) => left.CompareTo(right) < 0;

    public static bool operator >(BudgetLineId left, BudgetLineId right) => left.CompareTo(right) > 0;

    public static bool operator <=(BudgetLineId left, BudgetLineId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BudgetLineId left, BudgetLineId right) => left.CompareTo(right) >= 0;

    public static BudgetLineId New() => new(Guid.CreateVersion7());
}

public readonly record struct AllotmentId(Guid Value) : ITypedId<AllotmentId>
{
    public static AllotmentId From(Guid value) => new(value);

    public static AllotmentId New() => new(Guid.CreateVersion7());
}
