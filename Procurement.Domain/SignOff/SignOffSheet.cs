using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>
/// The sign-off sheet a document owns (برگ امضا): its life cycle, its route frozen at submit, its signatures, timeline, objections and
/// attachments. Written once for every kind; nobody reaches a next state around it.
/// </summary>
public sealed partial class SignOffSheet : IAggregateRoot
{
    public const int MaxNoteLength = 2000;
    public const int MaxSubjectLength = 300;
    public const int MaxAttachments = 100;

    /// <summary>Every legal move; a pair that is not here is refused. The documentation prints this table.</summary>
    public static IReadOnlyDictionary<(DocumentState From, DocumentMove Move), DocumentState> Moves { get; } =
        new Dictionary<(DocumentState, DocumentMove), DocumentState>
        {
            [(DocumentState.Draft, DocumentMove.Submit)] = DocumentState.InRoute,
            [(DocumentState.Draft, DocumentMove.Cancel)] = DocumentState.Cancelled,
            [(DocumentState.InRoute, DocumentMove.Withdraw)] = DocumentState.Draft,
            [(DocumentState.InRoute, DocumentMove.Return)] = DocumentState.Draft,
            [(DocumentState.InRoute, DocumentMove.Refuse)] = DocumentState.Refused,
            [(DocumentState.InRoute, DocumentMove.Cancel)] = DocumentState.Cancelled,
            [(DocumentState.InRoute, DocumentMove.Expire)] = DocumentState.Expired,
            [(DocumentState.InRoute, DocumentMove.TakeEffect)] = DocumentState.InEffect,
            [(DocumentState.InEffect, DocumentMove.Close)] = DocumentState.Closed,
            [(DocumentState.InEffect, DocumentMove.CloseShort)] = DocumentState.Closed,
            [(DocumentState.InEffect, DocumentMove.Expire)] = DocumentState.Expired,
            [(DocumentState.InEffect, DocumentMove.Reverse)] = DocumentState.Reversed,
            [(DocumentState.Closed, DocumentMove.Reverse)] = DocumentState.Reversed,
        };

    private readonly List<RouteStep> _steps = [];
    private readonly List<Signature> _signatures = [];
    private readonly List<DocumentAct> _acts = [];
    private readonly List<Objection> _objections = [];
    private readonly List<Attachment> _attachments = [];
    private readonly List<DocumentFile> _files = [];

    private SignOffSheet()
    {
    }

    public DocumentId Id { get; private set; }

    /// <summary>The sheet's own optimistic lock: a signature changes the sheet and not the content beside it.</summary>
    public long Version { get; private set; }

    IReadOnlyList<IDomainEvent> IAggregateRoot.Events => [];

    public DocumentKind Kind { get; private set; }

    public OrgUnitId UnitId { get; private set; }

    /// <summary>Who drafted the document and answers for its content.</summary>
    public PersonId OwnerId { get; private set; }

    public DocumentState State { get; private set; }

    /// <summary>Raised by every change of content; a signature binds one content version.</summary>
    public int ContentVersion { get; private set; }

    public string Subject { get; private set; } = "";

    public string SubjectFolded { get; private set; } = "";

    public long? AmountRials { get; private set; }

    /// <summary>Unit code, or store code for stock documents: the series its number is taken from.</summary>
    public string SeriesCode { get; private set; } = "";

    /// <summary>Fiscal year of the number; 0 until submitted.</summary>
    public int NumberYear { get; private set; }

    /// <summary>Serial of the number; 0 until submitted. Taken once; a cancelled document keeps it.</summary>
    public int NumberSerial { get; private set; }

