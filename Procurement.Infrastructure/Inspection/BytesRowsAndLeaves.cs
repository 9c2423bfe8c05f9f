using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Procurement.Application.AuditTrail;
using Procurement.Application.AuditTrail.VerifyLog;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.SignOff;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Inspection;

/// <summary>
/// R10: the stored canonical bytes, the rows projected again, the signatures, the leaves of the log and its checkpoints all say the same.
/// A change made past the application shows here, and where.
/// </summary>
internal sealed class BytesRowsAndLeaves(DocumentPages pages, LogVerifier verifier, ICheckpointKey key, DocumentRegistry registry) : IReconciliation
{
    private const string Bytes = "bytes";
    private const string Rows = "rows";
    private const string Signatures = "signatures";
    private const string Acts = "acts";
    private const string Log = "log";

    public string Code => "R10";

    public ReportFilters Filters => ReportFilters.Unit;

    public IReadOnlyList<ReportColumn> Columns { get; } =
        [new("part", ReportValue.Word), new("which", ReportValue.Code), new("stored", ReportValue.Code), new("recomputed", ReportValue.Code)];

    public async Task<ReportResult> Run(ReportScope scope, CancellationToken ct)
    {
        var findings = new ReportFindings(Bytes, Rows, Signatures, Acts, Log);
        await foreach (var page in pages.Sheets(scope, ct))
        {
            var versions = await pages.Versions(page, ct);
            var leaves = await pages.Leaves(page, ct);
            var whole = (await pages.Whole(page, ct)).ToDictionary(document => document.Id);
            foreach (var sheet in page)
            {
                var document = whole.GetValueOrDefault(sheet.Id);
                new OneDocument(sheet, document, [.. versions[sheet.Id]], [.. leaves[sheet.Id]], findings, ReportedDocument.Of(sheet, registry)).Compare();
            }
        }

        var verdict = await verifier.Verify(key.Trusted, [], ct);
        findings.Compared(Log, (long)verdict.Leaves);
        if (verdict.Fault is { } fault)
            findings.Differs(Log, "log-does-not-verify", null, "part-leaf", verdict.Leaves.ToString(CultureInfo.InvariantCulture), fault.ToString(), "");
        return findings.Result();
    }

