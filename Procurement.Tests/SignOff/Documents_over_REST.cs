using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed class Documents_over_REST(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_draft_is_submitted_and_signed_at_the_version_that_was_read(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.Requester);
        using var requester = site.Call(site.Body.Requester);
        using var manager = site.Call(site.Body.Manager);

        var late = await requester.Refused(HttpMethod.Post, $"documents/{id.Value}/submit", new { proof = WebSite.Password }, seen: 99);
        await requester.Submit(id);
        await manager.Sign(id);

        var view = await manager.Document(id);
        Assert.Equal((HttpStatusCode.Conflict, "signoff.changed-since-seen"), late);
        Assert.Equal(("InRoute", "Keeper"), ((string?)view["sheet"]!["state"], (string?)view["sheet"]!["steps"]!.AsArray().Single(s => (string?)s!["state"] == "Open")!["capacity"]));
    }

    [EngineFact]
    public async Task One_proof_opens_a_list_of_one_kind_and_not_of_another(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var ids = new[] { await site.Submitted(site.Body.Requester), await site.Submitted(site.Body.Requester) };
        var seen = new List<(DocumentId Id, int Version)>();
        foreach (var id in ids) seen.Add((id, (await site.Sheet(id)).ContentVersion));
        using var manager = site.Call(site.Body.Manager);

        var wrong = await manager.Refused(HttpMethod.Post, "signing-grants", new { kind = GoodsRequest.Kind.Code, proof = "نادرست" });
        var unknown = await manager.Refused(HttpMethod.Post, "signing-grants", new { kind = "no-such-kind", proof = WebSite.Password });
        await manager.Post("signing-grants", new { kind = GoodsRequest.Kind.Code, proof = WebSite.Password });
        var unread = await manager.Refused(HttpMethod.Post, "documents/sign", List(seen));
        foreach (var id in ids) await manager.Document(id);
        var signed = await manager.Post("documents/sign", List(seen));

        Assert.Equal((HttpStatusCode.Conflict, "signoff.proof-needed"), wrong);
        Assert.Equal((HttpStatusCode.NotFound, "signoff.kind-unknown"), unknown);
        Assert.Equal((HttpStatusCode.Conflict, "signoff.not-opened-yet"), unread);
        Assert.Equal(2, (int)signed!["signedCount"]!);
        Assert.Equal([GoodsRequest.Kind.Code], (await manager.Read("signing-grants")).AsArray().Select(k => (string)k!));
    }

    [EngineFact]
    public async Task The_inbox_and_what_was_sent_show_where_it_stands(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var requester = site.Call(site.Body.Requester);
        using var manager = site.Call(site.Body.Manager);

        Assert.Equal(id.Value, (Guid)(await manager.Read("inbox"))["rows"]!.AsArray().Single()!["documentId"]!);
        Assert.Equal("UnitManager", (string?)(await requester.Read("sent"))["rows"]!.AsArray().Single()!["waitsForCapacity"]);
        Assert.Single((await requester.Read($"documents?kind={GoodsRequest.Kind.Code}&state=InRoute"))["rows"]!.AsArray());
    }

    [EngineFact]
    public async Task A_foreign_unit_finds_nothing_and_a_stranger_is_asked_for_a_token(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var foreigner = site.Call(site.Body.Stranger);
        using var stranger = site.Visit(null);

        Assert.Equal((HttpStatusCode.NotFound, "signoff.document-not-found"), await foreigner.Refused(HttpMethod.Get, $"documents/{id.Value}"));
        Assert.Equal((HttpStatusCode.NotFound, "signoff.document-not-found"), await foreigner.Refused(HttpMethod.Post, $"documents/{id.Value}/attachments?name=a.txt", new { }));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Client.GetAsync($"/api/v1/documents/{id.Value}")).StatusCode);
    }

    [EngineFact]
    public async Task A_file_is_attached_by_its_bytes_and_read_back(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);
        var bytes = "شرح نیاز کارگاه"u8.ToArray();

        using var sent = new ByteArrayContent(bytes);
        var attached = await requester.Client.PostAsync($"/api/v1/documents/{id.Value}/attachments?name=need.txt", sent);
        var file = Assert.Single((await site.Sheet(id)).Attachments);
        var read = await requester.Client.GetByteArrayAsync($"/api/v1/documents/{id.Value}/attachments/{file.Id}");
        var dropped = await requester.Client.DeleteAsync($"/api/v1/documents/{id.Value}/attachments/{file.Id}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (attached.StatusCode, dropped.StatusCode));
        Assert.Equal(bytes, read);
        Assert.Empty((await site.Sheet(id)).Attachments);
    }

    [EngineFact]
    public async Task A_file_sent_as_something_else_is_refused_by_name_and_not_kept(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);

        foreach (var type in new[] { "application/x-whatever", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json", "no type at all" })
        {
            using var sent = new ByteArrayContent("شرح نیاز"u8.ToArray());
            sent.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await requester.Client.PostAsync($"/api/v1/documents/{id.Value}/attachments?name=need.txt", sent);
            var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
            Assert.Equal((type, HttpStatusCode.BadRequest, "files.not-what-it-claims"), (type, answer.StatusCode, (string?)problem!["code"]));
        }

        using var bytes = new ByteArrayContent("شرح نیاز"u8.ToArray());
        bytes.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        using var taken = await requester.Client.PostAsync($"/api/v1/documents/{id.Value}/attachments?name=need.txt", bytes);
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        Assert.Single((await site.Sheet(id)).Attachments);
    }

    [EngineFact]
    public async Task A_body_of_an_unknown_media_type_is_refused_in_words_by_the_operation_that_would_read_it(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);

        using var sent = new StringContent("<reason/>", System.Text.Encoding.UTF8, "application/xml");
        using var answer = await manager.Client.PostAsync($"/api/v1/documents/{id.Value}/return", sent);

        using var nowhere = await manager.Client.PostAsync($"/api/v1/documents/{id.Value}/no-such-thing", new StringContent("<reason/>", System.Text.Encoding.UTF8, "application/xml"));

        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("errors.body-type-not-taken", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]);
    }

    [EngineFact]
    public async Task Nobody_signs_what_he_has_not_opened_although_it_is_his_turn(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        var version = (await site.Sheet(id)).ContentVersion;
        using var manager = site.Call(site.Body.Manager);
        using var keeper = site.Call(site.Body.Keeper);

        Assert.Equal((HttpStatusCode.Forbidden, "signoff.not-your-turn"), await keeper.Refused(HttpMethod.Post, Sign(id), Proof, seen: version));
        Assert.Equal((HttpStatusCode.Conflict, "signoff.not-opened-yet"), await manager.Refused(HttpMethod.Post, Sign(id), Proof, seen: version));
        Assert.Equal(StepState.Open, (await site.Sheet(id)).CurrentSteps.ElementAt(1).State);
        await manager.Document(id);
        Assert.Equal((HttpStatusCode.Conflict, "signoff.changed-since-seen"), await manager.Refused(HttpMethod.Post, Sign(id), Proof, seen: version + 1));
        await manager.Post(Sign(id), Proof, seen: version);

        Assert.Equal(2, (await site.Sheet(id)).Signatures.Count);
    }

    [EngineFact]
    public async Task A_return_without_reason_names_the_rule_and_with_one_goes_back(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Call(site.Body.Manager);
        var seen = await manager.Version(id);

        var refused = await manager.Refused(HttpMethod.Post, $"documents/{id.Value}/return", new { reason = " " }, seen);
        await manager.Post($"documents/{id.Value}/return", new { reason = "مشخصات ناقص است" }, seen);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(DocumentState.Draft, (await site.Sheet(id)).State);
    }

    [EngineFact]
    public async Task A_misspelt_field_is_not_silently_left_out(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Call(site.Body.Manager);

        var refused = await manager.Refused(HttpMethod.Post, $"documents/{id.Value}/return", new { raeson = "مشخصات" });

        Assert.Equal((HttpStatusCode.BadRequest, "errors.body-unreadable"), refused);
    }

    private static object Proof => new { proof = WebSite.Password };

    private static string Sign(DocumentId id) => $"documents/{id.Value}/sign";

    private static object List(IEnumerable<(DocumentId Id, int Version)> seen) => new { documents = seen.Select(d => new { id = d.Id.Value, version = d.Version }) };
}
