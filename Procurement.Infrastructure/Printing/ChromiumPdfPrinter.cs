using System.Diagnostics;
using Microsoft.Extensions.FileProviders;
using Procurement.Application.Shared.Ports;

namespace Procurement.Infrastructure.Printing;

/// <summary>
/// Prints with the system's Chromium: the form, its style and its font stand in a folder of their own, the form itself forbids scripts, and
/// no name outside is ever looked up.
/// </summary>
internal sealed class ChromiumPdfPrinter(PrintingOptions options, IFileProvider assets) : IPdfPrinter, IDisposable
{
    private static readonly string[] UsualPlaces =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] Assets = ["css/print.css", "lib/vazirmatn-regular.woff2", "lib/vazirmatn-bold.woff2"];

    /// <summary>Each browser takes some 150 MB; more at once would only make all of them slower.</summary>
    private readonly SemaphoreSlim _turn = new(2);

    private readonly string? _browser = options.Chromium.Length > 0 ? options.Chromium : UsualPlaces.FirstOrDefault(File.Exists);

    public bool IsAvailable => _browser is not null;

    public async Task<byte[]> Print(IPaper paper, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (_browser is null) throw new InvalidOperationException("There is no browser to print with.");

        var html = await paper.AsPage();
        await _turn.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("procurement-print-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "form.html"), html, ct);
            foreach (var asset in Assets) await Copy(asset, folder, ct);
            var pdf = Path.Combine(folder, "form.pdf");
            await Run(_browser, folder, pdf, ct);
            return await File.ReadAllBytesAsync(pdf, ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Copy(string asset, string folder, CancellationToken ct)
    {
        var file = assets.GetFileInfo(asset);
        if (!file.Exists) return; // without the front-end packages the form is printed in the system's font

        var target = Path.Combine(folder, asset.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var from = file.CreateReadStream();
        await using var to = File.Create(target);
        await from.CopyToAsync(to, ct);
    }

    private async Task Run(string browser, string folder, string pdf, CancellationToken ct)
    {
        var start = new ProcessStartInfo(browser) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in Arguments(folder, pdf)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The browser did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        var said = process.StandardError.ReadToEndAsync(limit.Token);
        var told = process.StandardOutput.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await told;
            if (process.ExitCode != 0 || !File.Exists(pdf)) throw new InvalidOperationException($"The browser printed nothing ({process.ExitCode}): {await said}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static IEnumerable<string> Arguments(string folder, string pdf)
    {
        yield return "--headless=new";
        yield return "--disable-gpu";
        yield return "--no-first-run";
        yield return "--disable-extensions";
        yield return "--disable-background-networking";
        yield return "--disable-dev-shm-usage";
        yield return "--host-resolver-rules=MAP * ~NOTFOUND"; // nothing outside the folder is ever asked for
        yield return $"--user-data-dir={Path.Combine(folder, "profile")}";
        // Its own sandbox refuses to run for root, as in a container; the page is ours and runs no script.
        if (Environment.UserName == "root") yield return "--no-sandbox";
        yield return "--no-pdf-header-footer";
        yield return "--generate-pdf-document-outline";
        yield return $"--print-to-pdf={pdf}";
        yield return Path.Combine(folder, "form.html");
    }
}
