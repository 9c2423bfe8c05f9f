using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.ReadDocument;

/// <summary>One document of any kind with everything its page, its print and the API show of it.</summary>
[Requires(SignOffPermissions.Read)]
public sealed record ReadDocument(DocumentId DocumentId) : IQuery<Result<DocumentView>>;

/// <param name="Sheet">What every kind has.</param>
/// <param name="Body">What the kind adds; its own page partial, print partial and API schema know the type.</param>
/// <param name="Acts">What the reader may do now.</param>
public sealed record DocumentView(SheetView Sheet, object Body, DocumentActs Acts);

public sealed record SheetView(
    DocumentId Id, string Kind, string Number, string NumberFa, DocumentState State, int ContentVersion, string ContentSha256, string Subject, long? AmountRials,
    string UnitName, string UnitNameEn, PersonId OwnerId, string OwnerName, DateTimeOffset OpenedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? EffectiveAt,
    bool Suspended, bool UnderObjection, int? SeenVersion,
    IReadOnlyList<StepView> Steps, IReadOnlyList<ActView> Timeline, IReadOnlyList<ObjectionView> Objections, IReadOnlyList<AttachmentView> Attachments,
    IReadOnlyList<ChainLink> Chain)
{
    /// <summary>The units above and the unit itself, the body first: the letterhead of its paper.</summary>
    public IReadOnlyList<UnitLine> Letterhead { get; init; } = [];
}

public sealed record UnitLine(string Name, string NameEn);

public sealed record StepView(
    int Order, Capacity Capacity, StepState State, StepTiming Timing, string Holder, DateTimeOffset? OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? SignedAt,
    string SignedBy, string ActingFor, string ContentSha256, int? SignedVersion, bool JoinedLater, string? ClaimedBy, bool Mine);

public sealed record ActView(ActCode Code, string Person, string ActingFor, DateTimeOffset At, int ContentVersion, string? Note);

public sealed record ObjectionView(
    ObjectionState State, string RaisedBy, Capacity Capacity, DateTimeOffset RaisedAt, string Reason, string Article, string Lines, DateTimeOffset AnswerDueAt,
    string AnsweredBy, string Answer, string ResponsibleName, string LegalBasis);

public sealed record AttachmentView(Guid Id, string FileName, long Size, string ContentType, string Sha256, string AddedBy, DateTimeOffset AddedAt);

/// <summary>Another document of the chain, one click either way.</summary>
public sealed record ChainLink(DocumentId DocumentId, string Kind, string Number, string NumberFa, DocumentState State, bool IsThis);

/// <summary>What the reader may do with the document at this moment; the desk decides again when he does it.</summary>
public sealed record DocumentActs(
    bool Edit, bool Submit, bool Sign, Capacity? Contribute, bool Return, bool Refuse, bool Withdraw, bool Cancel, bool Claim, bool Recuse, bool Object,
    bool AnswerObjection, bool WithdrawObjection, bool MaintainObjection, bool TakeResponsibility, bool GrantAlive);

/// <summary>Builds what a kind adds to the page, the print and the API. One per kind, found by scan.</summary>
public interface IDocumentBody
{
    DocumentKind Kind { get; }

    Task<object> Build(Document document, CancellationToken ct);
}

/// <summary>Reads a document without tracking and assembles the shared part of its view.</summary>
public interface IDocumentReader
{
    Task<Document?> Find(DocumentId id, CancellationToken ct);

    Task<SheetView> Describe(Document document, PersonId reader, CancellationToken ct);
}

internal sealed class ReadDocumentHandler(
    IDocumentReader reader, IEnumerable<IDocumentBody> bodies, Desk desk, ISigningGrants grants, ProofRule rule, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadDocument, Result<DocumentView>>
{
    public async Task<Result<DocumentView>> Handle(ReadDocument query, CancellationToken cancellationToken)
    {
        if (await reader.Find(query.DocumentId, cancellationToken) is not { } document) return Refusal.NotFound("signoff.document-not-found");

        var sheet = await reader.Describe(document, actor.Person, cancellationToken);
        var body = await bodies.Single(b => b.Kind == document.SignOff.Kind).Build(document, cancellationToken);
        var acts = await ActsOn(document, cancellationToken);
        if (acts.Sign || acts.Contribute is not null)
            await grants.RecordOpened(actor.Person, document.Id, document.SignOff.ContentVersion, clock.Now, cancellationToken);
        return new DocumentView(sheet, body, acts);
    }

    private async Task<DocumentActs> ActsOn(Document document, CancellationToken ct)
    {
        var sheet = document.SignOff;
        var me = desk.Me;
        var view = await desk.ViewOf(document, ct);
        var owner = sheet.OwnerId == me.Person;
        var step = sheet.OpenStep;
        var holds = step is not null && SigningDesk.SignerOf(sheet, step, me, view).Succeeded;
        var free = !sheet.IsSuspended && view.FrozenBy is null;
        var contribute = holds && free && document.AwaitsContribution(step!);
        var inRoute = sheet.State == DocumentState.InRoute;
        var objection = sheet.OpenObjection;
        var mine = objection?.RaisedBy == me.Person;
        var objector = view.Chart.AuthoritiesOf(me.Person, view.Today)
            .Any(a => a.Post.Capacity is Capacity.FinanceController or Capacity.Inspector && view.Chart.Serves(a.Post, sheet.UnitId));
        var alive = actor.SessionId is { } session && !await rule.EachTime(document, ct)
            && await grants.Alive(me.Person, session, sheet.Kind, clock.Now, ct) is not null;
        return new DocumentActs(
            Edit: owner && sheet.State == DocumentState.Draft,
            Submit: owner && sheet.State == DocumentState.Draft,
            Sign: holds && free && !contribute,
            Contribute: contribute ? step!.Capacity : null,
            Return: holds && inRoute && !owner,
            Refuse: holds && inRoute && !owner,
            Withdraw: owner && inRoute && !sheet.CurrentSteps.Any(s => s.State == StepState.Signed && s.SignedBy != sheet.OwnerId),
            Cancel: sheet.MayCancel(me.Person),
            Claim: holds && step!.PostId is not null && step.ClaimedBy is null,
            Recuse: sheet.CurrentSteps.Any(s => s.Capacity == Capacity.Inspector && !s.IsDone && s.PersonId == me.Person),
            Object: objector && objection is null && sheet.State is (DocumentState.InRoute or DocumentState.InEffect or DocumentState.Closed),
            AnswerObjection: objection?.State == ObjectionState.Raised && !mine && (owner || view.Chart.HasCapacityFor(me.Person, Capacity.UnitManager, sheet.UnitId, view.Today)),
            WithdrawObjection: mine,
            MaintainObjection: mine && objection!.State == ObjectionState.Answered,
            TakeResponsibility: objection?.State == ObjectionState.Maintained && !mine
                && view.Chart.HasCapacityFor(me.Person, Capacity.AuthorisedOfficial, sheet.UnitId, view.Today),
            GrantAlive: alive);
    }
}
