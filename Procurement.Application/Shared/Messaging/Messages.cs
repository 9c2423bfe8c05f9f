using MediatR;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Messaging;

/// <summary>A use case that changes something. Its response is <see cref="Result"/> or <see cref="Result{T}"/>.</summary>
public interface ICommand<TResponse> : IRequest<TResponse>, ICommandMark where TResponse : IOutcome<TResponse>;

/// <summary>A use case that reads.</summary>
public interface IQuery<TResponse> : IRequest<TResponse> where TResponse : IOutcome<TResponse>;

/// <summary>Marks commands for behaviours that must skip queries.</summary>
public interface ICommandMark
{
    /// <summary>What the audit leaf of a command that touches no document is about; null when the command's name says enough.</summary>
    Guid? AuditSubject => null;

    /// <summary>Whether everything is done up to the commit and then taken back: what would be refused is known, nothing is kept.</summary>
    bool IsRehearsal => false;
}

public interface ICommandHandler<in TCommand, TResponse> : IRequestHandler<TCommand, TResponse>
    where TCommand : ICommand<TResponse> where TResponse : IOutcome<TResponse>;

public interface IQueryHandler<in TQuery, TResponse> : IRequestHandler<TQuery, TResponse>
    where TQuery : IQuery<TResponse> where TResponse : IOutcome<TResponse>;

/// <summary>The one door from the outside to the use cases. Each call runs in a scope of its own and may be re-run whole on a lock conflict.</summary>
public interface IUseCases
{
    Task<TResponse> Send<TResponse>(ICommand<TResponse> command, CancellationToken ct = default) where TResponse : IOutcome<TResponse>;

    Task<TResponse> Ask<TResponse>(IQuery<TResponse> query, CancellationToken ct = default) where TResponse : IOutcome<TResponse>;
}
