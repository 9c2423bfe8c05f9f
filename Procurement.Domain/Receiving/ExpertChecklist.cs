using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Receiving;

public readonly record struct ExpertChecklistId(Guid Value) : ITypedId<ExpertChecklistId>
{
    public static ExpertChecklistId From(Guid value) => new(value);

    public static ExpertChecklistId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// The expert's check of one delivered line before it may enter the store (چک‌لیست کارشناسی, control 6.1.c): each attribute measured, by
/// which method, with a photo. The expert is neither the buyer nor the keeper.
/// </summary>
/// <remarks>What the expert found goes into the conformance report as it is; nobody there can turn "differs" into "conforms".</remarks>
public sealed class ExpertChecklist : AggregateRoot<ExpertChecklistId>
{
    public const int MaxRemarkLength = 1000;

    private readonly List<ChecklistResult> _results = [];

    private ExpertChecklist()
    {
    }

    public DocumentId TemporaryReceiptId { get; private set; }

    public Guid LineId { get; private set; }

    public ItemId ItemId { get; private set; }

    /// <summary>The store's unit, for visibility.</summary>
    public OrgUnitId UnitId { get; private set; }

    public PersonId ExpertId { get; private set; }

    public PersonId AppointedBy { get; private set; }

    public DateTimeOffset AppointedAt { get; private set; }

    /// <summary>The expert finished and stands by what he wrote; null while he still checks.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    public string Remark { get; private set; } = "";

    public IReadOnlyList<ChecklistResult> Results => _results;

    public bool IsComplete => CompletedAt is not null;

    /// <summary>Something the expert measured is not as asked for.</summary>
    public bool FoundDifference => _results.Exists(r => r.Outcome == AttributeOutcome.Differs);

    /// <summary>Appoints an expert for a line of a delivery in quarantine.</summary>
    /// <param name="receipt">The temporary receipt; must be in effect.</param>
    /// <param name="line">The line.</param>
    /// <param name="expert">The expert appointed.</param>
    /// <param name="buyer">Who bought the goods; null when they were not bought.</param>
    /// <param name="by">Who appoints: never the expert himself.</param>
    public static Result<ExpertChecklist> Appoint(TemporaryReceipt receipt, Guid line, PersonId expert, PersonId? buyer, ActBy by)
    {
        if (receipt.SignOff.State != DocumentState.InEffect) return Refusal.Rule("expert-checklist.not-in-quarantine");
        if (receipt.Lines.FirstOrDefault(l => l.Id == line) is not { Counted.IsZero: false } found) return Refusal.NotFound("expert-checklist.line-not-found");
        if (expert == buyer) return Refusal.Rule("expert-checklist.expert-is-buyer").At("Expert");
        if (expert == receipt.SignOff.OwnerId) return Refusal.Rule("expert-checklist.expert-is-keeper").At("Expert");
        if (expert == by.Person) return Refusal.Rule("expert-checklist.expert-appoints-himself").At("Expert");

        return new ExpertChecklist
        {
            Id = ExpertChecklistId.New(),
            TemporaryReceiptId = receipt.Id,
            LineId = line,
            ItemId = found.ItemId,
            UnitId = receipt.SignOff.UnitId,
            ExpertId = expert,
            AppointedBy = by.Person,
            AppointedAt = by.At,
        };
    }

    /// <summary>The expert's results, one for each attribute of the specification, each with its photo; afterwards nothing changes.</summary>
    /// <param name="required">The specification of the order; null for goods that were not bought, judged by their deed.</param>
    /// <param name="results">What he found.</param>
    /// <param name="remark">His remark on the whole.</param>
    /// <param name="by">The expert.</param>
    public Result Complete(Specification? required, IReadOnlyList<ChecklistInput> results, string? remark, ActBy by)
    {
        if (by.Person != ExpertId) return Refusal.Forbidden("expert-checklist.not-your-checklist");
        if (IsComplete) return Refusal.Rule("expert-checklist.complete-already");
        var note = PersianText.CleanLines(remark);
        if (note.Length > MaxRemarkLength) return Refusal.Invalid("expert-checklist.remark-too-long", MaxRemarkLength).At(nameof(Remark));
        if (required is null && note.Length == 0) return Refusal.Invalid("expert-checklist.remark-missing").At(nameof(Remark));

        var faults = new List<Refusal>();
        var written = new List<ChecklistResult>();
        foreach (var verdict in required?.Compare([.. results.Select(r => new MeasuredValue(r.Key, r.Measured))]) ?? [])
        {
            var given = results.FirstOrDefault(r => r.Key == verdict.Asked.Key);
            var read = ChecklistResult.Read(verdict, given, FormattableString.Invariant($"Results[{verdict.Asked.Key}]"));
            if (read.Succeeded) written.Add(read.Value);
            else faults.AddRange(read.Refusals);
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        _results.AddRange(written);
        Remark = note;
        CompletedAt = by.At;
        return Result.Ok;
    }
}

/// <summary>A file that proves what was found: a photo, a test sheet.</summary>
public sealed record Evidence(string Sha256, string FileName, long Size, string ContentType);

/// <summary>One attribute as the expert typed it.</summary>
/// <param name="Key">The specification attribute's key.</param>
/// <param name="Measured">What he found.</param>
/// <param name="Method">How he found it.</param>
/// <param name="Judged">His word where words cannot be compared by a machine; null where numbers speak.</param>
/// <param name="Photo">The photo or test sheet.</param>
/// <param name="FailsFor">How much of the line differs; null for all of it.</param>
public sealed record ChecklistInput(int Key, string? Measured, string? Method, bool? Judged, Evidence? Photo, Quantity? FailsFor = null);

/// <summary>What the expert found of one attribute.</summary>
public sealed class ChecklistResult
{
    private ChecklistResult()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The specification attribute's key.</summary>
    public int Key { get; private set; }

    public string Measured { get; private set; } = "";

    public string Method { get; private set; } = "";

    public AttributeOutcome Outcome { get; private set; }

    /// <summary>How much of the line differs; null for all of it, meaningless where it conforms.</summary>
    public Quantity? FailsFor { get; private set; }

    public string PhotoSha256 { get; private set; } = "";

    public string PhotoName { get; private set; } = "";

    public long PhotoSize { get; private set; }

    public string PhotoType { get; private set; } = "";

    public Evidence Photo => new(PhotoSha256, PhotoName, PhotoSize, PhotoType);

    internal static Result<ChecklistResult> Read(AttributeVerdict verdict, ChecklistInput? given, string field)
    {
        var measured = Measurement.Read(verdict, given?.Method, given?.Judged, field);
        if (!measured.Succeeded) return measured.Plain();
        if (given?.Photo is not { } photo) return Refusal.Invalid("expert-checklist.photo-missing", verdict.Asked.Name).At($"{field}.Photo");
        if (given.FailsFor is { IsZero: true } && measured.Value.Outcome == AttributeOutcome.Differs)
            return Refusal.Invalid("expert-checklist.failing-part-zero", verdict.Asked.Name).At($"{field}.FailsFor");

        return new ChecklistResult
        {
            Key = verdict.Asked.Key,
            Measured = measured.Value.Found,
            Method = measured.Value.Method,
            Outcome = measured.Value.Outcome,
            FailsFor = measured.Value.Outcome == AttributeOutcome.Differs ? given.FailsFor : null,
            PhotoSha256 = photo.Sha256,
            PhotoName = PersianText.Clean(photo.FileName),
            PhotoSize = photo.Size,
            PhotoType = photo.ContentType,
        };
    }
}

/// <summary>One attribute measured against what was asked for.</summary>
internal sealed record Measurement(string Found, string Method, AttributeOutcome Outcome)
{
    /// <summary>
    /// Numbers, choices and yes or no are judged by comparison; only where words differ does the person's own word count, and it must be given.
    /// </summary>
    public static Result<Measurement> Read(AttributeVerdict verdict, string? method, bool? judged, string field)
    {
        var how = PersianText.CleanLines(method);
        if (verdict.Outcome == AttributeOutcome.NotMeasured) return Refusal.Invalid("conformance-report.not-measured", verdict.Asked.Name).At($"{field}.Measured");
        if (verdict.Found.Length > TemplateAttribute.MaxTextLength)
            return Refusal.Invalid("conformance-report.text-too-long", TemplateAttribute.MaxTextLength).At($"{field}.Measured");
        if (how.Length is 0 or > AttributeCheck.MaxMethodLength)
            return Refusal.Invalid("conformance-report.method-missing", verdict.Asked.Name, AttributeCheck.MaxMethodLength).At($"{field}.Method");
        if (verdict.Outcome != AttributeOutcome.NeedsJudgement) return new Measurement(verdict.Found, how, verdict.Outcome);

        return judged is { } conforms
            ? new Measurement(verdict.Found, how, conforms ? AttributeOutcome.Conforms : AttributeOutcome.Differs)
            : Refusal.Invalid("conformance-report.word-missing", verdict.Asked.Name).At($"{field}.Judged");
    }
}
