using Procurement.Application.AuditTrail;
using Procurement.Application.AuditTrail.VerifyLog;
using Procurement.Web.Resources;

namespace Procurement.Web.Verbs;

/// <summary>Recomputes the whole audit log: every leaf, every root, every signed checkpoint, and those somebody outside has kept.</summary>
[Verb("verify-log", "recomputes the audit log against its signed checkpoints and those kept outside", Arguments = "[<checkpoint-file> ...]")]
internal sealed class VerifyLog(LogVerifier verifier, ICheckpointKey key, ITexts texts) : IVerb
{
    public async Task<VerbOutcome> Run(VerbCall call, CancellationToken ct)
    {
        if (call.Arguments.FirstOrDefault(file => !File.Exists(file)) is { } absent)
        {
            await call.Output.WriteLineAsync($"There is no file {absent}.");
            return VerbOutcome.Misused;
        }

        var held = call.Arguments.Select(File.ReadAllText).ToList();
        return await Report(await verifier.Verify(key.Trusted, held, ct), texts, call.Output) ? VerbOutcome.Done : VerbOutcome.Failed;
    }

    /// <summary>Tells what was found; a fault with the first place it shows at.</summary>
    internal static async Task<bool> Report(LogVerdict verdict, ITexts texts, TextWriter output)
    {
        if (verdict.Fault is { } fault)
        {
            await output.WriteLineAsync($"The log does not verify: {texts[fault.Code, fault.Args]} [{fault}]");
            await output.WriteLineAsync($"The first {verdict.Sound} leaves are as they were signed; the first fault is at index {verdict.Sound} or after, found at {verdict.Leaves}.");
            return false;
        }

        await output.WriteLineAsync($"{verdict.Leaves} leaves, {verdict.Checkpoints} checkpoints: all verify. Root {verdict.Root.ToHex()}");
        return true;
    }
}
