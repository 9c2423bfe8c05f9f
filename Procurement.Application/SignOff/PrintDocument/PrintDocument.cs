using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.PrintDocument;

/// <summary>Takes a paper of a document: the first is the original, later ones are marked as reprints.</summary>
[Requires(SignOffPermissions.Read)]
public sealed record PrintDocument(DocumentId DocumentId) : ICommand<Result<int>>;

/// <summary>The papers taken of documents.</summary>
public interface IPrintedCopies
{
    Task<int> Count(DocumentId document, CancellationToken ct);

    Task<PrintedCopy?> Find(DocumentId document, int serial, CancellationToken ct);

    void Add(PrintedCopy copy);
}

internal sealed class PrintDocumentHandler(IDocuments documents, IPrintedCopies copies, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<PrintDocument, Result<int>>
{
    public async Task<Result<int>> Handle(PrintDocument command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document) return Refusal.NotFound("signoff.document-not-found");

        var before = await copies.Count(document.Id, cancellationToken);
        var taken = PrintedCopy.Take(document.SignOff, before, actor.Person, clock.Now);
        if (!taken.Succeeded) return taken.Plain();
        copies.Add(taken.Value);
        return taken.Value.Serial;
    }
}

/// <summary>One paper that was taken, for the mark on it.</summary>
[Requires(SignOffPermissions.Read)]
public sealed record ReadPrintedCopy(DocumentId DocumentId, int Serial) : IQuery<Result<PrintedCopyView>>;

public sealed record PrintedCopyView(int Serial, int ContentVersion, string TakenBy, DateTimeOffset TakenAt);

internal sealed class ReadPrintedCopyHandler(IDocuments documents, IPrintedCopies copies, ChartOfCall charts) : IQueryHandler<ReadPrintedCopy, Result<PrintedCopyView>>
{
    public async Task<Result<PrintedCopyView>> Handle(ReadPrintedCopy query, CancellationToken cancellationToken)
    {
        // The document first: whoever may not see it learns nothing of its papers.
        if (await documents.Find(query.DocumentId, cancellationToken) is null) return Refusal.NotFound("signoff.document-not-found");
        if (await copies.Find(query.DocumentId, query.Serial, cancellationToken) is not { } copy) return Refusal.NotFound("signoff.no-such-copy");

        var chart = await charts.Get(cancellationToken);
        return new PrintedCopyView(copy.Serial, copy.ContentVersion, chart.NameOf(copy.TakenBy), copy.TakenAt);
    }
}
