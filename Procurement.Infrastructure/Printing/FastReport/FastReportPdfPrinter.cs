using System.Runtime.InteropServices;
using FastReport;
using FastReport.Data;
using FastReport.Export.PdfSimple;
using Microsoft.Extensions.FileProviders;
using Procurement.Application.Shared.Ports;

namespace Procurement.Infrastructure.Printing.FastReport;

/// <summary>
/// Prints with FastReport: the form's data into the <c>.frx</c> of the document's kind, or into the common one. Its open export draws each
/// page as one picture, so that the text of such a PDF cannot be searched.
/// </summary>
internal sealed class FastReportPdfPrinter : IPdfPrinter, IDisposable
{
    private const string Common = "document";
    private const int Dpi = 200;
    private const int Quality = 90;

    private static readonly string[] Fonts = ["lib/vazirmatn-regular.ttf", "lib/vazirmatn-bold.ttf"];

    /// <summary>The drawing library is one of the process, not of the form: one form at a time.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    private readonly Lazy<bool> _fonts;

    public FastReportPdfPrinter(IFileProvider assets)
    {
        // Outside Windows the drawing library asks for this switch before its first use.
        AppContext.SetSwitch("System.Drawing.EnableUnixSupport", isEnabled: true);
        _fonts = new Lazy<bool>(() => LoadFonts(assets));
    }

    public bool IsAvailable { get; } = OperatingSystem.IsWindows() || HasLibrary();

    public async Task<byte[]> Print(IPaper paper, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var form = await paper.AsForm();
        await _turn.WaitAsync(ct);
        try
        {
            _ = _fonts.Value;
            return await Task.Run(() => Draw(form), ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static byte[] Draw(PrintedForm form)
    {
        using var data = FormData.DataSet(form);
        using var report = new Report();
        report.LoadBaseReport += (_, asked) => Load(asked.Report, Path.GetFileNameWithoutExtension(asked.FileName));
        Load(report, Exists(form.Kind) ? form.Kind : Common);
        report.RegisterData(data, "Form");
        foreach (var (name, value) in FormData.Parameters(form)) report.SetParameterValue(name, value);
        foreach (var source in report.Dictionary.DataSources.OfType<DataSourceBase>()) source.Enabled = true;
        Stamp(report, form.Stamp);
        ((ReportComponentBase)report.FindObject("NotesBand")).Visible = form.Notes.Count > 0;
        ((ReportComponentBase)report.FindObject("Mark")).Visible = form.Mark is not null;
        new FormLayout(report, form.ReadsRightToLeft).Apply();
        if (!report.Prepare()) throw new InvalidOperationException($"The form of {form.Kind} was not prepared.");

        using var export = new PDFSimpleExport { ImageDpi = Dpi, JpegQuality = Quality, Title = form.Title };
        using var pdf = new MemoryStream();
        report.Export(export, pdf);
        return pdf.ToArray();
    }

    private static void Stamp(Report report, string? word)
    {
        var watermark = ((ReportPage)report.Pages[0]).Watermark;
        watermark.Enabled = word is not null;
        watermark.Text = word ?? "";
    }

    private static void Load(Report report, string form)
    {
        using var stream = typeof(FastReportPdfPrinter).Assembly.GetManifestResourceStream(Resource(form))
            ?? throw new InvalidOperationException($"There is no form {form}.frx.");
        report.Load(stream);
    }

    private static bool Exists(string kind) => typeof(FastReportPdfPrinter).Assembly.GetManifestResourceInfo(Resource(kind)) is not null;

    private static string Resource(string form) => $"forms/{form}.frx";

    /// <summary>The static fonts of the web root; without them the system's own Vazirmatn, or what stands in for it, is used.</summary>
    private static bool LoadFonts(IFileProvider assets)
    {
        foreach (var font in Fonts.Select(assets.GetFileInfo).Where(font => font is { Exists: true, PhysicalPath: not null }))
        {
            if (OperatingSystem.IsWindows()) FontManager.AddFont(font.PhysicalPath!);
            else Fontconfig.Add(font.PhysicalPath!);
        }

        return true;
    }

    private static bool HasLibrary()
    {
        if (!NativeLibrary.TryLoad("libgdiplus", out var library) && !NativeLibrary.TryLoad("libgdiplus.so.0", out library)) return false;
        NativeLibrary.Free(library);
        return true;
    }
}
