using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>What the desk must know beside the document to judge an act on it.</summary>
/// <param name="Chart">The organisation the act is judged against.</param>
/// <param name="Hands">Who has acted on the document's files.</param>
/// <param name="FrozenBy">Another document of the file that has an open objection; null when the file moves freely.</param>
/// <param name="Today">Today in the body's time zone.</param>
/// <param name="Due">Working-day clock.</param>
public sealed record DeskView(OrganisationChart Chart, FileHands Hands, DocumentId? FrozenBy, DateOnly Today, DueClock Due);

/// <summary>
/// Where every act on every document is judged (documents 3–5): whose turn it is, in whose name, over exactly which content. A kind never
/// signs around it.
/// </summary>
public static class SigningDesk
{
    /// <summary>Submits a draft over a resolved route; the owner's own first step is signed by the same act.</summary>
    public static Result Submit(Document document, RoutePlan plan, ActBy by, DeskView view)
    {
        var sheet = document.SignOff;
        var ready = document.CheckReady();
        if (!ready.Succeeded) return ready;
        var submitted = sheet.Submit(plan, by, view.Due);
        if (!submitted.Succeeded) return submitted;
        var held = document.Submitted(by);
        if (!held.Succeeded) return held;

        return sheet.OpenStep is { } first && first.PersonId == by.Person && !document.AwaitsContribution(first)
            ? Sign(document, sheet.ContentVersion, by, view)
            : Result.Ok;
    }

    /// <summary>Signs the step whose turn it is.</summary>
    /// <param name="document">The document.</param>
    /// <param name="seenVersion">The content version the signer saw; another is refused.</param>
    /// <param name="by">Person and instant; post and acting-for are found here.</param>
    /// <param name="view">What the act is judged against.</param>
    /// <param name="manifest">Hash over the list when signed in a list.</param>
    public static Result Sign(Document document, int seenVersion, ActBy by, DeskView view, string? manifest = null)
    {
        var sheet = document.SignOff;
        if (sheet.OpenStep is not { } step) return Refusal.Rule("signoff.nothing-to-sign", sheet.State);
        if (seenVersion != sheet.ContentVersion) return Refusal.Stale("signoff.changed-since-seen", seenVersion, sheet.ContentVersion);
        if (sheet.IsSuspended) return Refusal.Rule("signoff.objection-open");
        if (view.FrozenBy is not null) return Refusal.Rule("signoff.file-frozen");

        var signer = SignerOf(sheet, step, by, view);
        if (!signer.Succeeded) return signer.Plain();
        foreach (var capacity in sheet.StepsSignedWith(step).Select(s => s.Capacity))
        {
            var clash = view.Hands.ClashWith(by.Person, capacity)
                ?? (signer.Value.ActingFor is { } principal ? view.Hands.ClashWith(principal, capacity) : null);
            if (clash is { } had) return Refusal.Rule("signoff.hands-incompatible", view.Chart.NameOf(by.Person), capacity, had);
        }

        if (document.AwaitsContribution(step)) return Refusal.Rule("signoff.contribution-missing", step.Capacity);

        var effectDue = sheet.Sign(step, signer.Value, CanonicalWriter.Seal(document), manifest, view.Due);
        return effectDue ? document.TakeEffect(signer.Value) : Result.Ok;
    }

    public static Result Return(Document document, int seenVersion, ActBy by, string? reason, DeskView view) =>
        AsHolder(document, seenVersion, by, view, signer =>
        {
            var returned = document.SignOff.Return(signer, reason);
            return returned.Succeeded ? document.GiveBack(DocumentState.Draft, signer) : returned;
        });

    public static Result Refuse(Document document, int seenVersion, ActBy by, string? reason, DeskView view) =>
        AsHolder(document, seenVersion, by, view, signer =>
        {
            var refused = document.SignOff.Refuse(signer, reason);
            return refused.Succeeded ? document.GiveBack(DocumentState.Refused, signer) : refused;
        });

