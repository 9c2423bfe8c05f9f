using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Jobs;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.ExpireDocument;

/// <summary>Ends a document whose time is over and gives back what it held (documents 5). Only the daily job does it.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Ground">Code of the rule its time is over by; stands on the timeline.</param>
[Requires(SignOffPermissions.KeepTime)]
public sealed record ExpireDocument(DocumentId DocumentId, string Ground) : ICommand<Result>;

/// <summary>Documents of some kind whose time is over; found by scan.</summary>
public interface IExpiringDocuments
{
    /// <summary>Code of the rule, <c>request-unused</c>.</summary>
    string Ground { get; }

    Task<IReadOnlyList<DocumentId>> Due(DateOnly day, CancellationToken ct);
}

internal sealed class ExpireDocumentHandler(IDocuments documents, Desk desk) : ICommandHandler<ExpireDocument, Result>
{
    public async Task<Result> Handle(ExpireDocument command, CancellationToken cancellationToken) =>
        await documents.Find(command.DocumentId, cancellationToken) is { } document
            ? SigningDesk.Expire(document, desk.Me, command.Ground)
            : Refusal.NotFound("signoff.document-not-found");
}

/// <summary>Expires what is due, one command a document: one that is refused does not hold up the others.</summary>
internal sealed class ExpireDueDocuments(IEnumerable<IExpiringDocuments> sources, IUseCases cases, JobReport report) : IDailyJob
{
    public string Name => "expire-documents";

    public async Task Run(DateOnly day, CancellationToken ct)
    {
        foreach (var source in sources)
        {
            foreach (var document in await source.Due(day, ct))
                report.Count(document.Value, await cases.Send(new ExpireDocument(document, source.Ground), ct));
        }
    }
}
