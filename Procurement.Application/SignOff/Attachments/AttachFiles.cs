using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Attachments;

/// <summary>A file the vault has taken in, under the name its sender gave it.</summary>
public sealed record AttachedFile(string Sha256, string FileName, long Size, FileType Type)
{
    public static AttachedFile Of(StoredFile stored, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new AttachedFile(stored.Hash.ToString(), fileName, stored.Size, stored.Type);
    }
}

/// <summary>Attaches files to a document; their hashes become part of what the next signature binds.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record AttachFiles(DocumentId DocumentId, IReadOnlyList<AttachedFile> Files) : ICommand<Result>;

internal sealed class AttachFilesHandler(IDocuments documents, Desk desk) : ICommandHandler<AttachFiles, Result>
{
    public async Task<Result> Handle(AttachFiles command, CancellationToken cancellationToken)
    {
        if (await documents.Find(command.DocumentId, cancellationToken) is not { } document)
            return Refusal.NotFound("signoff.document-not-found");
        if (command.Files.Count == 0) return FileErrors.Empty.At("File");

        var view = await desk.ViewOf(document, cancellationToken);
        foreach (var file in command.Files)
        {
            var attached = SigningDesk.Attach(document, file.Sha256, file.FileName, file.Size, MediaTypes.Of(file.Type), desk.Me, view);
            if (!attached.Succeeded) return attached;
        }

        return Result.Ok;
    }
}

/// <summary>Takes a file off one's own draft; the vault keeps it, since an earlier version may have been signed with it.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record DetachFile(DocumentId DocumentId, Guid Attachment) : ICommand<Result>;

internal sealed class DetachFileHandler(IDocuments documents, Desk desk) : ICommandHandler<DetachFile, Result>
{
    public async Task<Result> Handle(DetachFile command, CancellationToken cancellationToken) =>
        await documents.Find(command.DocumentId, cancellationToken) is { } document
            ? document.SignOff.Detach(command.Attachment, desk.Me)
            : Refusal.NotFound("signoff.document-not-found");
}