    public static Result Withdraw(Document document, ActBy by)
    {
        var withdrawn = document.SignOff.Withdraw(by);
        return withdrawn.Succeeded ? document.GiveBack(DocumentState.Draft, by) : withdrawn;
    }

    public static Result Cancel(Document document, ActBy by, string? reason)
    {
        var before = document.SignOff.State;
        var cancelled = document.SignOff.Cancel(by, reason);
        if (!cancelled.Succeeded || document.SignOff.State != DocumentState.Cancelled) return cancelled;

        return before == DocumentState.InRoute ? document.GiveBack(DocumentState.Cancelled, by) : Result.Ok;
    }

    /// <summary>Expires a document whose time is over; called by the daily job with the system's own person.</summary>
    public static Result Expire(Document document, ActBy by, string note)
    {
        var expired = document.SignOff.Expire(by, note);
        return expired.Succeeded ? document.GiveBack(DocumentState.Expired, by) : expired;
    }

    /// <summary>
    /// Attaches a file: the owner to his draft, the holder of the present step to what lies before him. What others have signed keeps their
    /// version; the next signature binds the new one.
    /// </summary>
    public static Result Attach(Document document, string sha256, string fileName, long size, string contentType, ActBy by, DeskView view)
    {
        var sheet = document.SignOff;
        if (sheet.State == DocumentState.Draft)
        {
            var editable = sheet.MayEdit(by.Person);
            if (!editable.Succeeded) return editable;
        }
        else if (sheet.State == DocumentState.InRoute)
        {
            if (sheet.OpenStep is not { } step || !SignerOf(sheet, step, by, view).Succeeded) return Refusal.Forbidden("signoff.attach-not-yours");
        }

        return sheet.Attach(sha256, fileName, size, contentType, by);
    }

    /// <summary>Takes a step of a pooled post onto one's own desk, so that colleagues see it is being handled.</summary>
    public static Result Claim(Document document, ActBy by, DeskView view)
    {
        var sheet = document.SignOff;
        if (sheet.OpenStep is not { } step) return Refusal.Rule("signoff.nothing-to-sign", sheet.State);
        var signer = SignerOf(sheet, step, by, view);
        return signer.Succeeded ? sheet.Claim(step, signer.Value) : signer.Plain();
    }

    /// <summary>An inspector steps back from a step he was drawn for; another is drawn with a new seed.</summary>
    public static Result Recuse(Document document, ActBy by, string? reason, DeskView view, ulong seed)
    {
        var sheet = document.SignOff;
        var step = sheet.CurrentSteps.FirstOrDefault(s => s.Capacity == Capacity.Inspector && !s.IsDone && s.PersonId == by.Person);
        if (step is null) return Refusal.Forbidden("signoff.not-your-turn", "");
        var pool = RouteResolver.InspectorPool(view.Chart, sheet.UnitId, view.Hands, view.Today, by.Person);
        if (pool.Count == 0) return Refusal.Rule("signoff.nobody-eligible", Capacity.Inspector, view.Chart.Unit(sheet.UnitId)?.Name ?? "");

        var note = FormattableString.Invariant($"seed={seed} pool={pool.Count}");
        return sheet.RedrawInspector(step, pool[(int)(seed % (ulong)pool.Count)], note, by, reason);
    }

    /// <summary>Objects in writing, as finance controller or Article 91 inspector whose scope covers the unit (documents 4).</summary>
    public static Result Object(Document document, ActBy by, string? reason, string? article, string? lines, DeskView view, DateTimeOffset answerDue)
    {
        var sheet = document.SignOff;
        var authority = view.Chart.AuthoritiesOf(by.Person, view.Today)
            .FirstOrDefault(a => a.Post.Capacity is Capacity.FinanceController or Capacity.Inspector && view.Chart.Serves(a.Post, sheet.UnitId));
        if (authority is null) return Refusal.Forbidden("signoff.only-controller-or-inspector-objects");

        return sheet.Object(by with { Post = authority.Post.Id, ActingFor = authority.ActingFor }, authority.Post.Capacity, reason, article, lines, answerDue);
    }

