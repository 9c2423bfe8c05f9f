using System.Globalization;
using System.Reflection;
using Procurement.Application;
using Procurement.Application.Shared.Ports;
using Procurement.Infrastructure;
using Procurement.Web.Resources;

namespace Procurement.Web.Verbs;

/// <summary>The command line of the binary: a first word that is no option names a verb, and then no web server is started.</summary>
public static class VerbLine
{
    private const string Help = "help";

    private static readonly SortedDictionary<string, (VerbAttribute Named, Type Type)> Verbs = new(
        typeof(VerbLine).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IVerb)))
            .Select(type => (Named: type.GetCustomAttribute<VerbAttribute>() ?? throw new InvalidOperationException($"{type.Name} says not how it is called."), Type: type))
            .ToDictionary(verb => verb.Named.Name),
        StringComparer.Ordinal);

    public static bool NamesVerb(string[] args) => args.Length > 0 && !IsOption(args[0]);

    /// <summary>Runs the verb; settings given as <c>--Section:Key=value</c> count for it as they do for the server.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, CancellationToken ct = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = Language.English.Culture;

        if (!Verbs.TryGetValue(args[0], out var called))
        {
            await Explain(output);
            return (int)(args[0] == Help ? VerbOutcome.Done : VerbOutcome.Misused);
        }

        // A switch has no value; left among the settings, the configuration would take the next argument for it.
        IReadOnlyList<string> settings = [.. args.Where(arg => IsOption(arg) && HasValue(arg))];
        using var host = Build(settings);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        var verb = (IVerb)ActivatorUtilities.CreateInstance(scope.ServiceProvider, called.Type);

        var outcome = await verb.Run(new VerbCall([.. args.Skip(1).Where(arg => !IsOption(arg))], settings, output)
        {
            Switches = [.. args.Where(arg => IsOption(arg) && !HasValue(arg))],
        }, ct);
        if (outcome == VerbOutcome.Misused) await output.WriteLineAsync($"Usage: {called.Named.Name} {called.Named.Arguments}");
        return (int)outcome;
    }

    /// <summary>The same, ended early by Ctrl+C.</summary>
    public static async Task<int> Run(string[] args)
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            return await Run(args, Console.Out, stop.Token);
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    /// <summary>The services of the application without the web around them; nothing is opened or started by building them.</summary>
    internal static IHost Build(IReadOnlyList<string> settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [.. settings] });
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true }));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
            // A migration asks a new database for a table that is not there yet; a failed statement that matters throws.
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddSingleton<ITexts>(new ResourceTexts(throwOnMissing: false));
        return builder.Build();
    }

    private static async Task Explain(TextWriter output)
    {
        await output.WriteLineAsync("Without a verb the web server starts. Verbs:");
        foreach (var (verb, _) in Verbs.Values) await output.WriteLineAsync($"  {$"{verb.Name} {verb.Arguments}",-62} {verb.Purpose}");
        await output.WriteLineAsync("Settings may follow as --Section:Key=value, such as --Database:Provider=PostgreSql.");
    }

    private static bool IsOption(string arg) => arg.StartsWith('-');

    private static bool HasValue(string option) => option.Contains('=', StringComparison.Ordinal);
}
