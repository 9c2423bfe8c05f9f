using System.Runtime.CompilerServices;

namespace Procurement.Tests.Architecture;

/// <summary>One hand-written source file: project, capability (first folder), path inside the repository, text.</summary>
public sealed record SourceFile(string Project, string Capability, string Path, string Text);

/// <summary>The repository's own C# and Razor sources, generated files left out.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } = Read();

    public static IEnumerable<SourceFile> Of(string project) => Files.Where(f => f.Project == project);

    private static List<SourceFile> Read()
    {
        var files = new List<SourceFile>();
        foreach (var project in Directory.GetDirectories(Root, "Procurement.*"))
        {
            foreach (var path in Directory.EnumerateFiles(project, "*.*", SearchOption.AllDirectories))
            {
                var inside = System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/');
                if (!(path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))) continue;
                if (inside.Contains("/bin/", StringComparison.Ordinal) || inside.Contains("/obj/", StringComparison.Ordinal)) continue;
                if (inside.Contains("/Migrations/", StringComparison.Ordinal) || inside.Contains("/node_modules/", StringComparison.Ordinal)) continue;

                var parts = inside.Split('/');
                var capability = parts.Length < 3 ? "" : parts[1] is "Pages" or "Api" && parts.Length > 3 ? parts[2] : parts[1];
                files.Add(new SourceFile(parts[0]["Procurement.".Length..], capability, inside, File.ReadAllText(path)));
            }
        }

        return files;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(here)!);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Procurement.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
