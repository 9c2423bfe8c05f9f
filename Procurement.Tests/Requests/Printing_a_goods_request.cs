using System.Net;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Requests;

public sealed class Printing_a_goods_request(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_paper_shows_number_lines_and_the_signature_boxes_in_route_order(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);

        var paper = await manager.Open($"/documents/{id.Value}/print");

        Assert.Equal(HttpStatusCode.OK, manager.Status);
        Assert.Contains("الکترود جوشکاری", paper.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["درخواست‌کننده", "مدیر واحد", "انباردار"], paper.QuerySelectorAll(".signature h2").Select(box => box.TextContent.Trim()));
        Assert.Equal(2, paper.QuerySelectorAll(".signature-empty").Length);
        Assert.NotNull(paper.QuerySelector(".stamp"));
    }

    [EngineFact]
    public async Task A_stranger_of_another_province_gets_no_paper(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var stranger = site.Visit(site.Body.Stranger);

        await stranger.Open($"/documents/{id.Value}/print");

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }
}
