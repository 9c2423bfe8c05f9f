using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Pipeline;

/// <summary>Calls the typed reactions of an event whose type is known only at run time; one caller an event type, kept.</summary>
internal abstract class ReactionCaller
{
    private static readonly ConcurrentDictionary<Type, ReactionCaller> Known = new();

    public static ReactionCaller For(Type happened) => Known.GetOrAdd(
        happened, static type => (ReactionCaller)Activator.CreateInstance(typeof(Caller<>).MakeGenericType(type))!);

    public abstract Task<Result> Call(IServiceProvider services, IDomainEvent happened, CancellationToken ct);

    private sealed class Caller<TEvent> : ReactionCaller where TEvent : IDomainEvent
    {
        public override async Task<Result> Call(IServiceProvider services, IDomainEvent happened, CancellationToken ct)
        {
            foreach (var reaction in services.GetServices<IReactTo<TEvent>>())
            {
                var reacted = await reaction.React((TEvent)happened, ct);
                if (!reacted.Succeeded) return reacted;
            }

            return Result.Ok;
        }
    }
}
