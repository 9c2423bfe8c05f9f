using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Procurement.Tests.Support;

/// <summary>Goods requests as a scene for tests about something else.</summary>
internal static class GoodsRequestsOnSite
{
    public static async Task<DocumentId> Drafted(this WebSite site, PersonId by, string purpose = "کارگاه جوشکاری")
    {
        var stock = await site.Stock();
        var drafted = await site.As(by, new DraftGoodsRequest(
            stock.Store, purpose, new DateOnly(2026, 12, 1), [new(stock.Electrode, 3, null)]));
        Assert.True(drafted.Succeeded, drafted.Succeeded ? "" : drafted.Refusal.ToString());
        return drafted.Value;
    }

    public static async Task<DocumentId> Submitted(this WebSite site, PersonId by, string purpose = "کارگاه جوشکاری")
    {
        var id = await site.Drafted(by, purpose);
        var submitted = await site.As(by, new SubmitDocument(id, (await site.Sheet(id)).ContentVersion, null));
        Assert.True(submitted.Succeeded, submitted.Succeeded ? "" : submitted.Refusal.ToString());
        return id;
    }

    public static async Task<SignOffSheet> Sheet(this WebSite site, DocumentId id) => (await site.GoodsRequest(id)).SignOff;

    public static async Task<GoodsRequest> GoodsRequest(this WebSite site, DocumentId id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<GoodsRequest>().AsSplitQuery().SingleAsync(r => r.Id == id);
    }
}
