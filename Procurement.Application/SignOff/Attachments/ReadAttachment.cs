using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Attachments;

/// <summary>Names one attached file for whoever may see its document; what he may not see is not found.</summary>
[Requires(SignOffPermissions.Read)]
public sealed record ReadAttachment(DocumentId DocumentId, Guid Attachment) : IQuery<Result<AttachmentFile>>;

public sealed record AttachmentFile(string Sha256, string FileName, string ContentType);

internal sealed class ReadAttachmentHandler(IDocumentReader reader) : IQueryHandler<ReadAttachment, Result<AttachmentFile>>
{
    public async Task<Result<AttachmentFile>> Handle(ReadAttachment query, CancellationToken cancellationToken)
    {
        var document = await reader.Find(query.DocumentId, cancellationToken);
        var file = document?.SignOff.Attachments.FirstOrDefault(a => a.Id == query.Attachment);
        return file is null ? Refusal.NotFound("signoff.attachment-not-found") : new AttachmentFile(file.Sha256, file.FileName, file.ContentType);
    }
}

/// <summary>Media types of what the vault takes in; the browser is told these and never what the sender claimed.</summary>
public static class MediaTypes
{
    public static string Of(FileType type) => type switch
    {
        FileType.Pdf => "application/pdf",
        FileType.Png => "image/png",
        FileType.Jpeg => "image/jpeg",
        FileType.Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType.WordDocument => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileType.Csv => "text/csv",
        FileType.PlainText => "text/plain",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A type of file without a media type."),
    };
}
