using Procurement.Application.AuditTrail.Proofs;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.VerifyDocument;

/// <summary>
/// Whether a paper is what the system holds (درستی سند). Whoever has the paper has its number and the beginning of its content hash; he is
/// told nothing that is not on it but the state of the document today.
/// </summary>
/// <param name="Number">The number on the paper, in any digits and either prefix.</param>
/// <param name="Mark">The first digits of the content hash, as printed in the signature boxes or carried by the mark.</param>
[Requires(SignOffPermissions.Verify)]
public sealed record VerifyDocument(string? Number, string? Mark) : IQuery<Result<VerifiedDocument>>;

/// <summary>
/// What the system says of a paper: which version it shows and which one counts today (another one means that the paper is outdated), and
/// where the document's last act stands in the audit log.
/// </summary>
public sealed record VerifiedDocument(
    DocumentId DocumentId, string Kind, string Number, string NumberFa, DocumentState State, bool UnderObjection, string UnitName, string UnitNameEn,
    DateTimeOffset? SubmittedAt, int Version, int CurrentVersion, string ContentSha256, IReadOnlyList<VerifiedSignature> Signatures, LogPlace? Place)
{
    public bool IsCurrent => Version == CurrentVersion;
}

public sealed record VerifiedSignature(Capacity Capacity, string Person, DateTimeOffset At, string ContentSha256);

/// <summary>The proof file of a paper's document, for a check without this system.</summary>
[Requires(SignOffPermissions.Verify)]
public sealed record ReadProof(string? Number, string? Mark) : IQuery<Result<ProofFile>>;

public sealed record ProofFile(string FileName, byte[] Json);

/// <summary>Finds a document by what its paper shows, whoever asks.</summary>
public interface IPapers
{
    Task<PaperFound?> Find(DocumentKind kind, DocumentNumber number, CancellationToken ct);
}

public sealed record PaperFound(SignOffSheet Sheet, IReadOnlyList<PaperVersion> Versions);

public sealed record PaperVersion(int Version, string Sha256);

/// <summary>Holds number and mark against what is stored; both must fit, so that numbers cannot be tried one after another.</summary>
public sealed class PaperCheck(IPapers papers, DocumentRegistry registry)
{
    public const int ShortestMark = 8;

    public async Task<Result<(PaperFound Paper, PaperVersion Version)>> Find(string? typedNumber, string? typedMark, CancellationToken ct)
    {
        if (!DocumentNumber.TryParse(typedNumber, out var number) || KindOf(number.Prefix) is not { } kind)
            return Refusal.Invalid("signoff.paper-number-unreadable").At("Number");
        var mark = (PersianText.ToLatinDigits(typedMark) ?? "").Trim().ToLowerInvariant();
        if (mark.Length is < ShortestMark or > 64 || !mark.All(char.IsAsciiHexDigitLower)) return Refusal.Invalid("signoff.paper-mark-unreadable", ShortestMark).At("Mark");

        var paper = await papers.Find(kind, number, ct);
        var version = paper?.Versions.LastOrDefault(v => v.Sha256.StartsWith(mark, StringComparison.Ordinal));
        return paper is null || version is null ? Refusal.NotFound("signoff.paper-not-ours") : (paper, version);
    }

    private DocumentKind? KindOf(string prefix) =>
        registry.Kinds.FirstOrDefault(k => string.Equals(k.PrefixEn, prefix, StringComparison.OrdinalIgnoreCase) || k.PrefixFa == prefix)?.Kind;
}

internal sealed class VerifyDocumentHandler(PaperCheck check, ProofMaker proofs, DocumentRegistry registry, ChartOfCall charts)
    : IQueryHandler<VerifyDocument, Result<VerifiedDocument>>
{
    public async Task<Result<VerifiedDocument>> Handle(VerifyDocument query, CancellationToken cancellationToken)
    {
        var found = await check.Find(query.Number, query.Mark, cancellationToken);
        if (!found.Succeeded) return found.Plain();

        var (paper, version) = found.Value;
        var (sheet, chart) = (paper.Sheet, await charts.Get(cancellationToken));
        var unit = chart.Unit(sheet.UnitId);
        return new VerifiedDocument(
            sheet.Id, sheet.Kind.Code, NumberOf(sheet, persian: false), NumberOf(sheet, persian: true), sheet.State, sheet.UnderObjection,
            unit?.Name ?? "", unit?.NameEn ?? "", sheet.SubmittedAt, version.Version, sheet.ContentVersion, version.Sha256,
            [.. from step in sheet.Steps
                join signature in sheet.Signatures on step.SignatureId equals signature.Id
                where signature.ContentVersion == version.Version
                orderby step.Order
                select new VerifiedSignature(step.Capacity, chart.NameOf(signature.PersonId), signature.At, signature.ContentSha256)],
            await proofs.PlaceOf(sheet.Id, cancellationToken));
    }

    private string NumberOf(SignOffSheet sheet, bool persian) =>
        registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian);
}

internal sealed class ReadProofHandler(PaperCheck check, ProofMaker proofs, DocumentRegistry registry) : IQueryHandler<ReadProof, Result<ProofFile>>
{
    public async Task<Result<ProofFile>> Handle(ReadProof query, CancellationToken cancellationToken)
    {
        var found = await check.Find(query.Number, query.Mark, cancellationToken);
        if (!found.Succeeded) return found.Plain();

        var sheet = found.Value.Paper.Sheet;
        if (await proofs.ProofOf(sheet.Id, cancellationToken) is not { } proof) return Refusal.Rule("signoff.proof-not-yet");
        var number = registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: false);
        return new ProofFile($"{number}.proof.json", proof.ToJson());
    }
}
