using Xunit;

namespace Procurement.Tests.Support;

/// <summary>A fact that needs a real browser; skipped with its reason where there is none. <c>./eng/test</c> installs one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyAbsent;
}

/// <summary>The browser of the machine.</summary>
internal static class Chromium
{
    private const string Variable = "PROCUREMENT_CHROMIUM";

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : UsualPlaces.FirstOrDefault(File.Exists);

    public static string? WhyAbsent => Path is null ? $"No Chromium on this machine; {Variable} may name one." : null;
}
