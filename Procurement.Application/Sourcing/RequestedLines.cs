using Procurement.Application.Requests.Facts;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;

namespace Procurement.Application.Sourcing;

/// <summary>Lines of a request in hand, as the splitting tests see those the database already knows.</summary>
internal static class RequestedLines
{
    public static IReadOnlyList<RequestedLine> Of(PurchaseRequest request) => [.. request.Lines.Select(l => Of(request, l.Id, l.Estimate))];

    /// <summary>One line at its estimate, or at the price agreed for it.</summary>
    public static RequestedLine Of(PurchaseRequest request, Guid line, Rials price)
    {
        var l = request.Lines.Single(x => x.Id == line);
        return new RequestedLine(
            request.Id, l.Id, request.SignOff.UnitId, request.SignOff.OwnerId, request.SignOff.SubmittedAt ?? request.SignOff.OpenedAt, l.Kind, l.Item, l.Description, price,
            request.DeliveryPlace, l.BudgetLine, l.FileId);
    }
}
