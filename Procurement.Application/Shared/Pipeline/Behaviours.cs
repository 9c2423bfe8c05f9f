using System.Diagnostics;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Pipeline;

/// <summary>One log line a use case: name, person, outcome, time. Never a body: a sealed price or a name must not reach a log.</summary>
internal sealed class LogUseCase<TRequest, TResponse>(ILogger<LogUseCase<TRequest, TResponse>> log, CallContext context)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var response = await next();
        if (request is ICommandMark)
        {
            log.LogInformation(
                "{UseCase} by {Person} session {Session}: {Outcome} in {Milliseconds:0.0} ms",
                typeof(TRequest).Name, context.Person?.Value, context.SessionId,
                response.Succeeded ? "done" : response.Refusals[0].Code, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return response;
    }
}

/// <summary>Denies what the permission table does not grant.</summary>
internal sealed class Authorise<TRequest, TResponse>(CallerRights rights, CallContext context)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (context.IsSystem) return await next();
        if (PermissionTable.PermissionOf(typeof(TRequest)) is not { } permission)
            return TResponse.RefusedBy([Refusal.Forbidden("shared.not-permitted", typeof(TRequest).Name)]);

        return await rights.WhyNot(permission, cancellationToken) is { } refusal ? TResponse.RefusedBy([refusal]) : await next();
    }
}

/// <summary>Checks the form of the input (missing, too long, not a number); meaning is the aggregate's.</summary>
internal sealed class Validate<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var faults = new List<Refusal>();
        foreach (var validator in validators)
        {
            var checkedForm = await validator.ValidateAsync(request, cancellationToken);
            faults.AddRange(checkedForm.Errors.Select(e => Refusal.Invalid(e.ErrorCode, e.CustomState as object[] ?? []).At(e.PropertyName)));
        }

        return faults.Count == 0 ? await next() : TResponse.RefusedBy(faults);
    }
}

/// <summary>
/// Load and decide, then one short transaction: save, post, number, audit. A refusal anywhere rolls everything back; a repeated request
/// gets the first answer.
/// </summary>
internal sealed class InTransaction<TRequest, TResponse>(IUnitOfWork work, Reactions reactions, CallContext context)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : ICommandMark where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var key = context.IdempotencyKey is { } given && !request.IsRehearsal ? RequestKey.For(given, request, context) : null;
        if (key is not null && await work.FindAnswer(key, cancellationToken) is { } before) return Replay(key, before);

        var response = await next();
        if (response.Succeeded)
        {
            var reacted = await reactions.Settle(work, cancellationToken);
            if (!reacted.Succeeded) response = TResponse.RefusedBy(reacted.Refusals);
        }

        if (response.Succeeded)
        {
            var committed = await work.Commit(new Commitment(typeof(TRequest).Name, request.AuditSubject, key, response.Payload, request.IsRehearsal), cancellationToken);
            if (committed.Succeeded) return response;
            response = TResponse.RefusedBy(committed.Refusals);
        }

        // The refusal may only mean that the twin of this request has just been done.
        return key is not null && await work.FindAnswer(key, cancellationToken) is { } meanwhile ? Replay(key, meanwhile) : response;
    }

    private static TResponse Replay(RequestKey key, StoredAnswer answer) =>
        answer.RequestHash == key.RequestHash
            ? TResponse.Replay(answer.Read)
            : TResponse.RefusedBy([Refusal.Rule("shared.request-key-reused")]);
}
