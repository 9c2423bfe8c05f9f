using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Procurement.Application.Shared.Ports;

namespace Procurement.Infrastructure.Printing;

/// <summary>What makes PDF on the server.</summary>
public enum PdfRenderer
{
    /// <summary>The system's browser, from the page that the screen shows too.</summary>
    Chromium = 1,

    /// <summary>FastReport, from its own <c>.frx</c> forms; only in a build with <c>-p:FullFeed=true</c> (docs/decisions/0014).</summary>
    FastReport = 2,
}

/// <summary>How forms become PDF, from the configuration section <c>Printing</c>.</summary>
public sealed class PrintingOptions
{
    public const string Section = "Printing";

    public PdfRenderer Renderer { get; init; } = PdfRenderer.Chromium;

    /// <summary>The browser's program; empty looks in the usual places.</summary>
    public string Chromium { get; init; } = "";

    /// <summary>Longest time one form may take in the browser.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>What print forms need of this installation.</summary>
public static class PrintingServices
{
    /// <param name="services">The container.</param>
    /// <param name="configuration">Section <c>Printing</c>.</param>
    /// <param name="assets">Where the web root's style and fonts are read.</param>
    public static IServiceCollection AddPrinting(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, IFileProvider> assets)
    {
        var options = configuration.GetSection(PrintingOptions.Section).Get<PrintingOptions>() ?? new PrintingOptions();
        services.AddSingleton<IMarks, QrMarks>();
        return options.Renderer switch
        {
            PdfRenderer.Chromium => services.AddSingleton<IPdfPrinter>(provider => new ChromiumPdfPrinter(options, assets(provider))),
#if FULL_FEED
            PdfRenderer.FastReport => services.AddSingleton<IPdfPrinter>(provider => new FastReport.FastReportPdfPrinter(assets(provider))),
#endif
            _ => throw new InvalidOperationException($"Printing:Renderer={options.Renderer} is not part of this build; FastReport comes with -p:FullFeed=true."),
        };
    }
}
