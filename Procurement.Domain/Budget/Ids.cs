using Procurement.Domain.Shared;

namespace Procurement.Domain.Budget;

public readonly record struct BudgetLineId(Guid Value) : ITypedId<BudgetLineId>
{
    public static BudgetLineId From(Guid value) => new(value);

    public static BudgetLineId New() => new(Guid.CreateVersion7());
}
