using Procurement.Application.Receiving.EnterGoods;

namespace Procurement.Web.Pages.Receiving;

/// <summary>The rows in which accepted goods are put on shelves.</summary>
public sealed record ShelvesView(IReadOnlyList<TypedShelf> Rows, EnteringStart Start)
{
    /// <summary>The accepted line a row belongs to; null when nothing of it is left.</summary>
    public AcceptedLeft? Of(TypedShelf row) => Start.Accepted.FirstOrDefault(a => a.ConformanceLine == row.ConformanceLine && a.AtCut == row.AtCut);
}
