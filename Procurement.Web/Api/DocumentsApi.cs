using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.SignOff.CancelDocument;
using Procurement.Application.SignOff.ClaimStep;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Application.SignOff.Inbox;
using Procurement.Application.SignOff.Objections;
using Procurement.Application.SignOff.ReadContent;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.RecuseInspector;
using Procurement.Application.SignOff.RefuseDocument;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.SignOff.WithdrawDocument;
using Procurement.Domain.SignOff;
using Procurement.Web.Display.Forms;
using Procurement.Web.Pages.Documents;

namespace Procurement.Web.Api;

/// <summary>
/// Documents of every kind for other programs: reading, the route and its signatures, objections, attachments. A kind adds only its own
/// drafting and what its signers contribute. The entity tag is the content version its reader saw.
/// </summary>
internal sealed class DocumentsApi : IApiModule
{
    private const int LongestFileName = 200;

    public void Map(IEndpointRouteBuilder routes)
    {
        MapDesk(routes);
        var documents = routes.MapGroup("/documents").WithTags("documents");
        MapReading(documents);
        MapRoute(documents);
        MapObjections(documents.MapGroup("/{id:guid}/objection"));
        MapAttachments(documents.MapGroup("/{id:guid}/attachments"));
    }

    /// <summary>What waits for the caller, what he started, and his leave to sign without another proof.</summary>
    private static void MapDesk(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox", async (string? kind, bool? actingOnly, long? afterDue, Guid? afterDocument, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(
                await cases.Ask(new Inbox(kind, actingOnly == true, afterDue is { } due && afterDocument is { } last ? new InboxCursor(due, last) : null), ct),
                page => page)).WithTags("desk");
        routes.MapGet("/sent", async (Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new Sent(after is { } last ? new DocumentId(last) : null), ct), page => page)).WithTags("desk");
        routes.MapGet("/signing-grants", async (IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new LiveGrants(), ct), kinds => kinds)).WithTags("desk");
        routes.MapPost("/signing-grants", async (GrantBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new OpenGrant(body.Kind, body.Proof), ct))).WithTags("desk");
    }

    private static void MapReading(RouteGroupBuilder documents)
    {
        documents.MapGet("", async (string kind, DocumentState? state, string? q, Guid? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new BrowseDocuments(kind, state, q, after is { } last ? new DocumentId(last) : null), ct), page => page));
        documents.MapGet("/kinds", (DocumentRegistry registry) =>
            TypedResults.Ok(registry.Kinds.Select(k => new KindResource(k.Kind.Code, k.Capability, k.Group, k.PrefixEn, k.PrefixFa)).ToList()));
        documents.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadDocument(new DocumentId(id)), ct), view => view.Sheet.ContentVersion, view => view));
        documents.MapGet("/{id:guid}/content", async (Guid id, int? since, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadContent(new DocumentId(id), since), ct), content => content.Version, content => content));
    }

    private static void MapRoute(RouteGroupBuilder documents)
    {
        documents.MapPost("/sign", async (SignListBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new SignDocuments([.. body.Documents.Select(d => new DocumentToSign(d.Id, d.Version))], body.Proof), ct), list => list));
        documents.MapPost("/{id:guid}/submit", async (Guid id, ProofBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new SubmitDocument(new DocumentId(id), (int)http.SeenVersion(), body.Proof), ct)));
        documents.MapPost("/{id:guid}/sign", async (Guid id, ProofBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer((await cases.Send(new SignDocuments([new DocumentToSign(new DocumentId(id), (int)http.SeenVersion())], body.Proof), ct)).Plain()));
        documents.MapPost("/{id:guid}/return", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ReturnDocument(new DocumentId(id), (int)http.SeenVersion(), body.Reason), ct)));
        documents.MapPost("/{id:guid}/refuse", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RefuseDocument(new DocumentId(id), (int)http.SeenVersion(), body.Reason), ct)));
        documents.MapPost("/{id:guid}/cancel", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CancelDocument(new DocumentId(id), body.Reason), ct)));
        documents.MapPost("/{id:guid}/withdraw", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new WithdrawDocument(new DocumentId(id)), ct)));
        documents.MapPost("/{id:guid}/claim", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ClaimStep(new DocumentId(id)), ct)));
        documents.MapPost("/{id:guid}/recuse", async (Guid id, ReasonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RecuseInspector(new DocumentId(id), body.Reason), ct)));
    }

    private static void MapObjections(RouteGroupBuilder objection)
    {
        objection.MapPost("", async (Guid id, ObjectionBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RaiseObjection(new DocumentId(id), body.Reason, body.Article, body.Lines), ct)));
        objection.MapPost("/answer", async (Guid id, AnswerBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new AnswerObjection(new DocumentId(id), body.Answer), ct)));
        objection.MapPost("/withdraw", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new WithdrawObjection(new DocumentId(id)), ct)));
        objection.MapPost("/maintain", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new MaintainObjection(new DocumentId(id)), ct)));
        objection.MapPost("/responsibility", async (Guid id, ResponsibilityBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new TakeResponsibility(new DocumentId(id), body.LegalBasis), ct)));
    }

    private static void MapAttachments(RouteGroupBuilder attachments)
    {
        attachments.MapPost("", Attach).WithMetadata(new RequestSizeLimitAttribute(Uploads.LongestRequest));
        attachments.MapGet("/{file:guid}", DocumentFiles.Download);
        attachments.MapDelete("/{file:guid}", async (Guid id, Guid file, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new DetachFile(new DocumentId(id), file), ct)));
    }

    /// <summary>
    /// Takes the request's body in as one file; its type is read from its first bytes, whatever its name says. A media type that disagrees with
    /// the name is refused: a form's envelope, say, would be kept as if it were the file.
    /// </summary>
    private static async Task<IResult> Attach(Guid id, string name, IUseCases cases, IFileVault vault, HttpContext http, CancellationToken ct)
    {
        // Seen first: whoever may not see the document must not fill the vault.
        var seen = await cases.Ask(new ReadDocument(new DocumentId(id)), ct);
        if (!seen.Succeeded) return http.Refused(seen.Refusals);
        var stored = await vault.Store(http.Request.Body, Path.GetFileName(name), http.Request.ContentType, ct);
        if (!stored.Succeeded) return http.Refused(stored.Refusals);
        var kept = Path.GetFileName(name);
        var file = AttachedFile.Of(stored.Value, kept.Length > LongestFileName ? kept[^LongestFileName..] : kept);
        return http.Answer(await cases.Send(new AttachFiles(new DocumentId(id), [file]), ct)).Result;
    }
}

public sealed record KindResource(string Kind, string Capability, DocumentGroup Group, string Prefix, string PrefixFa);

/// <param name="Proof">Password or one-time code; not needed while a signing grant for the kind lives.</param>
public sealed record ProofBody(string? Proof = null);

public sealed record ReasonBody(string? Reason);

public sealed record GrantBody(string Kind, string Proof);

/// <summary>Up to fifty documents of one kind, each at the version its signer read.</summary>
public sealed record SignListBody(IReadOnlyList<SeenDocument> Documents, string? Proof = null);

public sealed record SeenDocument(DocumentId Id, int Version);

public sealed record ObjectionBody(string? Reason, string? Article, string? Lines = null);

public sealed record AnswerBody(string? Answer);

public sealed record ResponsibilityBody(string? LegalBasis);