    /// <summary>The unit answers: the owner, his manager, or the authorised official of the unit.</summary>
    public static Result AnswerObjection(Document document, ActBy by, string? answer, DeskView view)
    {
        var sheet = document.SignOff;
        var mayAnswer = by.Person == sheet.OwnerId
            || Array.Exists([Capacity.UnitManager, Capacity.HeadOfCentre, Capacity.AuthorisedOfficial, Capacity.HeadOfProcurement],
                c => view.Chart.HasCapacityFor(by.Person, c, sheet.UnitId, view.Today));
        return mayAnswer ? sheet.AnswerObjection(by, answer) : Refusal.Forbidden("signoff.only-the-unit-answers");
    }

    public static Result WithdrawObjection(Document document, ActBy by) => document.SignOff.WithdrawObjection(by);

    public static Result MaintainObjection(Document document, ActBy by) => document.SignOff.MaintainObjection(by);

    /// <summary>The authorised official takes responsibility in writing with legal basis; the document goes on marked «با اعتراض».</summary>
    public static Result TakeResponsibility(Document document, ActBy by, string? legalBasis, DeskView view)
    {
        var sheet = document.SignOff;
        var post = view.Chart.AuthoritiesOf(by.Person, view.Today)
            .FirstOrDefault(a => a.Post.Capacity == Capacity.AuthorisedOfficial && a.ActingFor is null && view.Chart.Serves(a.Post, sheet.UnitId));
        if (post is null) return Refusal.Forbidden("signoff.only-authorised-official-takes-responsibility");

        var official = by with { Post = post.Post.Id };
        var taken = sheet.TakeResponsibility(official, legalBasis, view.Due);
        if (!taken.Succeeded) return taken.Plain();
        return taken.Value ? document.TakeEffect(official) : Result.Ok;
    }

    /// <summary>In whose name the person may act on the step now; a refusal says whose turn it is.</summary>
    public static Result<ActBy> SignerOf(SignOffSheet sheet, RouteStep step, ActBy by, DeskView view)
    {
        if (step.PersonId is { } bound)
        {
            if (bound == by.Person)
            {
                if (!view.Chart.IsActive(by.Person)) return Refusal.Forbidden("organisation.person-left", view.Chart.NameOf(by.Person));
                return step.Capacity == Capacity.Inspector && !view.Chart.HasCapacity(by.Person, Capacity.Inspector, view.Today)
                    ? Refusal.Forbidden("signoff.post-ended", step.Capacity)
                    : by;
            }

            var delegated = view.Chart.AuthoritiesOf(by.Person, view.Today)
                .FirstOrDefault(a => a.ActingFor == bound && a.Post.Capacity == step.Capacity && view.Chart.Serves(a.Post, sheet.UnitId));
            return delegated is null
                ? Refusal.Forbidden("signoff.not-your-turn", view.Chart.NameOf(bound))
                : by with { Post = delegated.Post.Id, ActingFor = bound };
        }

        var authority = step.PostId is { } post ? view.Chart.AuthorityOver(by.Person, post, sheet.Kind.Code, sheet.Amount, view.Today) : null;
        return authority is null
            ? Refusal.Forbidden("signoff.not-your-turn", step.Capacity)
            : by with { Post = authority.Post.Id, ActingFor = authority.ActingFor };
    }

    private static Result AsHolder(Document document, int seenVersion, ActBy by, DeskView view, Func<ActBy, Result> act)
    {
        var sheet = document.SignOff;
        if (sheet.OpenStep is not { } step || sheet.State != DocumentState.InRoute) return Refusal.Rule("signoff.nothing-to-sign", sheet.State);
        if (seenVersion != sheet.ContentVersion) return Refusal.Stale("signoff.changed-since-seen", seenVersion, sheet.ContentVersion);
        var signer = SignerOf(sheet, step, by, view);
        return signer.Succeeded ? act(signer.Value) : signer.Plain();
    }
}
