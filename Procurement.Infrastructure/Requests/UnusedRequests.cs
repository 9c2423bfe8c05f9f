using Procurement.Application.Settings;
using Procurement.Application.SignOff.ExpireDocument;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Requests;

/// <summary>
/// Requests in effect from which nothing followed in the days the body has set (documents 5); a line that a sourcing file has taken up
/// keeps its request alive. Without the setting none expires.
/// </summary>
internal sealed class UnusedRequests(ISqlSession sql, ISettings settings) : IExpiringDocuments
{
    public string Ground => "request-unused";

    public async Task<IReadOnlyList<DocumentId>> Due(DateOnly day, CancellationToken ct)
    {
        var days = await settings.Require(GeneralSettings.UnusedRequestDays, day, ct);
        if (!days.Succeeded) return [];

        var before = TehranTime.StartOfDay(day.AddDays(-days.Value.Value));
        return await sql.Query(
            $"""
            SELECT s.id FROM sign_off_sheet s
            WHERE s.kind IN ({GoodsRequest.Kind.Code}, {PurchaseRequest.Kind.Code}) AND s.state = {DocumentState.InEffect} AND s.effective_at < {before}
              AND NOT EXISTS (SELECT 1 FROM line_link l WHERE l.from_document = s.id)
              AND NOT EXISTS (SELECT 1 FROM purchase_request_line p WHERE p.purchase_request_id = s.id AND p.file_id IS NOT NULL)
            ORDER BY s.id
            """, row => row.GetId<DocumentId>(0), ct);
    }
}
