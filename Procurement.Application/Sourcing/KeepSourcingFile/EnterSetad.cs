using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.KeepSourcingFile;

/// <summary>The buyer enters the number of the deal in SETAD (control 9.1).</summary>
[Requires(SourcingPermissions.Buy)]
public sealed record EnterSetad(SourcingFileId FileId, string? Number) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => FileId.Value;
}

internal sealed class EnterSetadHandler(ISourcingFiles files, Desk desk) : ICommandHandler<EnterSetad, Result>
{
    public async Task<Result> Handle(EnterSetad command, CancellationToken cancellationToken) =>
        await files.Find(command.FileId, cancellationToken) is { } file ? file.EnterSetad(command.Number, desk.Me) : Refusal.NotFound("sourcing.file-not-found");
}

/// <summary>Somebody other than the buyer approves, with a reason, that a deal goes without SETAD.</summary>
[Requires(SourcingPermissions.DecideFinding)]
public sealed record ExcuseSetad(SourcingFileId FileId, string? Reason) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => FileId.Value;
}

internal sealed class ExcuseSetadHandler(ISourcingFiles files, Desk desk) : ICommandHandler<ExcuseSetad, Result>
{
    public async Task<Result> Handle(ExcuseSetad command, CancellationToken cancellationToken) =>
        await files.Find(command.FileId, cancellationToken) is { } file ? file.ExcuseSetad(command.Reason, desk.Me) : Refusal.NotFound("sourcing.file-not-found");
}

/// <summary>The head of procurement gives a file up; its lines wait again.</summary>
[Requires(SourcingPermissions.Open)]
public sealed record AbandonSourcingFile(SourcingFileId FileId, string? Reason) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => FileId.Value;
}

internal sealed class AbandonSourcingFileHandler(ISourcingFiles files, Desk desk) : ICommandHandler<AbandonSourcingFile, Result>
{
    public async Task<Result> Handle(AbandonSourcingFile command, CancellationToken cancellationToken) =>
        await files.Find(command.FileId, cancellationToken) is { } file ? file.Abandon(command.Reason, desk.Me) : Refusal.NotFound("sourcing.file-not-found");
}
