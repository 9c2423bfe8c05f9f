namespace Procurement.Web.Display.Forms;

/// <summary>What pages and operations that take files in have in common.</summary>
public static class Uploads
{
    /// <summary>Longer than the vault takes, so that a file that is too long is told so by a sentence and not by a cut line.</summary>
    public const long LongestRequest = 64 * 1024 * 1024;
}
