using System.Diagnostics.CodeAnalysis;

namespace Procurement.Domain.Shared;

/// <summary>What every outcome can do, whatever it carries; lets the pipeline refuse any command without knowing its type.</summary>
public interface IOutcome<TSelf> where TSelf : IOutcome<TSelf>
{
    bool Succeeded { get; }

    /// <summary>Why it was refused: one refusal for a rule, several for a form with several faults; empty on success.</summary>
    IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>What the outcome carries, for the idempotency record; null when it carries nothing.</summary>
    object? Payload { get; }

    static abstract TSelf RefusedBy(IReadOnlyList<Refusal> refusals);

    /// <summary>Rebuilds a first answer for a repeated request; <paramref name="read"/> gives the payload as the type asked for.</summary>
    static abstract TSelf Replay(Func<Type, object?> read);
}

/// <summary>The outcome of something people do: done, or refused with a reason. Faults of machines are exceptions instead.</summary>
public sealed class Result : IOutcome<Result>
{
    private Result(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public static Result Ok { get; } = new([]);

    public bool Succeeded => Refusals.Count == 0;

    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The first refusal; only for a refused result.</summary>
    public Refusal Refusal => Refusals[0];

    public object? Payload => null;

    public static Result Replay(Func<Type, object?> read) => Ok;

    public static Result RefusedBy(IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        if (refusals.Count == 0) throw new ArgumentException("A refused result needs a refusal.", nameof(refusals));
        return new Result(refusals);
    }

    public static implicit operator Result(Refusal refusal) => RefusedBy([refusal]);

    /// <summary>The first refused result of several, or success.</summary>
    public static Result FirstRefused(params ReadOnlySpan<Result> results)
    {
        foreach (var result in results)
        {
            if (!result.Succeeded) return result;
        }

        return Ok;
    }
}

/// <summary>The outcome of something people do that gives a value back when it is done.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Refusal> refusals)
    {
        _value = value;
        Refusals = refusals;
    }

    [MemberNotNullWhen(true, nameof(_value))]
    public bool Succeeded => Refusals.Count == 0;

    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The first refusal; only for a refused result.</summary>
    public Refusal Refusal => Refusals[0];

    /// <summary>The value; only for a success.</summary>
    /// <exception cref="InvalidOperationException">The result was refused.</exception>
    public T Value => Succeeded ? _value : throw new InvalidOperationException($"Refused: {Refusal}");

    public object? Payload => _value;

    public static Result<T> Of(T value) => new(value, []);

    public static Result<T> Replay(Func<Type, object?> read) =>
        read(typeof(T)) is T value ? Of(value) : throw new InvalidOperationException($"A stored answer is not a {typeof(T).Name}.");

    public static Result<T> RefusedBy(IReadOnlyList<Refusal> refusals) => new(default, Result.RefusedBy(refusals).Refusals);

    public static implicit operator Result<T>(T value) => Of(value);

    public static implicit operator Result<T>(Refusal refusal) => RefusedBy([refusal]);

    /// <summary>Carries the refusals of a result without value; only for a refused one.</summary>
    public static implicit operator Result<T>(Result refused) => RefusedBy(refused.Refusals);

    /// <summary>Forgets the value.</summary>
    public Result Plain() => Succeeded ? Result.Ok : Result.RefusedBy(Refusals);
}
