using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Procurement.Domain.SignOff;
using Xunit;

namespace Procurement.Tests.Support;

/// <summary>A program that speaks to the REST interface for one person: reads, brings the entity tag back, tells what was refused.</summary>
public sealed class ApiCaller(HttpClient client) : IDisposable
{
    private const string Root = "/api/v1/";

    public async Task<JsonNode> Read(string address)
    {
        using var answer = await client.GetAsync(Root + address);
        return await Good(answer, $"GET {address}");
    }

    /// <summary>What the operation made, or its answer; null when it answers nothing.</summary>
    public async Task<JsonNode?> Post(string address, object? body = null, int? seen = null) => await Send(HttpMethod.Post, address, body, seen);

    public async Task<JsonNode?> Put(string address, object body, int? seen = null) => await Send(HttpMethod.Put, address, body, seen);

    /// <summary>The code of the refusal that was expected.</summary>
    public async Task<(HttpStatusCode Status, string Code)> Refused(HttpMethod method, string address, object? body = null, int? seen = null)
    {
        using var answer = await Answer(method, address, body, seen);
        Assert.False(answer.IsSuccessStatusCode, $"{method} {address} was not refused");
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (answer.StatusCode, (string?)problem!["code"] ?? "");
    }

    /// <summary>Makes a document and tells its id.</summary>
    public async Task<DocumentId> Draft(string address, object body) => new((Guid)(await Post(address, body))!["id"]!);

    public async Task<JsonNode> Document(DocumentId id) => await Read($"documents/{id.Value:D}");

    public async Task<int> Version(DocumentId id) => (int)(await Document(id))["sheet"]!["contentVersion"]!;

    public async Task Submit(DocumentId id) => await Post($"documents/{id.Value:D}/submit", new { proof = WebSite.Password }, await Version(id));

    public async Task Sign(DocumentId id) => await Post($"documents/{id.Value:D}/sign", new { proof = WebSite.Password }, await Version(id));

    public void Dispose() => client.Dispose();

    private async Task<JsonNode?> Send(HttpMethod method, string address, object? body, int? seen)
    {
        using var answer = await Answer(method, address, body, seen);
        return answer.StatusCode == HttpStatusCode.NoContent ? null : await Good(answer, $"{method} {address}");
    }

    private async Task<HttpResponseMessage> Answer(HttpMethod method, string address, object? body, int? seen)
    {
        using var request = new HttpRequestMessage(method, Root + address);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (seen is { } version) request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")));
        return await client.SendAsync(request);
    }

    private static async Task<JsonNode> Good(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{what}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
