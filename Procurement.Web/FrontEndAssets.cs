namespace Procurement.Web;

/// <summary>Whether the build fetched style, font and htmx (it cannot without Node); pages work without them, unstyled, and say so.</summary>
public sealed class FrontEndAssets(IWebHostEnvironment environment)
{
    public bool ArePresent { get; } = environment.WebRootFileProvider.GetFileInfo("lib/htmx.min.js").Exists;
}
