using Procurement.Tests.Support;
using Procurement.Web.Verbs;

namespace Procurement.Tests.Verbs;

/// <summary>What a verb said and how it ended.</summary>
internal sealed record VerbRun(int ExitCode, string Said)
{
    /// <summary>Runs a verb over a database as the command line would.</summary>
    public static Task<VerbRun> Of(TestDatabase database, params string[] line) =>
        Of([.. line, .. database.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);

    public static async Task<VerbRun> Of(params string[] line)
    {
        using var output = new StringWriter();
        var code = await VerbLine.Run(line, output);
        return new VerbRun(code, output.ToString());
    }
}
