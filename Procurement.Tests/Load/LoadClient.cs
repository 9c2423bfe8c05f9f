using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Tests.Support;

namespace Procurement.Tests.Load;

/// <summary>
/// A program that works for all the people of the body, each by his own token. Every command has its key; one whose answer never came is
/// sent again under the same key.
/// </summary>
internal sealed class LoadClient(LoadScene scene, ServerProcess server, Journal journal) : IDisposable
{
    private const string Root = "api/v1/";
    private const int Attempts = 60;

    /// <summary>A grant lives five minutes; it is renewed before it is missed.</summary>
    private static readonly TimeSpan GrantKept = TimeSpan.FromMinutes(4);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseCookies = false });
    private readonly ConcurrentDictionary<(PersonId, string), Grant> _grants = new();

    public LoadScene Scene => scene;

    public Journal Journal => journal;

    public async Task<JsonNode> Read(PersonId by, string address)
    {
        using var answer = await Call(() => Request(by, HttpMethod.Get, address));
        return (await Good(answer, by, $"GET {address}"))!;
    }

    public async Task<JsonNode> Document(PersonId by, Guid id) => await Read(by, $"documents/{id:D}");

    public static int VersionOf(JsonNode document) => (int)document["sheet"]!["contentVersion"]!;

    public Task<JsonNode?> Post(PersonId by, string address, object? body, int? seen = null) => Act(by, HttpMethod.Post, address, body, seen);

    public Task<JsonNode?> Put(PersonId by, string address, object? body, int? seen = null) => Act(by, HttpMethod.Put, address, body, seen);

    /// <summary>Makes something and tells its id.</summary>
    public async Task<Guid> Make(PersonId by, string address, object body) => (Guid)(await Post(by, address, body))!["id"]!;

    public async Task Submit(PersonId owner, DocumentKind kind, Guid id, int? seen = null) => await Post(
        owner, $"documents/{id:D}/submit", new { proof = await Proof(owner, kind) }, seen ?? VersionOf(await Document(owner, id)));

    /// <summary>Sends a file's bytes along with a document.</summary>
    public Task<JsonNode?> Attach(PersonId by, Guid document, string name, byte[] content) =>
        Act(by, HttpMethod.Post, $"documents/{document:D}/attachments?name={Uri.EscapeDataString(name)}", content, null);

    /// <summary>What proves the signer in the body of his act; null where a grant for the kind, opened once for all clients, stands for it.</summary>
    public async Task<string?> Proof(PersonId by, DocumentKind kind)
    {
        var key = (by, kind.Code);
        while (true)
        {
            var grant = _grants.GetOrAdd(key, _ => new Grant(Stopwatch.GetTimestamp(), new Lazy<Task>(() => OpenGrant(by, kind))));
            if (Stopwatch.GetElapsedTime(grant.Given) < GrantKept)
            {
                await grant.Opened.Value;
                return null;
            }

            _grants.TryUpdate(key, new Grant(Stopwatch.GetTimestamp(), new Lazy<Task>(() => OpenGrant(by, kind))), grant);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task OpenGrant(PersonId by, DocumentKind kind) => await Post(by, "signing-grants", new { kind = kind.Code, proof = LoadScene.Password });

    private async Task<JsonNode?> Act(PersonId by, HttpMethod method, string address, object? body, int? seen)
    {
        var key = Guid.CreateVersion7().ToString("N");
        var began = Stopwatch.GetTimestamp();
        using var answer = await Call(() =>
        {
            var request = Request(by, method, address);
            request.Headers.Add("Idempotency-Key", key);
            if (body is byte[] content) request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
            else if (body is not null) request.Content = JsonContent.Create(body);
            if (seen is { } version) request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")));
            return request;
        });
        var told = answer.StatusCode == HttpStatusCode.NoContent ? null : await Good(answer, by, $"{method} {address}");
        var id = told is JsonObject { Count: 1 } made && made["id"] is { } only ? (Guid?)only : null;
        journal.Note(new Acknowledged(key, by, id, address), Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return told;
    }

    private async Task<HttpResponseMessage> Call(Func<HttpRequestMessage> make)
    {
        for (var attempt = 1; ; attempt++)
        {
            var address = await server.Standing();
            try
            {
                using var request = make();
                request.RequestUri = new Uri(address, request.RequestUri!);
                var answer = await _http.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == Attempts) return answer;
                answer.Dispose();
                journal.NoteBusy();
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
                journal.NoteUnanswered();
            }
        }
    }

    private HttpRequestMessage Request(PersonId by, HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, new Uri(Root + address, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", scene.TokenOf(by));
        return request;
    }

    private async Task<JsonNode?> Good(HttpResponseMessage answer, PersonId by, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)
            : throw new InvalidOperationException($"{what} by {scene.NameOf(by)}: {(int)answer.StatusCode} {text}\n{(answer.StatusCode == HttpStatusCode.InternalServerError ? server.Said() : "")}");
    }

    private sealed record Grant(long Given, Lazy<Task> Opened);
}
