using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

public readonly record struct PrintedCopyId(Guid Value) : ITypedId<PrintedCopyId>
{
    public static PrintedCopyId From(Guid value) => new(value);

    public static PrintedCopyId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// One paper of a document (نسخه چاپی): the first is the original, every later one says that it is a reprint, who took it and when, so that
/// two papers of one document never pass for two documents.
/// </summary>
public sealed class PrintedCopy : AggregateRoot<PrintedCopyId>
{
    private PrintedCopy()
    {
    }

    public DocumentId DocumentId { get; private set; }

    /// <summary>The content version on the paper.</summary>
    public int ContentVersion { get; private set; }

    /// <summary>1 for the original; counted over all versions of the document.</summary>
    public int Serial { get; private set; }

    public PersonId TakenBy { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    public bool IsOriginal => Serial == 1;

    /// <summary>Takes the next paper. A draft has no number yet, so there is nothing a paper could be held against.</summary>
    public static Result<PrintedCopy> Take(SignOffSheet sheet, int copiesBefore, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (!sheet.HasNumber) return Refusal.Rule("signoff.print-without-number");

        return new PrintedCopy
        {
            Id = PrintedCopyId.New(),
            DocumentId = sheet.Id,
            ContentVersion = sheet.ContentVersion,
            Serial = copiesBefore + 1,
            TakenBy = by,
            TakenAt = at,
        };
    }
}
