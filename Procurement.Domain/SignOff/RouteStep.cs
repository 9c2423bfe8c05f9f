using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

public readonly record struct RouteStepId(Guid Value) : ITypedId<RouteStepId>
{
    public static RouteStepId From(Guid value) => new(value);

    public static RouteStepId New() => new(Guid.CreateVersion7());
}

public readonly record struct SignatureId(Guid Value) : ITypedId<SignatureId>
{
    public static SignatureId From(Guid value) => new(value);

    public static SignatureId New() => new(Guid.CreateVersion7());
}

/// <summary>Whether the effect waits for a step.</summary>
public enum StepTiming
{
    /// <summary>The effect waits for this signature.</summary>
    Before = 1,

    /// <summary>Signs within the step's working days after the effect.</summary>
    After = 2,
}

/// <summary>Where a step of the current round stands. Stored numbers: never renumber.</summary>
public enum StepState
{
    /// <summary>Its turn has not come.</summary>
    Waiting = 1,

    /// <summary>It waits for its holder now.</summary>
    Open = 2,

    Signed = 3,

    /// <summary>Its holder objected and the head of the unit took responsibility: counts as objected, never as signed.</summary>
    Objected = 4,

    /// <summary>A signature on the document this one continues stands for it.</summary>
    Inherited = 5,

    /// <summary>Belongs to a round that ended (returned or withdrawn); kept as history.</summary>
    Void = 6,
}

/// <summary>One step of a route, bound to a post or a person when the document was submitted (گام امضا).</summary>
public sealed class RouteStep
{
    internal RouteStep(int round, int order, Capacity capacity, StepTiming timing, int dueWorkingDays, PostId? post, PersonId? person)
    {
        Id = RouteStepId.New();
        Round = round;
        Order = order;
        Capacity = capacity;
        Timing = timing;
        DueWorkingDays = dueWorkingDays;
        PostId = post;
        PersonId = person;
        State = StepState.Waiting;
    }

    private RouteStep()
    {
    }

    public RouteStepId Id { get; private set; }

    /// <summary>Which submission of the document the step belongs to, from 1.</summary>
    public int Round { get; private set; }

    public int Order { get; private set; }

    public Capacity Capacity { get; private set; }

    public StepTiming Timing { get; private set; }

    public int DueWorkingDays { get; private set; }

    /// <summary>The post whose holders may sign; null when a person is bound.</summary>
    public PostId? PostId { get; private set; }

    /// <summary>The person bound to the step: the owner, a named person, or the inspector drawn.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>The later step of the same person that carries this one's signature (documents 3.2); null when it signs for itself.</summary>
    public int? JoinedToOrder { get; private set; }

    public StepState State { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }

    public SignatureId? SignatureId { get; private set; }

    /// <summary>The document whose signature stands for this step; null unless inherited.</summary>
    public DocumentId? InheritedFrom { get; private set; }

    public PersonId? SignedBy { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public PersonId? ClaimedBy { get; private set; }

    /// <summary>When it was written down that its days had passed; null while they have not.</summary>
    public DateTimeOffset? OverdueSince { get; private set; }

    public bool IsDone => State is StepState.Signed or StepState.Objected or StepState.Inherited;

    internal void JoinTo(int order) => JoinedToOrder = order;

    internal void Inherit(InheritedSignature from)
    {
        State = StepState.Inherited;
        InheritedFrom = from.DocumentId;
        SignedBy = from.PersonId;
        SignedAt = from.At;
    }

    internal void Open(DateTimeOffset at, DateTimeOffset due)
    {
        State = StepState.Open;
        OpenedAt = at;
        DueAt = due;
    }

    internal void Sign(SignatureId signature, PersonId by, DateTimeOffset at)
    {
        State = StepState.Signed;
        SignatureId = signature;
        SignedBy = by;
        SignedAt = at;
    }

    internal void Object(PersonId by, DateTimeOffset at)
    {
        State = StepState.Objected;
        SignedBy = by;
        SignedAt = at;
    }

    internal void RequireBefore() => Timing = StepTiming.Before;

    internal void Rebind(PersonId person) => PersonId = person;

    internal void Claim(PersonId person) => ClaimedBy = person;

    internal void FallOverdue(DateTimeOffset at) => OverdueSince = at;

    internal void Void()
    {
        if (!IsDone) State = StepState.Void;
    }
}

/// <summary>A person's signature on one version of a document: binds document, version and SHA-256 of its canonical bytes (امضا).</summary>
public sealed class Signature
{
    internal Signature(ActBy by, ContentSeal seal, string capacities, string? manifest)
    {
        Id = SignatureId.New();
        PersonId = by.Person;
        PostId = by.Post;
        ActingForId = by.ActingFor;
        At = by.At;
        ContentVersion = seal.ContentVersion;
        ContentSha256 = seal.Sha256;
        Capacities = capacities;
        ManifestSha256 = manifest;
    }

    private Signature()
    {
    }

    public SignatureId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public PostId? PostId { get; private set; }

    public PersonId? ActingForId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int ContentVersion { get; private set; }

    public string ContentSha256 { get; private set; } = "";

    /// <summary>Every capacity this one signature stands for, as numbers joined by commas.</summary>
    public string Capacities { get; private set; } = "";

    /// <summary>Hash over the list this signature was given in; null when the document was signed alone.</summary>
    public string? ManifestSha256 { get; private set; }
}

/// <summary>One line of a document's timeline; every line is also a leaf of the audit tree.</summary>
public sealed class DocumentAct
{
    internal DocumentAct(ActCode code, ActBy by, int contentVersion, string? note)
    {
        Code = code;
        PersonId = by.Person;
        PostId = by.Post;
        ActingForId = by.ActingFor;
        At = by.At;
        ContentVersion = contentVersion;
        Note = note;
    }

    private DocumentAct()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public ActCode Code { get; private set; }

    public PersonId PersonId { get; private set; }

    public PostId? PostId { get; private set; }

    public PersonId? ActingForId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int ContentVersion { get; private set; }

    /// <summary>The reason or remark the actor gave; the leaf holds its hash only.</summary>
    public string? Note { get; private set; }
}

/// <summary>A file attached to a document (پیوست), by the hash of its content.</summary>
public sealed class Attachment
{
    internal Attachment(string sha256, string fileName, long size, string contentType, ActBy by)
    {
        Sha256 = sha256;
        FileName = fileName;
        Size = size;
        ContentType = contentType;
        AddedBy = by.Person;
        AddedAt = by.At;
    }

    private Attachment()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Sha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Size { get; private set; }

    public string ContentType { get; private set; } = "";

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>The file of the chain a document belongs to (پرونده): segregation of duties is judged over the whole file.</summary>
public sealed class DocumentFile
{
    internal DocumentFile(DocumentId fileId) => FileId = fileId;

    private DocumentFile()
    {
    }

    /// <summary>The document that opened the file: the first need.</summary>
    public DocumentId FileId { get; private set; }
}