    private sealed class OneDocument(
        SignOffSheet sheet, Document? document, IReadOnlyList<DocumentVersionRow> versions, IReadOnlyList<LeafRead> leaves, ReportFindings findings, ReportedDocument reported)
    {
        private readonly Dictionary<int, string> _stored = versions.ToDictionary(version => version.ContentVersion, version => version.Sha256);

        public void Compare()
        {
            CompareBytes();
            CompareRows();
            CompareSignatures();
            CompareActs();
        }

        /// <summary>Every stored version has the hash stored beside it, and the version sealed last is there.</summary>
        private void CompareBytes()
        {
            foreach (var version in versions)
            {
                findings.Compared(Bytes);
                var recomputed = Convert.ToHexStringLower(SHA256.HashData(version.Bytes));
                if (recomputed != version.Sha256) Differs(Bytes, "bytes-altered", "part-version", Number(version.ContentVersion), version.Sha256, recomputed);
            }

            if (sheet.SealedVersion > 0 && _stored.GetValueOrDefault(sheet.SealedVersion) != sheet.SealedSha256)
                Differs(Bytes, "version-missing", "part-version", Number(sheet.SealedVersion), _stored.GetValueOrDefault(sheet.SealedVersion, ""), sheet.SealedSha256);
        }

        /// <summary>The rows as they stand, written in canonical form, are the bytes that were stored for their version.</summary>
        private void CompareRows()
        {
            // A draft that was sent back has moved on from what was sealed; a sealed version is compared with its own form only.
            if (sheet.SealedVersion == 0 || sheet.SealedVersion != sheet.ContentVersion) return;

            findings.Compared(Rows);
            if (document is null)
            {
                Differs(Rows, "rows-missing", "part-version", Number(sheet.SealedVersion), sheet.SealedSha256, "");
                return;
            }

            var seal = CanonicalWriter.Seal(document);
            if (versions.FirstOrDefault(version => version.ContentVersion == seal.ContentVersion) is not { } stored || stored.FormVersion != seal.FormVersion) return;
            if (!seal.Bytes.Span.SequenceEqual(stored.Bytes)) Differs(Rows, "rows-altered", "part-version", Number(seal.ContentVersion), stored.Sha256, seal.Sha256);
        }

        /// <summary>Every signature binds a stored version, stands behind the steps that name it, and is in the log; and the log knows no other.</summary>
        private void CompareSignatures()
        {
            var logged = leaves.Where(leaf => leaf.Leaf?.Act == "signed").ToList();
            foreach (var signature in sheet.Signatures)
            {
                findings.Compared(Signatures);
                if (_stored.GetValueOrDefault(signature.ContentVersion) is not { } sha256 || sha256 != signature.ContentSha256)
                    Differs(Signatures, "signature-of-other-bytes", "part-signature", signature.Id.Value, signature.ContentSha256, _stored.GetValueOrDefault(signature.ContentVersion, ""));

                var own = logged.FindIndex(leaf => SaysSo(leaf.Leaf!, signature));
                if (own < 0) Differs(Signatures, "signature-not-in-log", "part-signature", signature.Id.Value, signature.ContentSha256, "");
                else logged.RemoveAt(own);
            }

            foreach (var left in logged)
                Differs(Signatures, "signature-removed", "part-leaf", Number(left.Index), "", left.Leaf!.ContentHash?.ToHex() ?? "");

            foreach (var step in sheet.Steps.Where(step => step.State == StepState.Signed))
            {
                var signature = sheet.Signatures.FirstOrDefault(given => given.Id == step.SignatureId);
                if (signature is null || signature.PersonId != step.SignedBy || signature.At != step.SignedAt)
                    Differs(Signatures, "step-without-its-signature", "part-step", step.Id.Value, step.Capacity.ToString(), "");
            }
        }

        /// <summary>The timeline and the log tell the same acts, each once.</summary>
        private void CompareActs()
        {
            var logged = leaves.Where(leaf => leaf.Leaf is not null).ToList();
            foreach (var leaf in leaves)
            {
                findings.Compared(Acts);
                if (leaf.Leaf is null || !leaf.HashAgrees) Differs(Acts, "leaf-altered", "part-leaf", Number(leaf.Index), "", "");
                else if (leaf.Leaf is { ContentHash: { } content, DocumentVersion: { } version } && _stored.TryGetValue((int)version, out var sha256) && sha256 != content.ToHex())
                    Differs(Acts, "leaf-of-other-bytes", "part-leaf", Number(leaf.Index), sha256, content.ToHex());
            }

            foreach (var act in sheet.Acts)
            {
                var own = logged.FindIndex(leaf => SaysSo(leaf.Leaf!, act));
                if (own < 0) Differs(Acts, "act-not-in-log", "part-act", act.Id, act.Code.ToString(), "");
                else logged.RemoveAt(own);
            }

            foreach (var left in logged.Where(leaf => leaf.HashAgrees))
                Differs(Acts, "act-removed", "part-leaf", Number(left.Index), "", left.Leaf!.Act);
        }

        private bool SaysSo(AuditLeaf leaf, Signature signature) =>
            leaf.Kind == sheet.Kind.Code && leaf.ActorId == signature.PersonId.Value && leaf.PostId == signature.PostId?.Value
            && leaf.ActingForId == signature.ActingForId?.Value && leaf.At == TehranTime.UnixMicros(signature.At)
            && leaf.DocumentVersion == signature.ContentVersion && leaf.ContentHash?.ToHex() == signature.ContentSha256;

        private bool SaysSo(AuditLeaf leaf, DocumentAct act) =>
            leaf.Kind == sheet.Kind.Code && leaf.Act == LeafCode.Of(act.Code) && leaf.ActorId == act.PersonId.Value && leaf.PostId == act.PostId?.Value
            && leaf.ActingForId == act.ActingForId?.Value && leaf.At == TehranTime.UnixMicros(act.At) && leaf.DocumentVersion == act.ContentVersion
            && leaf.DetailHash == (act.Note is null ? null : Sha256Hash.Of(Encoding.UTF8.GetBytes(act.Note)));

        private void Differs(string check, string reason, string part, object which, string stored, string recomputed) =>
            findings.Differs(check, reason, reported, part, Convert.ToString(which, CultureInfo.InvariantCulture) ?? "", stored, recomputed);

        private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
