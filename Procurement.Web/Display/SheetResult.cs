using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Procurement.Application.Shared.Sheets;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Display;

/// <summary>A table sent as a file (خروجی اکسل و CSV).</summary>
public sealed class SheetResult(SheetTable table, SheetFormat format) : ActionResult, IResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ExecuteAsync(context.HttpContext);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(table.Title + (format == SheetFormat.Csv ? ".csv" : ".xlsx"));
        httpContext.Response.ContentType = format == SheetFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        httpContext.Response.Headers.ContentDisposition = name.ToString();
        httpContext.Response.Headers.CacheControl = "no-store";
        await httpContext.RequestServices.GetRequiredService<ISheetWriter>().Write(table, format, httpContext.Response.Body, httpContext.RequestAborted);
    }
}

/// <summary>Writes the rows of a list out, all its pages, as the list is filtered.</summary>
public static class ListExport
{
    /// <summary>A list longer than this is narrowed down first.</summary>
    public const int MostRows = 100_000;

    /// <summary>The list as a file; refused as the list itself would be.</summary>
    /// <param name="texts">The reader's language: headings, direction and days follow it.</param>
    /// <param name="page">The page of the list.</param>
    /// <param name="format">Workbook or CSV.</param>
    /// <param name="title">The list's name, for sheet and file.</param>
    /// <param name="headings">The headings, in order.</param>
    /// <param name="ask">Reads the page of the list that follows a cursor; null for the first.</param>
    /// <param name="read">The rows of such a page and where the next one begins.</param>
    /// <param name="cells">A row as its cells, one under each heading.</param>
    public static async Task<IActionResult> Export<TPage, TRow, TCursor>(
        this ITexts texts, Microsoft.AspNetCore.Mvc.RazorPages.PageModel page, SheetFormat format, string title, IReadOnlyList<string> headings,
        Func<TCursor?, Task<Result<TPage>>> ask, Func<TPage, (IReadOnlyList<TRow> Rows, TCursor? Next)> read, Func<TRow, IReadOnlyList<object?>> cells)
        where TCursor : class
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(ask);
        var first = await ask(null);
        return first.Succeeded ? new SheetResult(texts.Table(title, headings, Walk(first.Value, ask, read, cells)), format) : page.Refuse(first.Refusals);
    }

    /// <summary>Rows that are at hand already as a table in the reader's language.</summary>
    public static SheetTable Table(this ITexts texts, string title, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows) =>
        texts.Table(title, headings, rows.ToAsyncEnumerable());

    private static SheetTable Table(this ITexts texts, string title, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows) =>
        new(title, texts.Language.IsRightToLeft, headings, rows);

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Walk<TPage, TRow, TCursor>(
        TPage first, Func<TCursor?, Task<Result<TPage>>> ask, Func<TPage, (IReadOnlyList<TRow> Rows, TCursor? Next)> read, Func<TRow, IReadOnlyList<object?>> cells)
        where TCursor : class
    {
        var written = 0;
        for (var page = read(first); ; page = read((await ask(page.Next)).Value))
        {
            foreach (var row in page.Rows)
            {
                if (written++ == MostRows) yield break;
                yield return cells(row);
            }

            if (page.Next is null) yield break;
        }
    }
}
