using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.DraftGatePass;

/// <summary>The keeper writes a pass for goods that wait at the hand-over place of his store.</summary>
/// <param name="Basis">What they leave by.</param>
/// <param name="BasisId">The document.</param>
/// <param name="Terms">Bearer, vehicle, destination, roster person.</param>
/// <param name="Lines">What goes out, by the basis's lines.</param>
[Requires(IssuingPermissions.Keep)]
public sealed record DraftGatePass(PassBasis Basis, DocumentId BasisId, PassTermsForm Terms, IReadOnlyList<TakeForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>Rewrites one's own draft.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record EditGatePass(DocumentId DocumentId, int SeenVersion, PassTermsForm Terms, IReadOnlyList<TakeForm> Lines) : ICommand<Result>;

/// <summary>How the goods travel, as typed.</summary>
public sealed record PassTermsForm(string? Destination, string? Bearer, string? Vehicle, PersonId? RosterGuard = null, PersonId? Confirmer = null)
{
    internal PassTerms Read() => new(Destination, Bearer, Vehicle, RosterGuard, Confirmer);
}

internal sealed class DraftGatePassHandler(IEnumerable<IPassBasis> bases, IDocuments documents, KeeperStores stores, Desk desk)
    : ICommandHandler<DraftGatePass, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftGatePass command, CancellationToken cancellationToken)
    {
        if (bases.FirstOrDefault(b => b.Basis == command.Basis) is not { } sort) return Refusal.Invalid("gate-pass.basis-not-kept", command.Basis);
        var basis = await sort.Find(command.BasisId, cancellationToken);
        if (!basis.Succeeded) return basis.Plain();
        var store = await stores.Mine(basis.Value.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var lines = PassLines.Read(command.Lines);
        if (!lines.Succeeded) return lines.Plain();

        var drafted = GatePass.Draft(basis.Value, command.Terms.Read(), lines.Value, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();
        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

internal sealed class EditGatePassHandler(IEnumerable<IPassBasis> bases, IDocuments documents, Desk desk) : ICommandHandler<EditGatePass, Result>
{
    public async Task<Result> Handle(EditGatePass command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GatePass>(command.DocumentId, cancellationToken) is not { } pass) return Refusal.NotFound("signoff.document-not-found");
        if (pass.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, pass.SignOff.ContentVersion);
        var basis = await bases.First(b => b.Basis == pass.Basis).Find(pass.BasisId, cancellationToken);
        if (!basis.Succeeded) return basis.Plain();
        var lines = PassLines.Read(command.Lines);
        return lines.Succeeded ? pass.Rewrite(basis.Value, command.Terms.Read(), lines.Value, desk.Me) : lines.Plain();
    }
}

internal static class PassLines
{
    public static Result<IReadOnlyList<PassLineInput>> Read(IReadOnlyList<TakeForm> typed)
    {
        var read = TakeForms.Read(typed);
        return read.Succeeded ? Result<IReadOnlyList<PassLineInput>>.Of([.. read.Value.Select(t => new PassLineInput(t.Line, t.Quantity, t.Pieces))]) : read.Plain();
    }
}
