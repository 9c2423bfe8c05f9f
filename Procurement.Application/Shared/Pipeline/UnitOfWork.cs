using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Pipeline;

/// <summary>What a command commits beside the aggregates it changed.</summary>
/// <param name="UseCase">The command's name, for the audit leaf.</param>
/// <param name="Subject">What it was about when it touched no document.</param>
/// <param name="Key">The request key, when the caller gave one.</param>
/// <param name="Payload">The answer to store under the key.</param>
/// <param name="Rehearsal">Whether it is rolled back at the end.</param>
public sealed record Commitment(string UseCase, Guid? Subject, RequestKey? Key, object? Payload, bool Rehearsal = false);

/// <summary>A request key bound to its person and to the content of the request.</summary>
public sealed record RequestKey(string Key, Guid PersonId, string RequestHash)
{
    /// <summary>What proves the person is no part of what was asked; and a stored quick hash of a password would be a gift to whoever steals the database.</summary>
    private const string ProofProperty = "Proof";

    private static readonly JsonSerializerOptions WithoutProof = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                static type =>
                {
                    foreach (var proof in type.Properties.Where(p => p.Name == ProofProperty).ToList()) type.Properties.Remove(proof);
                },
            },
        },
    };

    public static RequestKey For(string key, object request, CallContext context)
    {
        var body = request.GetType().Name + "\n" + JsonSerializer.Serialize(request, request.GetType(), WithoutProof);
        return new RequestKey(key, context.Person?.Value ?? Guid.Empty, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
    }
}

/// <summary>The first answer to a request key.</summary>
public sealed record StoredAnswer(string RequestHash, string Json)
{
    public object? Read(Type type) => JsonSerializer.Deserialize(Json, type);
}

/// <summary>The one place where a command's changes become durable, in the order the architecture fixes (docs/decisions/0004).</summary>
public interface IUnitOfWork
{
    /// <summary>Aggregates changed in this call that still hold events; taking them clears them.</summary>
    IReadOnlyList<IDomainEvent> TakeEvents();

    Task<StoredAnswer?> FindAnswer(RequestKey key, CancellationToken ct);

    /// <summary>One transaction: idempotency row, re-checks, save, postings, numbers, outbox, audit leaves, commit.</summary>
    Task<Result> Commit(Commitment commitment, CancellationToken ct);
}

/// <summary>What a capability does when another one's event happens, in the same transaction. A refused reaction refuses the command.</summary>
public interface IReactTo<in TEvent> where TEvent : IDomainEvent
{
    Task<Result> React(TEvent happened, CancellationToken ct);
}

/// <summary>Runs reactions breadth-first until nothing more happens.</summary>
public sealed class Reactions(IServiceProvider services)
{
    /// <summary>Deeper than this is a cycle, and a programmer's mistake.</summary>
    private const int MaxDepth = 4;

    public async Task<Result> Settle(IUnitOfWork work, CancellationToken ct)
    {
        for (var depth = 0; ; depth++)
        {
            var wave = work.TakeEvents();
            if (wave.Count == 0) return Result.Ok;
            if (depth == MaxDepth) throw new InvalidOperationException($"Reactions deeper than {MaxDepth}: {wave[0].GetType().Name}");

            foreach (var happened in wave)
            {
                var reacted = await ReactionCaller.For(happened.GetType()).Call(services, happened, ct);
                if (!reacted.Succeeded) return reacted;
            }
        }
    }
}
