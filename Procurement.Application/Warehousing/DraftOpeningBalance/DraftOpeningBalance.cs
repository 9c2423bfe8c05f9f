using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.DraftOpeningBalance;

/// <summary>The keeper drafts the first count of his store; lines may be filled in later.</summary>
[Requires(WarehousingPermissions.DraftOpening)]
public sealed record DraftOpeningBalance(StoreId Store, DateOnly CountedOn, string? Basis, IReadOnlyList<OpeningLineForm> Lines) : ICommand<Result<DocumentId>>;

internal sealed class DraftOpeningBalanceHandler(IDocuments documents, StoreSight sight, OpeningLines lines, Desk desk)
    : ICommandHandler<DraftOpeningBalance, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DraftOpeningBalance command, CancellationToken cancellationToken)
    {
        var store = await sight.FindOwn(command.Store, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        var drafted = OpeningBalance.Draft(store.Value, command.CountedOn, command.Basis, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();
        var read = await lines.Read(command.Store, command.Lines, cancellationToken);
        if (!read.Succeeded) return read.Plain();
        var filled = drafted.Value.ReplaceLines(read.Value, desk.Me);
        if (!filled.Succeeded) return filled;

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}
