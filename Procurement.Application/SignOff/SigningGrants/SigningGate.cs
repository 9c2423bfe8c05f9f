using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.SigningGrants;

/// <summary>Proves again that the person at the keyboard is the one logged in: password, one-time code, or passkey assertion.</summary>
public interface IReauthentication
{
    /// <summary>Counts against lock-out as a login does.</summary>
    Task<Result> Prove(PersonId person, string proof, CancellationToken ct);
}

/// <summary>Grants that are alive, and which versions a person has opened.</summary>
public interface ISigningGrants
{
    Task<SigningGrant?> Alive(PersonId person, Guid session, DocumentKind kind, DateTimeOffset at, CancellationToken ct);

    /// <summary>Every kind the person may sign without a new proof.</summary>
    Task<IReadOnlyList<DocumentKind>> AliveKinds(PersonId person, Guid session, DateTimeOffset at, CancellationToken ct);

    void Add(SigningGrant grant);

    /// <summary>Whether the person has opened exactly this version of the document.</summary>
    Task<IReadOnlySet<(DocumentId Document, int Version)>> Opened(PersonId person, IReadOnlyCollection<DocumentId> documents, CancellationToken ct);

    /// <summary>Remembers that the person opened this version; outside any command.</summary>
    Task RecordOpened(PersonId person, DocumentId document, int version, DateTimeOffset at, CancellationToken ct);
}

/// <summary>
/// Up to which amount (حد نصاب) a document of a kind that distinguishes is signed by a grant. A seam: signing knows no decree of thresholds,
/// whoever keeps the decrees knows no grant.
/// </summary>
public interface ISigningBand
{
    /// <summary>The amount up to and including which a grant serves; null when none is in force, and then every signature is proved.</summary>
    Task<Rials?> Ceiling(CancellationToken ct);
}

/// <summary>Which signatures a grant can never stand for (documents 3.5).</summary>
public sealed class ProofRule(DocumentRegistry registry, ISigningBand band)
{
    private Rials? _ceiling;
    private bool _isKnown;

    public Task<bool> EachTime(Document document, CancellationToken ct) => EachTime(document.SignOff.Kind, document.SignOff.AmountRials, ct);

    /// <param name="kind">The kind of the document.</param>
    /// <param name="amount">Its amount in rials; null for one without, which no band holds.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> EachTime(DocumentKind kind, long? amount, CancellationToken ct) => registry.Of(kind).ProvedEachTime switch
    {
        ProvedEachTime.None => false,
        ProvedEachTime.AboveBand => amount is not { } rials || await Ceiling(ct) is not { } ceiling || Rials.FromStored(rials) > ceiling,
        _ => true,
    };

    private async Task<Rials?> Ceiling(CancellationToken ct)
    {
        if (_isKnown) return _ceiling;
        (_ceiling, _isKnown) = (await band.Ceiling(ct), true);
        return _ceiling;
    }
}

/// <summary>Every signing act passes here: a fresh proof, or a grant for this kind that is still alive (documents 3.5).</summary>
public sealed class SigningGate(
    IReauthentication reauthentication, ISigningGrants grants, DocumentRegistry registry, ProofRule rule, ICurrentActor actor, IBodyClock clock, CallContext context)
{
    /// <param name="document">What is to be signed.</param>
    /// <param name="proof">What the signer typed; null relies on a living grant.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> Pass(Document document, string? proof, CancellationToken ct) =>
        await Pass(document.SignOff.Kind, proof, await rule.EachTime(document, ct), ct);

    /// <summary>The gate for documents none of which is proved for itself.</summary>
    /// <param name="kind">The kind to be signed.</param>
    /// <param name="proof">What the signer typed; null relies on a living grant.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result> Pass(DocumentKind kind, string? proof, CancellationToken ct) => Pass(kind, proof, eachTime: false, ct);

    private async Task<Result> Pass(DocumentKind kind, string? proof, bool eachTime, CancellationToken ct)
    {
        if (context.ProvenInProcess || context.IsSystem) return Result.Ok;
        if (actor.SessionId is not { } session) return Refusal.Forbidden("signoff.signing-needs-a-session");

        if (string.IsNullOrEmpty(proof))
        {
            var alive = eachTime ? null : await grants.Alive(actor.Person, session, kind, clock.Now, ct);
            return alive is null ? Refusal.Rule("signoff.proof-needed").At("Proof") : Result.Ok;
        }

        var proven = await reauthentication.Prove(actor.Person, proof, ct);
        if (proven.Succeeded && registry.Of(kind).ProvedEachTime != ProvedEachTime.All) grants.Add(SigningGrant.Give(actor.Person, session, kind, clock.Now));
        return proven;
    }
}
