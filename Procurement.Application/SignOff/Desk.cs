using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff;

/// <summary>One person had one hand on one file; the hands ledger refuses an incompatible second one inside the transaction.</summary>
public sealed record HandPosting(DocumentId FileId, DocumentId DocumentId, PersonId PersonId, Capacity Capacity) : Posting;

/// <summary>
/// What a capability holds against the next signature on a document until it is settled, such as an undecided finding. A seam: the desk
/// knows no finding, a capability knows no desk.
/// </summary>
public interface ISigningBar
{
    Task<Result> MaySign(Document document, CancellationToken ct);
}

/// <summary>
/// Brings a document to the signing desk: gathers what the desk must know, lets the domain judge, and posts the hands a signature gives.
/// Kinds with a contribution of their own call it after they have changed the document.
/// </summary>
public sealed class Desk(
    ChartOfCall charts, IFileFacts files, IRoutes routes, IBodyClock clock, ICurrentActor actor, IDrawSeed seed, PostingPlan plan,
    IEnumerable<ISigningBar> bars)
{
    /// <summary>The caller, at the one instant of this call.</summary>
    public ActBy Me { get; } = new(actor.Person, clock.Now);

    public async Task<DeskView> ViewOf(Document document, CancellationToken ct) => new(
        await charts.Get(ct),
        await files.HandsOn(document.SignOff, ct),
        await files.FrozenBy(document.SignOff, ct),
        clock.Today,
        clock.DueAfter);

    /// <summary>Resolves the route in force and submits the draft.</summary>
    public async Task<Result> Submit(Document document, CancellationToken ct)
    {
        var view = await ViewOf(document, ct);
        var sheet = document.SignOff;
        var free = await MaySign(document, ct);
        if (!free.Succeeded) return free;
        if (view.Chart.Unit(sheet.UnitId) is not { IsActive: true } unit) return Refusal.Rule("signoff.unit-closed");

        var route = await routes.InForce(sheet.Kind, unit.Kind, clock.Today, ct);
        var resolved = RouteResolver.Resolve(
            view.Chart, route, sheet.UnitId, sheet.OwnerId, document.DescribeRoute(), view.Hands, clock.Today, seed.Next());
        return resolved.Succeeded
            ? Posting(document, SigningDesk.Submit(document, resolved.Value, Me, view))
            : resolved.Plain();
    }

    public async Task<Result> Sign(Document document, int seenVersion, string? manifest, CancellationToken ct)
    {
        var free = await MaySign(document, ct);
        return free.Succeeded ? Posting(document, SigningDesk.Sign(document, seenVersion, Me, await ViewOf(document, ct), manifest)) : free;
    }

    public async Task<Result> TakeResponsibility(Document document, string? legalBasis, CancellationToken ct) =>
        Posting(document, SigningDesk.TakeResponsibility(document, Me, legalBasis, await ViewOf(document, ct)));

    /// <summary>Whether the caller may act on the open step, so that a kind may take his contribution before he signs.</summary>
    public async Task<Result> MayContribute(Document document, Capacity capacity, int seenVersion, CancellationToken ct)
    {
        var sheet = document.SignOff;
        if (sheet.OpenStep is not { } step || step.Capacity != capacity) return Refusal.Rule("signoff.nothing-to-sign", sheet.State);
        if (seenVersion != sheet.ContentVersion) return Refusal.Stale("signoff.changed-since-seen", seenVersion, sheet.ContentVersion);
        return SigningDesk.SignerOf(sheet, step, Me, await ViewOf(document, ct)).Plain();
    }

    private async Task<Result> MaySign(Document document, CancellationToken ct)
    {
        foreach (var bar in bars)
        {
            var may = await bar.MaySign(document, ct);
            if (!may.Succeeded) return may;
        }

        return Result.Ok;
    }

    /// <summary>Posts the hands of every signature given in this call.</summary>
    private Result Posting(Document document, Result done)
    {
        if (!done.Succeeded) return done;
        var sheet = document.SignOff;
        foreach (var step in sheet.CurrentSteps.Where(s => s.State is StepState.Signed && s.SignedAt == Me.At))
        {
            foreach (var file in sheet.Files) plan.Add(new HandPosting(file.FileId, sheet.Id, step.SignedBy!.Value, step.Capacity));
        }

        return done;
    }
}
