using System.Text;
using Procurement.Application.AuditTrail;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.AuditTrail;

/// <summary>Puts checkpoints into a folder for handing out: <c>latest.checkpoint</c>, and one for each day under its Jalali date.</summary>
/// <remarks>The public key lies beside them, so that the folder is all an auditor has to be given.</remarks>
public sealed class CheckpointExports(AuditTrailOptions options, ICheckpointKey key)
{
    public void Latest(SignedCheckpoint checkpoint)
    {
        Write("public-key.txt", key.PublicKey + "\n");
        Write("latest.checkpoint", checkpoint.ToString());
    }

    /// <summary>The checkpoint of a closed day; a day already exported stays as it was handed out.</summary>
    public void Day(DateOnly day, SignedCheckpoint checkpoint)
    {
        if (!HasDay(day)) Write(NameOf(day), checkpoint.ToString());
    }

    public bool HasDay(DateOnly day) => File.Exists(Path.Combine(options.Exports, NameOf(day)));

    private static string NameOf(DateOnly day) => JalaliDate.From(day).ToString().Replace('/', '-') + ".checkpoint";

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(options.Exports);
        var draft = Path.Combine(options.Exports, $"{name}.{Guid.CreateVersion7():N}");
        File.WriteAllText(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(draft, Path.Combine(options.Exports, name), overwrite: true);
    }
}
