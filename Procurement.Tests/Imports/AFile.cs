using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Imports;
using Procurement.Application.Imports.ImportFile;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Tests.Architecture;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Imports;

/// <summary>Brings files in as a page does: into the vault first, then by their hash.</summary>
internal static class AFile
{
    public static string Sample(string name) => Path.Combine(SourceTree.Root, "docs", "samples", name);

    public static async Task<string> Taken(this TestApp app, Stream content, string name)
    {
        await using var scope = app.Scope();
        var taken = await scope.ServiceProvider.GetRequiredService<ImportIntake>().Take(content, name, default);
        Assert.True(taken.Succeeded, taken.Succeeded ? "" : taken.Refusal.ToString());
        return taken.Value.Hash.ToHex();
    }

    public static async Task<Result<ImportReport>> Import(this TestApp app, PersonId by, string kind, string sample, bool dryRun, string? key = null)
    {
        await using var content = File.OpenRead(Sample(sample));
        return await app.As(by, new ImportFile(kind, await app.Taken(content, sample), dryRun), key);
    }

    public static async Task<Result<ImportReport>> ImportText(this TestApp app, PersonId by, string kind, bool dryRun, params string[] lines)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return await app.As(by, new ImportFile(kind, await app.Taken(content, "typed.csv"), dryRun));
    }

    /// <summary>The faults as «row column code».</summary>
    public static IReadOnlyList<string> Told(this ImportReport report) => [.. report.Faults.Select(f => $"{f.Row} {f.Column} {f.Refusal.Code}")];

    public static IReadOnlyList<string> Told(this Result<ImportReport> refused) =>
        [.. refused.Refusals.Select(r => RowFault.Of(r) is { } f ? $"{f.Row} {f.Column} {f.Refusal.Code}" : r.Code)];

    /// <summary>The groups the samples of items name.</summary>
    public static async Task OpenGroups(this TestApp app)
    {
        Assert.True((await app.As(app.Body.HeadOfProcurement, new OpenCategory("O", new CategoryForm("لوازم اداری", "Office supplies")))).Succeeded);
        Assert.True((await app.As(app.Body.HeadOfProcurement, new OpenCategory("S", new CategoryForm("ایمنی", "Safety")))).Succeeded);
    }

    /// <summary>Enters many items, BULK-0 and on, by an import of their own.</summary>
    public static async Task Items(this TestApp app, int count)
    {
        var lines = Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"BULK-{i},کالای {i},WELD,عدد,مصرفی")).Prepend("کد کالا,نام کالا,کد گروه,واحد,طبقه اموال");
        var done = await app.ImportText(app.Body.HeadOfProcurement, "items", dryRun: false, [.. lines]);
        Assert.Equal(count, done.Value.Entered);
    }
}
