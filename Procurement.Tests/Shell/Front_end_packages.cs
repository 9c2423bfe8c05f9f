using System.Text.Json;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed class Front_end_packages
{
    [Fact]
    public void The_lock_names_no_registry_so_that_any_mirror_can_serve_it()
    {
        var text = File.ReadAllText(WebFile("package-lock.json"));

        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("registry", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_package_is_pinned_exactly_and_locked_with_its_hash()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(WebFile("package.json")));
        using var locked = JsonDocument.Parse(File.ReadAllText(WebFile("package-lock.json")));
        var packages = locked.RootElement.GetProperty("packages");

        foreach (var wanted in manifest.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            var entry = packages.GetProperty($"node_modules/{wanted.Name}");
            Assert.Equal(wanted.Value.GetString(), entry.GetProperty("version").GetString());
            Assert.StartsWith("sha512-", entry.GetProperty("integrity").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Own_style_uses_no_physical_sides_that_would_break_in_the_other_direction()
    {
        string[] physical = ["margin-left", "margin-right", "padding-left", "padding-right", "border-left", "border-right", "float: left", "float: right", "text-align: left", "text-align: right"];

        foreach (var sheet in new[] { "wwwroot/css/site.css", "wwwroot/css/print.css" })
        {
            var text = File.ReadAllText(WebFile(sheet));
            Assert.DoesNotContain(physical, side => text.Contains(side, StringComparison.Ordinal));
            Assert.DoesNotContain("letter-spacing", text, StringComparison.Ordinal); // breaks the joining of Persian letters
        }
    }

    [Fact]
    public void Pages_hold_no_inline_script_or_style_that_the_content_policy_would_refuse()
    {
        foreach (var view in Directory.EnumerateFiles(SourceTree.Path("Procurement.Web"), "*.cshtml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(view);
            Assert.False(
                text.Contains(" style=\"", StringComparison.Ordinal) || text.Contains("<style", StringComparison.Ordinal)
                || text.Contains("<script>", StringComparison.Ordinal) || text.Contains(" onclick=", StringComparison.Ordinal) || text.Contains("hx-on", StringComparison.Ordinal),
                view);
        }
    }

    private static string WebFile(string path) => SourceTree.Path("Procurement.Web", path);
}
