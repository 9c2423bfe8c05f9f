using Procurement.Application.Settings;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Objections;

/// <summary>Objects to a document in writing, with reason and article; it is suspended until the unit answers (documents 4; PAL-91).</summary>
[Requires(SignOffPermissions.Act)]
public sealed record RaiseObjection(DocumentId DocumentId, string? Reason, string? Article, string? Lines) : ICommand<Result>;

internal sealed class RaiseObjectionHandler(IDocuments documents, Desk desk, ISettings settings, IBodyClock clock) : ICommandHandler<RaiseObjection, Result>
{
    public async Task<Result> Handle(RaiseObjection command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        var days = await settings.Require(GeneralSettings.ObjectionAnswerDays, clock.Today, cancellationToken);
        if (!days.Succeeded) return days.Plain();
        var me = desk.Me;
        return SigningDesk.Object(
            document, me, command.Reason, command.Article, command.Lines, await desk.ViewOf(document, cancellationToken),
            clock.DueAfter(me.At, days.Value.Value));
    }
}
