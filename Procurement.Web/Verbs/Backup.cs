using Procurement.Infrastructure.Persistence.Backup;
using Procurement.Web.Resources;

namespace Procurement.Web.Verbs;

/// <summary>Puts the database and the attachments into one archive while people work.</summary>
[Verb("backup", "saves database and attachments into one archive, while people work", Arguments = "<file>")]
internal sealed class Backup(Backups backups, ITexts texts) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        if (call.Arguments is not [var file]) return VerbOutcome.Misused;

        var saved = await backups.Save(file, ct);
        await call.Output.WriteLineAsync(saved.Succeeded
            ? $"Saved the {saved.Value.Engine} database and {saved.Value.Files} files into {file}. The checkpoint key is not in it: keep it apart."
            : texts[saved.Refusal.Code, saved.Refusal.Args]);
        return saved.Succeeded ? VerbOutcome.Done : VerbOutcome.Failed;
    }
}
