using Procurement.Domain.Shared;

namespace Procurement.Web.Pages.Issuing;

/// <summary>One row in which somebody says how much of a line an act is about: a quantity, or numbers to tick.</summary>
/// <param name="Line">The line sent back.</param>
/// <param name="Order">Its place.</param>
/// <param name="Goods">What it is.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="There">How much there is to choose from.</param>
/// <param name="IsLabelled">Numbers are ticked instead of a quantity typed.</param>
/// <param name="Pieces">The numbers.</param>
public sealed record TakeRow(Guid Line, int Order, Goods Goods, string Unit, Quantity There, bool IsLabelled, IReadOnlyList<string> Pieces)
{
    /// <summary>Proposed before anything is typed; null leaves it to be counted.</summary>
    public Quantity? Proposed { get; init; }

    /// <summary>Numbers ticked before anything is typed.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];
}

/// <summary>A table of such rows.</summary>
/// <param name="Caption">What it asks.</param>
/// <param name="There">Heading of what there is.</param>
/// <param name="Taken">Heading of what is typed.</param>
/// <param name="Rows">The rows.</param>
public sealed record TakeTable(string Caption, string There, string Taken, IReadOnlyList<TakeRow> Rows);
