using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Operations;

public sealed class Health_of_the_process(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_fresh_installation_lives_and_is_ready(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var client = site.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        var ready = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var checks = await ChecksOf(ready);
        Assert.Equal(["checkpoints", "clock", "database", "disk", "migrations"], checks.Keys.Order());
        Assert.Equal(("Healthy", "Healthy"), (checks["database"], checks["migrations"]));
    }

    [EngineFact]
    public async Task A_clock_that_stands_before_the_newest_act_takes_no_requests(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Drafted(site.Body.Requester);
        site.Clock.Pass(TimeSpan.FromHours(-1));
        using var client = site.CreateClient();

        var ready = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", (await ChecksOf(ready))["clock"]);
    }

    [EngineFact]
    public async Task Acts_that_wait_too_long_for_a_checkpoint_are_told(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Drafted(site.Body.Requester);
        site.Clock.Pass(TimeSpan.FromHours(1));
        using var client = site.CreateClient();

        Assert.Equal("Degraded", (await ChecksOf(await client.GetAsync("/health/ready")))["checkpoints"]);
    }

    private static async Task<Dictionary<string, string>> ChecksOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").EnumerateObject().ToDictionary(check => check.Name, check => check.Value.GetString()!);
}
