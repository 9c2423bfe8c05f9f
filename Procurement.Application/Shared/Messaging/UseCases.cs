using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Messaging;

internal sealed class UseCases(IServiceScopeFactory scopes, CallContext context, ITransientFaults faults) : IUseCases
{
    /// <summary>A lock conflict is re-run this often before the caller is asked to come back.</summary>
    private const int Attempts = 4;

    public async Task<TResponse> Send<TResponse>(ICommand<TResponse> command, CancellationToken ct = default) where TResponse : IOutcome<TResponse>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InOwnScope(command, ct);
            }
            catch (Exception fault) when (faults.IsTransient(fault))
            {
                if (attempt == Attempts) return TResponse.RefusedBy([Refusal.Busy("shared.busy")]);
                await faults.Wait(attempt, ct);
            }
        }
    }

    public Task<TResponse> Ask<TResponse>(IQuery<TResponse> query, CancellationToken ct = default) where TResponse : IOutcome<TResponse> =>
        InOwnScope(query, ct);

    private async Task<TResponse> InOwnScope<TResponse>(IRequest<TResponse> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().CopyFrom(context);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}

/// <summary>Tells faults worth re-running the whole command for (deadlock, lock time-out, a chart that moved) from real ones.</summary>
public interface ITransientFaults
{
    bool IsTransient(Exception fault);

    /// <summary>Waits a jittered moment before the next attempt.</summary>
    Task Wait(int attempt, CancellationToken ct);
}
