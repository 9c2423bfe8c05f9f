using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Imports;
using Procurement.Application.Imports.ImportFile;
using Procurement.Application.Imports.ListImports;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Sheets;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Display.Forms;
using Procurement.Web.Pages.Imports;
using Procurement.Web.Resources;

namespace Procurement.Web.Api;

/// <summary>Brings files in for other programs: the body of the request is the file.</summary>
internal sealed class ImportsApi : IApiModule
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").WithTags("imports");
        imports.MapGet("", async (IUseCases cases, ITexts texts, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListImports(), ct), kinds => kinds.Select(k => ImportKindResource.Of(k, texts)).ToList()));
        imports.MapGet("/{kind}/template", Template);
        imports.MapPost("/{kind}", Bring).WithMetadata(new RequestSizeLimitAttribute(Uploads.LongestRequest));
    }

    private static async Task<IResult> Template(string kind, SheetFormat? format, IUseCases cases, ITexts texts, HttpContext http, CancellationToken ct)
    {
        var found = await cases.Ask(new ReadImport(kind), ct);
        return found.Succeeded ? new SheetResult(FileModel.TemplateOf(texts, found.Value), format ?? SheetFormat.Workbook) : http.Refused(found.Refusals);
    }

    /// <summary>The media type of the body tells what it is: a workbook, or separated values in UTF-8.</summary>
    private static async Task<Results<Ok<ImportResource>, ProblemHttpResult>> Bring(
        string kind, bool? dryRun, Stream body, ImportIntake intake, IUseCases cases, ITexts texts, HttpContext http, CancellationToken ct)
    {
        var type = http.Request.ContentType?.Split(';', 2)[0].Trim() ?? "";
        var name = type switch { Workbook => "body.xlsx", "text/csv" or "text/plain" or "text/tab-separated-values" => "body.csv", _ => null };
        if (name is null) return http.Refused([Refusal.Invalid("imports.not-a-sheet", type)]);

        var known = await cases.Ask(new ReadImport(kind), ct);
        if (!known.Succeeded) return http.Refused(known.Refusals);
        var taken = await intake.Take(body, name, ct);
        return taken.Succeeded
            ? http.Answer(await cases.Send(new ImportFile(kind, taken.Value.Hash.ToHex(), dryRun == true), ct), report => ImportResource.Of(report, texts))
            : http.Refused(taken.Refusals);
    }
}

/// <summary>A kind of file that can be brought in.</summary>
public sealed record ImportKindResource(string Kind, string Name, IReadOnlyList<ImportColumnResource> Columns)
{
    internal static ImportKindResource Of(ImportDefinition definition, ITexts texts) => new(
        definition.Kind, texts[$"imports.kind-{definition.Kind}"],
        [.. definition.Columns.Select(c => new ImportColumnResource(c.Key, c.Fa, c.En, texts.Of(c.Value), c.Required, [.. c.Choices.Select(w => w.En)], c.Example))]);
}

/// <summary>One column: any of key, Persian and English heading is understood.</summary>
public sealed record ImportColumnResource(
    string Key, string Heading, string HeadingEn, string WrittenAs, bool Required, IReadOnlyList<string> Choices, string Example);

/// <summary>What an import did, or with <c>dryRun=true</c> would do.</summary>
public sealed record ImportResource(
    string Kind, string FileSha256, int Rows, int Entered, IReadOnlyList<Guid> Drafts, int FaultCount, IReadOnlyList<RowFaultResource> Faults,
    IReadOnlyList<string> UnknownColumns)
{
    internal static ImportResource Of(ImportReport report, ITexts texts) => new(
        report.Kind, report.FileSha256, report.Rows, report.Entered, report.Drafts, report.FaultCount,
        [.. report.Faults.Select(f => new RowFaultResource(f.Row, f.Column, f.Refusal.Code, texts[f.Refusal.Code, f.Refusal.Args]))], report.UnknownColumns);
}

/// <summary>Why a row is refused; rows are counted as spreadsheets count them.</summary>
public sealed record RowFaultResource(int Row, string? Column, string Code, string Sentence);
