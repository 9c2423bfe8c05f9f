using Procurement.Tests.Architecture;
using Xunit;

namespace Procurement.Tests.Support;

/// <summary>
/// A text that is kept in the repository so that every change of it is read in a review. A wanted change is accepted by running the test
/// with <c>PROCUREMENT_ACCEPT=1</c> and committing what it wrote.
/// </summary>
internal static class UnderReview
{
    private const string Switch = "PROCUREMENT_ACCEPT";

    public static async Task Same(string path, string actual)
    {
        var file = Path.Combine(SourceTree.Root, path);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        var kept = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        Assert.True(kept == text, $"{path} says otherwise at: {FirstDifference(kept, text)}. Is the change wanted? Then run again with {Switch}=1 and commit it.");
    }

    private static string FirstDifference(string kept, string actual)
    {
        var (before, now) = (kept.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, now.Length)).FirstOrDefault(i => i >= before.Length || i >= now.Length || before[i] != now[i]);
        return $"line {line + 1}, kept «{before.ElementAtOrDefault(line)}», now «{now.ElementAtOrDefault(line)}»";
    }
}
