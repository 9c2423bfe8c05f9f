using System.Net;
using System.Net.Http.Json;
using System.Text;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Access;

/// <summary>Deny by default, walked: who reaches which address is one table under review, and nobody meets an error of ours.</summary>
public sealed class Every_route_for_every_role(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    /// <summary>Open to people without a login, because they are the door, the verification of papers, or say nothing of the body.</summary>
    private static readonly string[] OpenToAnyone =
        ["/account/", "/verify", "/error/", "/health/", "/language", "/help", "/openapi/", "/api/index.html"];

    [Fact]
    public async Task Nobody_without_a_login_gets_further_than_the_door()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var anyone = site.Visit(null);
        var open = new List<string>();
        foreach (var route in RoutesOfTheSite.All(site).Where(r => !OpenToAnyone.Any(o => r.Pattern.StartsWith(o, StringComparison.OrdinalIgnoreCase))))
        {
            using var answer = await anyone.Client.SendAsync(Knock(route, Guid.CreateVersion7()));
            var atTheDoor = answer.StatusCode == HttpStatusCode.Unauthorized
                || (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found && answer.Headers.Location!.OriginalString.Contains("sign-in", StringComparison.OrdinalIgnoreCase));
            if (!atTheDoor) open.Add($"{route.Method} {route.Pattern}: {(int)answer.StatusCode}");
        }

        Assert.Empty(open);
    }

    [Fact]
    public async Task Who_opens_which_page_is_the_table_under_review()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var table = new StringBuilder();
        foreach (var route in RoutesOfTheSite.All(site).Where(r => r is { Method: "GET", HasParameters: false } && !r.Pattern.StartsWith("/openapi", StringComparison.Ordinal) && !r.Pattern.StartsWith("/health", StringComparison.Ordinal)))
        {
            var allowed = new List<string>();
            foreach (var (role, person) in RoutesOfTheSite.Everybody(site.Body))
            {
                using var visitor = site.Visit(person);
                using var answer = await visitor.Client.GetAsync(route.Address(Guid.Empty));
                Assert.True((int)answer.StatusCode < 500, $"{role} at {route.Pattern}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound)) allowed.Add(role);
            }

            var everybody = RoutesOfTheSite.Everybody(site.Body).Count;
            table.Append(route.Pattern.ToLowerInvariant()).Append(": ").Append(allowed.Count == everybody ? "everybody" : string.Join(' ', allowed)).Append('\n');
        }

        await UnderReview.Same("Procurement.Tests/Access/who-opens-which-page.txt", table.ToString());
    }

    [Fact]
    public async Task A_document_nobody_knows_is_not_found_by_anybody_and_is_no_error()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var wrong = new List<string>();
        foreach (var route in RoutesOfTheSite.All(site).Where(r => r.HasParameters && !OpenToAnyone.Any(o => r.Pattern.StartsWith(o, StringComparison.OrdinalIgnoreCase))))
        {
            foreach (var (role, person) in RoutesOfTheSite.Everybody(site.Body))
            {
                using var visitor = site.Visit(person);
                using var answer = await visitor.Client.SendAsync(Knock(route, Guid.CreateVersion7()));
                if ((int)answer.StatusCode is < 400 or >= 500) wrong.Add($"{role} {route.Method} {route.Pattern}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_foreign_province_learns_nothing_of_a_document_by_any_route()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var id = await site.Submitted(site.Body.Requester);
        using var stranger = site.Visit(site.Body.Stranger);
        var told = new List<string>();
        foreach (var route in RoutesOfTheSite.All(site).Where(r => r.HasParameters && !OpenToAnyone.Any(o => r.Pattern.StartsWith(o, StringComparison.OrdinalIgnoreCase))))
        {
            using var answer = await stranger.Client.SendAsync(Knock(route, id.Value));
            var text = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode is < 400 or >= 500 || text.Contains("کارگاه جوشکاری", StringComparison.Ordinal)) told.Add($"{route.Method} {route.Pattern}: {(int)answer.StatusCode}");
        }

        Assert.Empty(told);
    }

    [Fact]
    public async Task An_operation_with_an_empty_body_is_refused_in_words_and_never_fails()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var failed = new List<string>();
        foreach (var route in RoutesOfTheSite.All(site).Where(r => !r.IsPage && r.Method is "POST" or "PUT" or "DELETE" && r.Pattern.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var (role, person) in RoutesOfTheSite.Everybody(site.Body))
            {
                using var visitor = site.Visit(person);
                using var answer = await visitor.Client.SendAsync(Knock(route, Guid.CreateVersion7()));
                if ((int)answer.StatusCode is < 400 or >= 500) failed.Add($"{role} {route.Method} {route.Pattern}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(failed);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken_from_anybody()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var id = await site.Submitted(site.Body.Requester);
        var taken = new List<string>();
        foreach (var route in RoutesOfTheSite.All(site).Where(r => r.IsPage).DistinctBy(r => r.Pattern))
        {
            using var requester = site.Visit(site.Body.Requester);
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("Reason", "x")]);
            using var answer = await requester.Client.PostAsync(route.Address(id.Value), form);
            if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound)) taken.Add($"{route.Pattern}: {(int)answer.StatusCode}");
        }

        Assert.Empty(taken);
    }

    private static HttpRequestMessage Knock(SiteRoute route, Guid id)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address(id));
        if (route.Method is "POST" or "PUT") request.Content = JsonContent.Create(new { });
        return request;
    }
}
