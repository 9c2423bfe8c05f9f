using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Jobs;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.MarkOverdue;

/// <summary>Writes on the timeline that a signature due after the effect was not given in its days (documents 2). Only the daily job does it.</summary>
[Requires(SignOffPermissions.KeepTime)]
public sealed record MarkOverdue(DocumentId DocumentId) : ICommand<Result>;

/// <summary>Documents with an <em>after</em> signature past its day that is not marked yet.</summary>
public interface IOverdueSignatures
{
    Task<IReadOnlyList<DocumentId>> Unmarked(DateTimeOffset now, CancellationToken ct);
}

internal sealed class MarkOverdueHandler(IDocuments documents, Desk desk) : ICommandHandler<MarkOverdue, Result>
{
    public async Task<Result> Handle(MarkOverdue command, CancellationToken cancellationToken) =>
        await documents.Find(command.DocumentId, cancellationToken) is { } document
            ? document.SignOff.MarkOverdue(desk.Me)
            : Refusal.NotFound("signoff.document-not-found");
}

internal sealed class MarkOverdueSignatures(IOverdueSignatures overdue, IUseCases cases, JobReport report, IBodyClock clock) : IDailyJob
{
    public string Name => "mark-overdue-signatures";

    public async Task Run(DateOnly day, CancellationToken ct)
    {
        foreach (var document in await overdue.Unmarked(clock.Now, ct))
            report.Count(document.Value, await cases.Send(new MarkOverdue(document), ct));
    }
}
