using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Access;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Shell;

/// <summary>Programs of others are written against the checked-in copy; a change of the interface shows there before it is shipped.</summary>
public sealed class The_description_of_the_interface(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Is_what_the_copy_in_the_repository_says()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));

        await UnderReview.Same("docs/openapi/v1.json", (await Description(site)).ToJsonString(Readable) + "\n");
    }

    [Fact]
    public async Task Names_every_operation_and_each_once()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var operations = (await Description(site))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(o => (string)o.Value!["operationId"]!).ToList();

        Assert.Equal(RoutesOfTheSite.All(site).Count(r => r.Pattern.StartsWith("/api/v1", StringComparison.Ordinal)), operations.Count);
        Assert.Equal(operations.Count, operations.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Is_read_on_a_page_of_its_own()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var reader = site.Visit(site.Body.Administrator);

        await reader.Open("/api/index.html");

        Assert.Equal(HttpStatusCode.OK, reader.Status);
    }

    private static async Task<JsonNode> Description(WebSite site)
    {
        using var anyone = site.Visit(null);
        return JsonNode.Parse(await anyone.Client.GetStringAsync("/openapi/v1.json"))!;
    }
}
