using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.WithdrawDocument;

/// <summary>Takes one's own document back before another has signed it.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record WithdrawDocument(DocumentId DocumentId) : ICommand<Result>;

internal sealed class WithdrawDocumentHandler(IDocuments documents, Desk desk) : ICommandHandler<WithdrawDocument, Result>
{
    public async Task<Result> Handle(WithdrawDocument command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");

        return SigningDesk.Withdraw(document, desk.Me);
    }
}
