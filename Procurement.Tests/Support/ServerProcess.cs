using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Procurement.Tests.Support;

/// <summary>The web application as a process of its own on a free port of this machine; it may be killed and started again on its database.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly List<string> _settings;
    private readonly string _folder;
    private readonly Queue<string> _lastLines = new();
    private TaskCompletionSource<Uri> _standing = Awaited();
    private Process? _process;

    private ServerProcess(IEnumerable<KeyValuePair<string, string?>> settings, string folder)
    {
        _settings = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        _folder = folder;
    }

    /// <summary>The most memory any of its lives has held, in bytes.</summary>
    public long PeakMemory { get; private set; }

    /// <param name="settings">What the configuration is told.</param>
    /// <param name="folder">Where it works; relative paths of the configuration start there.</param>
    public static async Task<ServerProcess> Start(IEnumerable<KeyValuePair<string, string?>> settings, string folder)
    {
        var server = new ServerProcess(settings, folder);
        await server.Start();
        return server;
    }

    /// <summary>Its address, once it stands; who calls in between waits until it stands again.</summary>
    public Task<Uri> Standing() => _standing.Task.WaitAsync(Patience);

    public async Task Start()
    {
        var begin = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls=http://127.0.0.1:0", .. _settings])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        begin.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = new Process { StartInfo = begin, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        var standing = _standing;
        _process.Exited += (_, _) => standing.TrySetException(new InvalidOperationException("The server ended while it was being started: " + Said()));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Standing();
    }

    /// <summary>Ends the process as a power cut would: nothing is finished, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (_process is not { } process) return;
        MeasureMemory();
        _standing = Awaited();
        _process = null;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The processor time this life has used so far.</summary>
    public TimeSpan ProcessorTime => _process?.TotalProcessorTime ?? TimeSpan.Zero;

    /// <summary>Reads the peak of this life.</summary>
    public void MeasureMemory()
    {
        if (_process is not { HasExited: false } process) return;
        process.Refresh();
        var status = $"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status";
        var peak = File.Exists(status) && Peak().Match(File.ReadAllText(status)) is { Success: true } found
            ? long.Parse(found.Groups["kilobytes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) * 1024
            : process.WorkingSet64;
        PeakMemory = Math.Max(PeakMemory, peak);
    }

    /// <summary>The last lines of its log, for whoever must explain a failure.</summary>
    public string Said()
    {
        lock (_lastLines) return string.Join('\n', _lastLines);
    }

    public async ValueTask DisposeAsync() => await Kill();

    private void Heard(string? line)
    {
        const int Kept = 30;
        if (line is null) return;
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > Kept) _lastLines.Dequeue();
        }

        if (!_standing.Task.IsCompleted && Listening().Match(line) is { Success: true } found) _standing.TrySetResult(new Uri(found.Value));
    }

    private static TaskCompletionSource<Uri> Awaited() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Listening();

    [GeneratedRegex(@"VmHWM:\s+(?<kilobytes>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Peak();
}