    public int Round { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? EffectiveAt { get; private set; }

    /// <summary>Proceeds although an objection was maintained, because the head took responsibility («با اعتراض»).</summary>
    public bool UnderObjection { get; private set; }

    public PersonId? CancelAskedBy { get; private set; }

    /// <summary>The content version whose canonical bytes were stored last; 0 before the first submit.</summary>
    public int SealedVersion { get; private set; }

    public string SealedSha256 { get; private set; } = "";

    public IReadOnlyList<RouteStep> Steps => _steps;

    public IReadOnlyList<Signature> Signatures => _signatures;

    public IReadOnlyList<DocumentAct> Acts => _acts;

    public IReadOnlyList<Objection> Objections => _objections;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    public IReadOnlyList<DocumentFile> Files => _files;

    public Rials? Amount => AmountRials is { } amount ? Rials.FromStored(amount) : null;

    public bool HasNumber => NumberSerial > 0;

    /// <summary>Submitted for the first time in this command, so its number is still to be taken.</summary>
    public bool AwaitsNumber => SubmittedAt is not null && NumberSerial == 0;

    public IEnumerable<RouteStep> CurrentSteps => _steps.Where(s => s.Round == Round && s.State != StepState.Void).OrderBy(s => s.Order);

    /// <summary>The step whose turn it is; null when nobody's is.</summary>
    public RouteStep? OpenStep => CurrentSteps.FirstOrDefault(s => s.State == StepState.Open);

    public Objection? OpenObjection => _objections.Find(o => o.IsOpen);

    /// <summary>Open objections suspend: nobody signs until they are settled.</summary>
    public bool IsSuspended => OpenObjection is not null;

    public bool AllSigned => Round > 0 && CurrentSteps.All(s => s.IsDone);

    /// <summary>Opens the sheet of a new draft.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="unit">The unit whose document it is.</param>
    /// <param name="seriesCode">Unit code, or store code for stock documents.</param>
    /// <param name="by">The owner.</param>
    /// <param name="from">The sheets it comes from: it joins their files. None opens a file of its own.</param>
    public static SignOffSheet Open(
        DocumentId id, DocumentKind kind, OrgUnitId unit, string seriesCode, ActBy by, params IEnumerable<SignOffSheet> from)
    {
        var sheet = new SignOffSheet
        {
            Id = id,
            Kind = kind,
            UnitId = unit,
            SeriesCode = seriesCode,
            OwnerId = by.Person,
            State = DocumentState.Draft,
            ContentVersion = 1,
            OpenedAt = by.At,
        };
        foreach (var file in from.SelectMany(s => s.Files).Select(f => f.FileId).Distinct()) sheet._files.Add(new DocumentFile(file));
        if (sheet._files.Count == 0) sheet._files.Add(new DocumentFile(id));
        sheet.Record(ActCode.Drafted, by);
        return sheet;
    }

    /// <summary>Refuses a change of content unless the document is a draft of this owner.</summary>
    public Result MayEdit(PersonId by)
    {
        if (State != DocumentState.Draft) return Refusal.Rule("signoff.not-a-draft", State);
        return by == OwnerId ? Result.Ok : Refusal.Forbidden("signoff.not-your-draft");
    }

    public Result Attach(string sha256, string fileName, long size, string contentType, ActBy by)
    {
        if (State is not (DocumentState.Draft or DocumentState.InRoute)) return Refusal.Rule("signoff.too-late-to-attach", State);
        if (_attachments.Count >= MaxAttachments) return Refusal.Rule("signoff.too-many-attachments", MaxAttachments);
        if (_attachments.Exists(a => a.Sha256 == sha256)) return Refusal.Rule("signoff.attached-already", fileName);

        var attachment = new Attachment(sha256, PersianText.Clean(fileName), size, contentType, by);
        _attachments.Add(attachment);
        ContentChanged();
        Record(ActCode.Attached, by, attachment.FileName);
        return Result.Ok;
    }

    public Result Detach(Guid attachment, ActBy by)
    {
        var editable = MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (_attachments.Find(a => a.Id == attachment) is not { } found) return Refusal.NotFound("signoff.attachment-not-found");

        _attachments.Remove(found);
        ContentChanged();
        Record(ActCode.Detached, by, found.FileName);
        return Result.Ok;
    }

    /// <summary>Gives the number taken in the transaction of the submit.</summary>
    public void TakeNumber(FiscalYear year, int serial)
    {
        if (HasNumber) throw new InvalidOperationException("A document's number is taken once.");
        NumberYear = year.Year;
        NumberSerial = serial;
    }

    /// <summary>Remembers which version's bytes are stored, so that content cannot change under a version number already signed.</summary>
    public void Sealed(ContentSeal seal)
    {
        SealedVersion = seal.ContentVersion;
        SealedSha256 = seal.Sha256;
    }

    void IAggregateRoot.ClearEvents()
    {
        // What happened is told by the document that owns the sheet.
    }

    internal void ContentChanged() => ContentVersion++;

    internal void Describe(string subject, Rials? amount)
    {
        Subject = subject.Length > MaxSubjectLength ? subject[..MaxSubjectLength] : subject;
        SubjectFolded = PersianText.Fold(Subject);
        AmountRials = amount?.Amount;
    }

    internal void StampRecorded(ActBy by, string? note) => Record(ActCode.Recorded, by, note);

    internal void StampEdited(ActBy by) => Record(ActCode.Edited, by);

    /// <summary>An act of the kind's own on the timeline.</summary>
    internal void Stamp(ActCode act, ActBy by, string? note) => Record(act, by, note);

    private Result Go(DocumentMove move)
    {
        if (!Moves.TryGetValue((State, move), out var next)) return Refusal.Rule("signoff.cannot-move", State, move);

        State = next;
        return Result.Ok;
    }

    private void Record(ActCode code, ActBy by, string? note = null) => _acts.Add(new DocumentAct(code, by, ContentVersion, note));

    private static Result<string> Reason(string? text)
    {
        var reason = PersianText.CleanLines(text ?? "");
        return reason.Length switch
        {
            0 => Refusal.Invalid("signoff.reason-missing").At("Reason"),
            > MaxNoteLength => Refusal.Invalid("signoff.reason-too-long", MaxNoteLength).At("Reason"),
            _ => reason,
        };
    }
}
