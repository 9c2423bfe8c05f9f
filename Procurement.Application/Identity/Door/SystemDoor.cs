using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Door;

/// <summary>
/// Runs a step of the door as a command of its own, committed whatever becomes of the use case around it: a wrong password counts although
/// the signature it was typed for is refused.
/// </summary>
internal sealed class SystemDoor(IServiceScopeFactory scopes)
{
    /// <param name="command">A command that asks for <see cref="IdentityPermissions.Door"/>.</param>
    /// <param name="person">Whose act the audit leaf names; null when nobody is known.</param>
    /// <param name="session">The session it happens in; null outside one.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TResponse> Send<TResponse>(ICommand<TResponse> command, PersonId? person, Guid? session, CancellationToken ct)
        where TResponse : IOutcome<TResponse>
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CallContext>();
        context.IsSystem = true;
        context.Person = person;
        context.SessionId = session;
        return await scope.ServiceProvider.GetRequiredService<IUseCases>().Send(command, ct);
    }
}

/// <summary>Lets one guess at a time at each login through, so that guesses made at once cannot outrun the count.</summary>
internal sealed class AccountTurns
{
    private const int Lanes = 64;

    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> Take(PersonId person, CancellationToken ct)
    {
        var lane = _lanes[(person.GetHashCode() & int.MaxValue) % Lanes];
        await lane.WaitAsync(ct);
        return new Turn(lane);
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
