using Microsoft.Net.Http.Headers;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.Attachments;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>Gives out attached files, always as a download and never as a page of ours.</summary>
public static class DocumentFiles
{
    public static void MapDocumentFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{id:guid}/files/{file:guid}", Download).RequireAuthorization().ExcludeFromDescription();

    internal static async Task<IResult> Download(Guid id, Guid file, HttpResponse response, IUseCases cases, IFileVault vault, ITexts texts, CancellationToken ct)
    {
        var named = await cases.Ask(new ReadAttachment(new DocumentId(id), file), ct);
        if (!named.Succeeded) return Refused(named.Refusals, response, texts);
        if (!Sha256Hash.TryParseHex(named.Value.Sha256, out var hash)) throw new InvalidOperationException("An attachment without a hash.");
        var content = vault.Open(hash);
        if (!content.Succeeded) return Refused(content.Refusals, response, texts);

        // Whatever a browser makes of the bytes, it must not run them as ours.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(named.Value.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content.Value, named.Value.ContentType);
    }

    private static IResult Refused(IReadOnlyList<Refusal> refusals, HttpResponse response, ITexts texts)
    {
        var problem = ErrorOutcome.ProblemOf(refusals, texts);
        return response.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Results.Problem(problem)
            : Results.StatusCode(problem.Status!.Value);
    }
}
