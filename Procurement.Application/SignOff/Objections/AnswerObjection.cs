using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Objections;

/// <summary>The unit answers an objection.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record AnswerObjection(DocumentId DocumentId, string? Answer) : ICommand<Result>;

internal sealed class AnswerObjectionHandler(IDocuments documents, Desk desk) : ICommandHandler<AnswerObjection, Result>
{
    public async Task<Result> Handle(AnswerObjection command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.AnswerObjection(document, desk.Me, command.Answer, await desk.ViewOf(document, cancellationToken));
    }
}
