using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.DraftTemporaryExit;

/// <summary>The keeper drafts the exit of goods that come back: of his store, or of property in use at its site.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record DraftTemporaryExit(StoreId Store, ExitTermsForm Terms, IReadOnlyList<ExitLineForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>Rewrites one's own draft.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record EditTemporaryExit(DocumentId DocumentId, int SeenVersion, ExitTermsForm Terms, IReadOnlyList<ExitLineForm> Lines) : ICommand<Result>;

/// <summary>What for, to whom and until when, as typed.</summary>
public sealed record ExitTermsForm(ExitPurpose Purpose, string? Reason, PersonId? Receiver, string? OutsideReceiver, DateOnly? ReturnDue)
{
    internal ExitTerms Read() => new(Purpose, Reason, Receiver, OutsideReceiver, ReturnDue);
}

internal sealed class DraftTemporaryExitHandler(IDocuments documents, KeeperStores stores, ExitLines lines, Desk desk)
    : ICommandHandler<DraftTemporaryExit, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftTemporaryExit command, CancellationToken cancellationToken)
    {
        var store = await stores.Mine(command.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var read = await lines.Read(store.Value.Id, command.Lines, cancellationToken);
        if (!read.Succeeded) return read.Plain();

        var at = new ReceivingStore(store.Value.Id, store.Value.Code, store.Value.UnitId);
        var drafted = TemporaryExit.Draft(at, command.Terms.Read(), read.Value, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();
        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

internal sealed class EditTemporaryExitHandler(IDocuments documents, ExitLines lines, Desk desk) : ICommandHandler<EditTemporaryExit, Result>
{
    public async Task<Result> Handle(EditTemporaryExit command, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryExit>(command.DocumentId, cancellationToken) is not { } exit) return Refusal.NotFound("signoff.document-not-found");
        if (exit.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, exit.SignOff.ContentVersion);
        var read = await lines.Read(exit.StoreId, command.Lines, cancellationToken);
        return read.Succeeded ? exit.Rewrite(command.Terms.Read(), read.Value, desk.Me) : read.Plain();
    }
}
