using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Verbs;

/// <summary>Checks a document's proof bundle with a public key and nothing else: no database, no network.</summary>
[Verb("verify-proof", "checks a proof bundle offline; with the document's bytes, also that it is about them", Arguments = "<bundle> <public-key-file> [<document-bytes>]")]
internal sealed class VerifyProof(ITexts texts) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        if (call.Arguments.Count is < 2 or > 3) return VerbOutcome.Misused;
        if (call.Arguments.FirstOrDefault(file => !File.Exists(file)) is { } absent)
        {
            await call.Output.WriteLineAsync($"There is no file {absent}.");
            return VerbOutcome.Misused;
        }

        var verdict = await Verify(call.Arguments, ct);
        if (!verdict.Succeeded)
        {
            await call.Output.WriteLineAsync($"Not proved: {texts[verdict.Refusal.Code, verdict.Refusal.Args]} [{verdict.Refusal}]");
            return VerbOutcome.Failed;
        }

        var (leaf, index, checkpoint) = verdict.Value;
        await call.Output.WriteLineAsync(
            $"""
            Proved: leaf {index} of {checkpoint.Size} in the log {checkpoint.Origin}
              act       {leaf.Act} on {leaf.Kind} {leaf.DocumentId} version {leaf.DocumentVersion}
              content   {leaf.ContentHash?.ToHex()}{(call.Arguments.Count == 3 ? " (these bytes)" : "")}
              by        {leaf.ActorId} from post {leaf.PostId} for {leaf.ActingForId}
              at        {TehranTime.FromUnixMicros(leaf.At):O}
            """);
        return VerbOutcome.Done;
    }

    private static async Task<Result<ProvenAct>> Verify(IReadOnlyList<string> files, CancellationToken ct)
    {
        var key = CheckpointPublicKey.Parse(await File.ReadAllTextAsync(files[1], ct));
        if (!key.Succeeded) return key.Plain();

        var proven = OfflineVerifier.Verify(await File.ReadAllBytesAsync(files[0], ct), key.Value);
        if (!proven.Succeeded || files.Count < 3) return proven;

        var covers = proven.Value.Covers(await File.ReadAllBytesAsync(files[2], ct));
        return covers.Succeeded ? proven : covers;
    }
}
