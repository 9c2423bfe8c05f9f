using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Layout.Print;

/// <summary>A print form as it stands: what surrounds it, and the part of its kind.</summary>
/// <param name="Kind">The code of the document's kind.</param>
/// <param name="Sheet">Letterhead, number, signatures, mark.</param>
/// <param name="BodyPartial">The kind's own print view.</param>
/// <param name="Body">What that view shows.</param>
public sealed record PaperView(string Kind, PrintSheetView Sheet, string BodyPartial, object Body) : IPrintPage;

/// <summary>
/// Writes a print form for a printer on the server; the page in the browser is written from the same views. A printer with forms of its own
/// gets what those views say as data, so that no kind words its paper twice.
/// </summary>
public sealed class PaperRenderer(ICompositeViewEngine views, ITempDataProvider tempData, ITexts texts, ReaderFormat format)
{
    private const string View = "/Layout/Print/_Paper.cshtml";

    public IPaper Paper(PaperView paper, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(http);
        return new WrittenPaper(this, paper, http);
    }

    private async Task<string> Render(string view, bool isPage, object model, HttpContext http)
    {
        var found = views.GetView(executingFilePath: null, view, isPage);
        var action = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        await using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var context = new ViewContext(action, found.View!, data, new TempDataDictionary(http, tempData), text, new HtmlHelperOptions());
        await found.View!.RenderAsync(context);
        return text.ToString();
    }

    private PrintedForm Frame(string kind, PrintSheetView sheet) => new(kind, sheet.Title, texts.Language.IsRightToLeft)
    {
        Letterhead = sheet.Letterhead,
        Identity = [.. Identity(sheet)],
        Stamp = sheet.Stamp,
        Signatures = [.. sheet.Signatures.Select(box => new PrintedSignature(box.Post, [.. Lines(box)]))],
        Mark = sheet.MarkText,
        Verification = sheet.Verification,
    };

    private IEnumerable<PrintedFact> Identity(PrintSheetView sheet)
    {
        yield return new PrintedFact(texts["print.number"], format.Digits(sheet.Number));
        yield return new PrintedFact(texts["print.date"], format.Date(sheet.Date));
        if (sheet.Copy is { } copy) yield return new PrintedFact(texts["print.copy"], copy);
    }

    private IEnumerable<string> Lines(SignatureBox box)
    {
        yield return box.Person ?? texts["print.name-and-post"];
        if (box.At is { } at) yield return $"{format.Date(TehranTime.LocalDate(at))} {format.Clock(at)}";
        if (box.Version is { } version) yield return $"{texts["print.version", version]} {Isolated.LeftToRight(box.ShortHash)}";
        if (box.Note is { } note) yield return note;
    }

    private sealed class WrittenPaper(PaperRenderer renderer, PaperView paper, HttpContext http) : IPaper
    {
        public Task<string> AsPage() => renderer.Render(View, isPage: true, paper, http);

        public async Task<PrintedForm> AsForm() =>
            WrittenForm.Read(await renderer.Render(paper.BodyPartial, isPage: false, paper.Body, http), renderer.Frame(paper.Kind, paper.Sheet));
    }
}
