using Microsoft.Extensions.Options;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Door;

/// <summary>Books a wrong password or code, and closes the login for a while when it was one too many.</summary>
/// <param name="PersonId">Whose login was tried; null when the name belongs to nobody.</param>
/// <param name="Kind">What was wrong.</param>
[Requires(IdentityPermissions.Door)]
internal sealed record CountWrongProof(PersonId? PersonId, LoginEventKind Kind) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId?.Value;
}

internal sealed class CountWrongProofHandler(
    IAccounts accounts, IDoorRecords records, ICallerOrigin origin, IOptions<SecurityOptions> options, IBodyClock clock)
    : ICommandHandler<CountWrongProof, Result>
{
    public async Task<Result> Handle(CountWrongProof command, CancellationToken cancellationToken)
    {
        records.Add(LoginEvent.Of(command.Kind, command.PersonId, origin.Current, clock.Now));
        if (command.PersonId is not { } person || await accounts.Find(person, cancellationToken) is not { } account) return Result.Ok;

        if (account.CountWrongProof(options.Value.LockOut, clock.Now))
            records.Add(LoginEvent.Of(LoginEventKind.LockedOut, person, origin.Current, clock.Now));
        return Result.Ok;
    }
}

/// <summary>Forgets the wrong proofs before a right one.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record ForgetWrongProofs(PersonId PersonId) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class ForgetWrongProofsHandler(IAccounts accounts) : ICommandHandler<ForgetWrongProofs, Result>
{
    public async Task<Result> Handle(ForgetWrongProofs command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(command.PersonId, cancellationToken) is { } account) account.AcceptProof();
        return Result.Ok;
    }
}

/// <summary>Books a right proof for a login that is closed.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record BookDenial(PersonId PersonId) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class BookDenialHandler(IDoorRecords records, ICallerOrigin origin, IBodyClock clock) : ICommandHandler<BookDenial, Result>
{
    public Task<Result> Handle(BookDenial command, CancellationToken cancellationToken)
    {
        records.Add(LoginEvent.Of(LoginEventKind.Denied, command.PersonId, origin.Current, clock.Now));
        return Task.FromResult(Result.Ok);
    }
}
