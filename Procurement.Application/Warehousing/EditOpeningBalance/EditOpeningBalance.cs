using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.EditOpeningBalance;

/// <summary>Corrects a drafted first count.</summary>
[Requires(WarehousingPermissions.DraftOpening)]
public sealed record EditOpeningBalance(DocumentId DocumentId, int SeenVersion, DateOnly CountedOn, string? Basis, IReadOnlyList<OpeningLineForm> Lines)
    : ICommand<Result>;

internal sealed class EditOpeningBalanceHandler(IDocuments documents, OpeningLines lines, Desk desk) : ICommandHandler<EditOpeningBalance, Result>
{
    public async Task<Result> Handle(EditOpeningBalance command, CancellationToken cancellationToken)
    {
        if (await documents.Find<OpeningBalance>(command.DocumentId, cancellationToken) is not { } opening) return Refusal.NotFound("signoff.document-not-found");
        if (command.SeenVersion != opening.SignOff.ContentVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, opening.SignOff.ContentVersion);

        var described = opening.Describe(command.CountedOn, command.Basis, desk.Me);
        if (!described.Succeeded) return described;
        var read = await lines.Read(opening.StoreId, command.Lines, cancellationToken);
        return read.Succeeded ? opening.ReplaceLines(read.Value, desk.Me) : read.Plain();
    }
}
