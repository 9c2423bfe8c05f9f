namespace Procurement.Web.Display;

/// <summary>A browser's long self-description as people call it: «Firefox · Windows».</summary>
public static class AgentName
{
    /// <summary>The narrower name first: every browser also claims to be some of the others.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>What was sent, when it names no browser that is known.</returns>
    public static string Of(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        if (Find(Browsers, agent) is not { } browser) return agent;
        return Find(Systems, agent) is { } system ? $"{browser} · {system}" : browser;
    }

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.Where(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
